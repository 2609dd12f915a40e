import { Failure } from "../../core/failure.ts";
import { mostValues } from "../../core/limits.ts";
import * as t from "../../core/types.ts";
import { ListValue, MapValue, type Value } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { list, map } from "../lib/example-values.ts";
import { goSpace, trimSpace } from "../lib/trim-space.ts";

export const parseELF = defineFunction({
  kind: "converter",
  name: "ParseELF",
  category: "log",
  summary:
    "A map of lines in the W3C's Extended Log Format: what its directives say, and a map for each line, `-` where a line has fewer values than there are fields.",
  params: [param("target", t.string, "The lines; those with directives begin with `#`.")],
  returns: t.map,
  since: "0.158.0",
  contexts: ["log"],
  only: "transform",
  examples: [
    {
      source: 'ParseELF("#Version: 1.0\\n#Fields: time cs-method\\n00:34:23 GET\\n00:34:24")',
      result: map({
        "elf.entries": list([
          map({ time: "00:34:23", "cs-method": "GET" }),
          map({ time: "00:34:24", "cs-method": "-" }),
        ]),
        "elf.version": "1.0",
        "elf.fields": list(["time", "cs-method"]),
      }),
    },
    { source: 'ParseELF("00:34:23 GET")', error: "malformed_log" },
    { source: "ParseELF(attributes)", error: "type_mismatch" },
  ],
  evaluate(text) {
    const entries: Value[] = [];
    const directives = new Map<string, string>();
    let fields: readonly string[] = [];
    let columns = columnsOf(fields);
    let count = 0;
    for (const line of text.split(/[\r\n]/).map(trimSpace)) {
      if (line === "") continue;
      if (!line.startsWith("#")) {
        if (fields.length === 0) throw malformed("a line comes before its fields");
        count += columns.keys.length;
        if (count > mostValues) throw new Failure("value_too_large", { limit: mostValues }); // what is absent is a value, too
        entries.push(entryOf(columns, valuesOf(line)));
        continue;
      }
      const [name, value] = directiveOf(line);
      if (name === "fields") {
        fields = value.split(blanks).filter((field) => field !== "");
        columns = columnsOf(fields);
      } else if (told.includes(name)) directives.set(`elf.${name.replace("-", "_")}`, value);
    }
    if (!directives.has("elf.version")) throw malformed("it has no directive #Version");
    return MapValue.of([
      ["elf.entries", new ListValue(entries, "slice")],
      ...directives,
      ["elf.fields", new ListValue(fields, "slice")],
    ]);
  },
});

const told = ["version", "software", "date", "start-date", "end-date", "remark"];
const blanks = /* @__PURE__ */ new RegExp(`[${goSpace}]+`, "u");

/** The name of a directive in lower case, and its value; a name without a colon is one of none. */
function directiveOf(line: string): readonly [name: string, value: string] {
  const colon = line.indexOf(":");
  if (colon >= 0) return [folded(trimSpace(line.slice(1, colon))), trimSpace(line.slice(colon + 1))];
  if (/^fields/i.test(trimSpace(line.slice(1)))) throw malformed("#Fields has no colon");
  return ["", ""];
}

/** Letters without their case; two have a third form. */
function folded(name: string): string {
  return name.toLowerCase().replaceAll("ſ", "s").replaceAll("\u212a", "k");
}

/** The fields that all entries share, and where the value of each is in a line. */
interface Columns {
  readonly keys: readonly string[];
  readonly places: readonly number[];
}

/** Of a field that comes twice the last value counts. */
function columnsOf(fields: readonly string[]): Columns {
  const last = new Map(fields.map((field, i) => [field, i]));
  return { keys: [...last.keys()], places: [...last.values()] };
}

function entryOf({ keys, places }: Columns, values: readonly string[]): MapValue {
  return new MapValue(
    keys,
    places.map((i) => values[i] ?? "-"),
  );
}

/** The values of a line, between blanks and tabs or in quotes, of which two stand for one. */
function valuesOf(line: string): readonly string[] {
  const values: string[] = [];
  const word = /[^ \t]+/y;
  let at = 0;
  while (at < line.length) {
    if (line[at] === " " || line[at] === "\t") at++;
    else if (line[at] === '"') {
      const end = endOfQuotes(line, at);
      values.push(line.slice(at + 1, end - 1).replaceAll('""', '"'));
      at = end;
    } else {
      word.lastIndex = at;
      values.push(word.exec(line)?.[0] ?? "");
      at = word.lastIndex;
    }
  }
  return values;
}

function endOfQuotes(line: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const quote = line.indexOf('"', at);
    if (quote < 0) throw malformed("quotes are not closed");
    if (line[quote + 1] !== '"') return quote + 1;
    at = quote + 2;
  }
}

function malformed(reason: string): Failure {
  return new Failure("malformed_log", { format: "ELF", reason });
}
