import * as t from "../../core/types.ts";
import { fromByteString, hasByteEscape, toByteString } from "../../core/utf8.ts";
import { ListValue } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { list } from "../lib/example-values.ts";

export const split = defineFunction({
  kind: "converter",
  name: "Split",
  category: "string",
  summary: "Cuts a string at each delimiter into a list of strings, which equals no other list.",
  params: [
    param("target", t.string, "The string."),
    param(
      "delimiter",
      t.literalWithout("dynamic_pattern", t.string),
      "Where to cut; an empty one cuts between characters.",
    ),
  ],
  returns: t.list,
  since: "0.104.0",
  examples: [
    { source: 'Split("a|b||c", "|")', result: list(["a", "b", "", "c"], "string") },
    { source: 'Split("né", "")', result: list(["n", "é"], "string") },
    { source: 'Split(attributes["absent"], ",")', error: "type_mismatch" },
    { source: 'Split("a", 1)', error: "argument_type" },
  ],
  evaluate: (target, delimiter) => new ListValue(pieces(target, delimiter), "string"),
});

function pieces(text: string, delimiter: string): string[] {
  if (delimiter === "") return [...text];
  if (!hasByteEscape(delimiter)) return text.split(delimiter);
  return toByteString(text).split(toByteString(delimiter)).map(fromByteString);
}
