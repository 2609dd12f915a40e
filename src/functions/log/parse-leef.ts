import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { byteOfEscape, fromByteString, toByteString } from "../../core/utf8.ts";
import { MapValue } from "../../core/values.ts";
import { quoted } from "../../diagnostics/quoted.ts";
import { defineFunction, param } from "../define-function.ts";
import { map } from "../lib/example-values.ts";

export const parseLEEF = defineFunction({
  kind: "converter",
  name: "ParseLEEF",
  category: "log",
  summary:
    "A map of a message in QRadar's Log Event Extended Format, version 1.0 or 2.0: its header, and its attributes as a map, which the reference puts in a random order. What is before `LEEF:`, such as a header of syslog, does not count.",
  params: [param("target", t.string, "The message.")],
  returns: t.map,
  since: "0.155.0",
  contexts: ["log"],
  only: "transform",
  examples: [
    {
      source: 'ParseLEEF("LEEF:2.0|acme|wall|1.0|100|^|src=10.0.0.1^sev=5")',
      result: map({
        "leef.version": "2.0",
        "leef.vendor": "acme",
        "leef.product.name": "wall",
        "leef.product.version": "1.0",
        "leef.event.id": "100",
        "leef.attributes": map({ src: "10.0.0.1", sev: "5" }),
      }),
    },
    { source: 'ParseLEEF("LEEF:3.0|acme")', error: "malformed_log" },
    { source: "ParseLEEF(attributes)", error: "type_mismatch" },
  ],
  evaluate(text) {
    const start = text.indexOf("LEEF:");
    if (start < 0) throw malformed('it has no "LEEF:"');
    const { fields, behind } = cut(text.slice(start), 5);
    const [name = "", vendor = "", product = "", productVersion = "", event = ""] = fields;
    const version = name.slice("LEEF:".length);
    if (version !== "1.0" && version !== "2.0")
      throw malformed(`its version is ${quoted(version)}, which must be 1.0 or 2.0`);
    if (fields.length < 5)
      throw malformed(`its header has ${fields.length - 1} fields of 4 behind the version`);
    return MapValue.of([
      ["leef.version", version],
      ["leef.vendor", vendor],
      ["leef.product.name", product],
      ["leef.product.version", productVersion],
      ["leef.event.id", event],
      ["leef.attributes", version === "1.0" ? pairsOf(behind, "\t") : attributesOf(behind)],
    ]);
  },
});

/** What is between the first bars, and what is behind them. */
function cut(text: string, count: number): { readonly fields: readonly string[]; readonly behind: string } {
  const fields = text.split("|", count);
  const length = fields.reduce((sum, field) => sum + field.length + 1, 0);
  return { fields, behind: text.slice(length) };
}

/** Version 2.0 may have a delimiter before its attributes; what has an equals sign is an attribute already. */
function attributesOf(text: string): MapValue {
  const { fields, behind } = cut(text, 1);
  const [delimiter = ""] = fields;
  return delimiter.includes("=") ? pairsOf(text, "\t") : pairsOf(behind, delimiterOf(delimiter));
}

/** The byte that a delimiter is, as a character up to U+00FF. */
function delimiterOf(text: string): string {
  if (text === "") return "\t";
  if (/^0x/i.test(text)) {
    if (/^0x[0-9a-f]{2}$/i.test(text)) return String.fromCharCode(Number.parseInt(text.slice(2), 16));
    throw malformed(`${quoted(text)} is no byte in hexadecimal digits`);
  }
  const byte = byteOfEscape(text);
  if (text.length === 1 && (byte !== undefined || text < "\x80"))
    return byte === undefined ? text : String.fromCharCode(Number(byte));
  throw malformed(`the delimiter ${quoted(text)} is not one byte`);
}

function pairsOf(text: string, delimiter: string): MapValue {
  const isByte = delimiter >= "\x80";
  const pieces = (isByte ? toByteString(text) : text).split(delimiter);
  const pairs = new Map<string, string>();
  for (const piece of pieces) {
    const equals = piece.indexOf("=");
    if (equals <= 0) continue;
    pairs.set(piece.slice(0, equals), piece.slice(equals + 1));
  }
  if (!isByte) return MapValue.of(pairs);
  return MapValue.of([...pairs].map(([key, value]) => [fromByteString(key), fromByteString(value)] as const));
}

function malformed(reason: string): Failure {
  return new Failure("malformed_log", { format: "LEEF", reason });
}
