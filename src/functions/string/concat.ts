import { joinTexts } from "../../core/text-length.ts";
import * as t from "../../core/types.ts";
import { joinEscapes } from "../../core/utf8.ts";
import { defineFunction, param } from "../define-function.ts";

export const concat = defineFunction({
  kind: "converter",
  name: "Concat",
  category: "string",
  summary: "Joins the texts of the values of a list into one string; nil is written `<nil>`.",
  params: [
    param("vals", t.listOf(t.stringLike), "The values to join; nil is an empty list."),
    param("delimiter", t.literalWithout("dynamic_pattern", t.string), "The text between two values."),
  ],
  returns: t.string,
  since: "0.104.0",
  examples: [
    { source: 'Concat(["a", "b"], "-")', result: "a-b" },
    { source: 'Concat(["a", nil, 1.5, true], ",")', result: "a,<nil>,1.5,true" },
    { source: 'Concat(Split("a b", " "), "")', result: "ab" },
    { source: 'Concat(attributes["absent"], "-")', result: "" },
    { source: 'Concat(1, "-")', error: "argument_type" },
  ],
  evaluate: (vals, delimiter) =>
    joinEscapes(
      joinTexts(
        vals.includes(null) ? vals.map((text) => text ?? "<nil>") : (vals as readonly string[]),
        delimiter,
      ),
    ),
});
