import { Failure } from "../../core/failure.ts";
import { dataText } from "../../core/text.ts";
import { requireTextLength } from "../../core/text-length.ts";
import { compareText } from "../../core/text-order.ts";
import * as t from "../../core/types.ts";
import { toByteString } from "../../core/utf8.ts";
import type { MapValue, Value } from "../../core/values.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { map } from "../lib/example-values.ts";
import { readKeyValues } from "../lib/key-values.ts";
import { sortLikeGo } from "../lib/pattern-defeating-sort.ts";

const delimiterParam = optional("delimiter", t.stringLiteral, "The text between a key and its value.", "=");
const pairDelimiterParam = optional("pair_delimiter", t.stringLiteral, "The text between two pairs.", " ");

export const parseKeyValue = defineFunction({
  kind: "converter",
  name: "ParseKeyValue",
  category: "parse",
  summary:
    "The map that a text of pairs says, such as `a=1 b=2`; in quotes, delimiters of pairs are text. A backslash takes a quote its meaning and stays.",
  params: [
    param("target", t.string, "The text of pairs, which must not be empty."),
    delimiterParam,
    pairDelimiterParam,
  ],
  returns: t.map,
  since: "0.104.0",
  examples: [
    {
      source: "ParseKeyValue(\"method=GET path='/a b'\")",
      result: map({ method: "GET", path: "/a b" }),
    },
    {
      source: 'ParseKeyValue("a: 1; b: 2", delimiter=":", pair_delimiter=";")',
      result: map({ a: "1", b: "2" }),
    },
    { source: 'ParseKeyValue("a=1 b")', error: "unreadable_pairs" },
    { source: 'ParseKeyValue("")', error: "unreadable_pairs" },
    { source: 'ParseKeyValue("a=1", " ")', error: "call_refused" },
    { source: "ParseKeyValue(1)", error: "argument_type" },
  ],
  create(_, delimiter = "=", pairDelimiter = " ") {
    requireDelimiters(delimiter, pairDelimiter);
    return (target) => readKeyValues(target, delimiter, pairDelimiter);
  },
  formerly: [
    {
      without: "pairs_of_utf8",
      create: (_, delimiter = "=", pairDelimiter = " ") => {
        requireDelimiters(delimiter, pairDelimiter);
        const pairDelimiterBytes = toByteString(pairDelimiter);
        // Each byte of the text became a character.
        return (target: string) => readKeyValues(toByteString(target), delimiter, pairDelimiterBytes);
      },
    },
  ],
});

export const toKeyValueString = defineFunction({
  kind: "converter",
  name: "ToKeyValueString",
  category: "parse",
  summary: "The entries of a map as a text of pairs, such as `a=1 b=2`; what holds a delimiter is quoted.",
  params: [
    param("target", t.map, "The map."),
    delimiterParam,
    pairDelimiterParam,
    optional("sort_output", t.boolLiteral, "Whether the pairs are sorted by their keys.", false),
  ],
  returns: t.string,
  since: "0.111.0",
  examples: [
    {
      source: "ToKeyValueString(attributes)",
      data: { resource: { attributes: [{ key: "k", value: { stringValue: "a b" } }] } },
      result: 'k="a b"',
    },
    { source: 'ToKeyValueString({"b": 1, "a": true}, sort_output=true)', result: "a=true b=1" },
    {
      source: 'ToKeyValueString({"b": 1, "a": 2}, delimiter=":", pair_delimiter=", ", sort_output=true)',
      result: "a:2, b:1",
    },
    { source: 'ToKeyValueString({"a": 1}, "=", "=")', error: "call_refused" },
    { source: 'ToKeyValueString("a=1")', error: "argument_type" },
  ],
  create: (_, delimiter, pairDelimiter, sorted) => writer(dataText, delimiter, pairDelimiter, sorted),
  formerly: [
    {
      without: "plain_json_text",
      create: (_, ...options: WriterOptions) =>
        writer(
          (value) => dataText(value, { has: (capability) => capability !== "plain_json_text" }),
          ...options,
        ),
    },
    {
      without: "named_double_text",
      create: (_, ...options: WriterOptions) =>
        writer((value) => dataText(value, { has: () => false }), ...options),
    },
  ],
});

type WriterOptions = [delimiter?: string, pairDelimiter?: string, sorted?: boolean];

function writer(
  textOf: (value: Value) => string,
  ...[delimiter = "=", pairDelimiter = " ", sorted = false]: WriterOptions
): (map: MapValue) => string {
  requireDelimiters(delimiter, pairDelimiter);
  const written = (text: string): string => {
    const escaped = text.includes('"') ? text.replaceAll('"', '\\"') : text;
    return escaped.includes(delimiter) || escaped.includes(pairDelimiter) ? `"${escaped}"` : escaped;
  };
  return ({ keys, values }) => {
    const order = [...keys.keys()];
    // Indexes within the map; a key that comes twice keeps no order.
    if (sorted) sortLikeGo(order, (a, b) => compareText(keys[a] as string, keys[b] as string) < 0);
    let text = "";
    for (const i of order) {
      if (text !== "") text += pairDelimiter;
      text += written(keys[i] as string) + delimiter + written(textOf(values[i] as Value)); // within the map
      requireTextLength(text.length);
    }
    return text;
  };
}

function requireDelimiters(delimiter: string, pairDelimiter: string): void {
  const refuse = (argument: string, found: string, expected: string): never => {
    throw new Failure("argument_value", { argument, expected, found: JSON.stringify(found) });
  };
  if (delimiter === "") refuse("delimiter", delimiter, "a text that is not empty");
  if (pairDelimiter === "") refuse("pair_delimiter", pairDelimiter, "a text that is not empty");
  if (delimiter === pairDelimiter) refuse("pair_delimiter", pairDelimiter, "another text than the delimiter");
}
