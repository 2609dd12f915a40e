import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { MapValue } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { map } from "../lib/example-values.ts";
import { unescaped } from "../lib/unescape.ts";

export const parseCEF = defineFunction({
  kind: "converter",
  name: "ParseCEF",
  category: "log",
  summary:
    "A map of a message in ArcSight's Common Event Format: its header, and its extension as a map. What is before `CEF:`, such as a header of syslog, does not count.",
  params: [param("target", t.string, "The message.")],
  returns: t.map,
  since: "0.157.0",
  contexts: ["log"],
  only: "transform",
  examples: [
    {
      source: 'ParseCEF("CEF:0|acme|wall|1.0|100|blocked|5|src=10.0.0.1 msg=not allowed")',
      result: map({
        "cef.version": "0",
        "cef.device_vendor": "acme",
        "cef.device_product": "wall",
        "cef.device_version": "1.0",
        "cef.device_event_class_id": "100",
        "cef.name": "blocked",
        "cef.severity": "5",
        "cef.extensions": map({ src: "10.0.0.1", msg: "not allowed" }),
      }),
    },
    { source: 'ParseCEF("CEF:0|acme|wall")', error: "malformed_log" },
    { source: "ParseCEF(attributes)", error: "type_mismatch" },
  ],
  evaluate(text) {
    const start = text.indexOf("CEF:");
    if (start < 0) throw malformed('it has no "CEF:"');
    const [version = "", ...header] = headerOf(text.slice(start));
    if (header.length < names.length)
      throw malformed(`its header has ${header.length} fields of ${names.length} behind the version`);
    if (version === "CEF:") throw malformed("it has no version");
    return MapValue.of([
      ["cef.version", version.slice("CEF:".length)],
      ...names.map((name, i) => [`cef.${name}`, unescaped(header[i] ?? "", headerEscapes)] as const),
      ["cef.extensions", extensionOf(header[names.length] ?? "")],
    ]);
  },
});

const names = [
  "device_vendor",
  "device_product",
  "device_version",
  "device_event_class_id",
  "name",
  "severity",
];
const headerEscapes = { "\\": "\\", "|": "|" };
const extensionEscapes = { "\\": "\\", "=": "=", n: "\n", r: "\r" };

/** What is between the bars that are not escaped; behind the seventh all is one field. */
function headerOf(text: string): readonly string[] {
  const fields: string[] = [];
  const bar = /\\[\\|]|\|/g;
  let start = 0;
  for (let found = bar.exec(text); found !== null; found = bar.exec(text)) {
    if (found[0] !== "|") continue;
    fields.push(text.slice(start, found.index));
    start = bar.lastIndex;
    if (fields.length > names.length) break;
  }
  return [...fields, text.slice(start)];
}

/** Values go up to the blanks before the next key: a name and `=` at the start or behind a blank. */
function extensionOf(text: string): MapValue {
  const values = new Map<string, string>();
  const keys = /(?<=^| )([A-Za-z0-9_]+)=/g;
  let key: string | undefined;
  let start = 0;
  const end = (at: number) => {
    if (key !== undefined) values.set(key, fieldOf(text.slice(start, at)));
  };
  for (let found = keys.exec(text); found !== null; found = keys.exec(text)) {
    end(found.index);
    key = found[1];
    start = keys.lastIndex;
  }
  end(text.length);
  return MapValue.of(values);
}

function fieldOf(text: string): string {
  let end = text.length;
  while (text[end - 1] === " ") end--;
  return unescaped(text.slice(0, end), extensionEscapes);
}

function malformed(reason: string): Failure {
  return new Failure("malformed_log", { format: "CEF", reason });
}
