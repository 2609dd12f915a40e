import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { MapValue } from "../../core/values.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { readCsvRow } from "../lib/csv-row.ts";
import { map } from "../lib/example-values.ts";

type ReadRow = (row: string, delimiter: string) => string[];

const modes = new Map<string, ReadRow>([
  ["strict", (row, delimiter) => readCsvRow(row, delimiter, false)],
  ["lazyQuotes", (row, delimiter) => readCsvRow(row, delimiter, true)],
  ["ignoreQuotes", (row, delimiter) => row.split(delimiter)],
]);

export const parseCSV = defineFunction({
  kind: "converter",
  name: "ParseCSV",
  category: "parse",
  summary: "The fields of one row of CSV as a map by the names of a header.",
  params: [
    param("target", t.string, "The row."),
    param("header", t.string, "The names of the fields, in their order."),
    optional("delimiter", t.stringLiteral, "The character between two fields of the row.", ","),
    optional(
      "header_delimiter",
      t.stringLiteral,
      "The character between two names; absent: that of the row.",
      undefined,
    ),
    optional(
      "mode",
      t.stringLiteral,
      "`strict`, `lazyQuotes`, where quotes may stand anywhere, or `ignoreQuotes`, where they are characters.",
      "strict",
    ),
  ],
  returns: t.map,
  since: "0.104.0",
  examples: [
    { source: 'ParseCSV("1,\\"a,b\\"", "id,names")', result: map({ id: "1", names: "a,b" }) },
    {
      source: 'ParseCSV("1|a\\"b", "id,name", delimiter="|", header_delimiter=",", mode="lazyQuotes")',
      result: map({ id: "1", name: 'a"b' }),
    },
    { source: 'ParseCSV("\\"1,2\\"", "a,b", mode="ignoreQuotes")', result: map({ a: '"1', b: '2"' }) },
    { source: 'ParseCSV("1,2,3", "a,b")', error: "unreadable_csv" },
    { source: 'ParseCSV("1,2", "a,b", delimiter="::")', error: "call_refused" },
    { source: "ParseCSV(1, 2)", error: "argument_type" },
  ],
  create(_target, _header, delimiter = ",", headerDelimiter, mode = "strict") {
    const comma = characterOf(delimiter, "delimiter");
    if (headerDelimiter !== undefined) characterOf(headerDelimiter, "header_delimiter");
    const readRow = modes.get(mode);
    if (readRow === undefined) {
      throw refused("mode", '"strict", "lazyQuotes" or "ignoreQuotes"', mode);
    }
    return (target, header) => {
      if (header === "") throw new Failure("unreadable_csv", { reason: "the header is empty" });
      const names = header.split(headerDelimiter ?? comma);
      const fields = readRow(target, comma);
      if (fields.length !== names.length) {
        const reason = `it has ${fields.length} fields where the header has ${names.length}`;
        throw new Failure("unreadable_csv", { reason });
      }
      return MapValue.of(new Map(names.map((name, i) => [name, fields[i] as string]))); // as many as names
    };
  },
});

/** The only character of an argument; a byte that is not UTF-8 counts as U+FFFD, as in Go. */
function characterOf(text: string, argument: string): string {
  const [character, more] = text;
  if (character === undefined || more !== undefined) throw refused(argument, "a single character", text);
  return /[\ud800-\udfff]/u.test(character) ? "\ufffd" : character;
}

function refused(argument: string, expected: string, found: string): Failure {
  return new Failure("argument_value", { argument, expected, found: JSON.stringify(found) });
}
