import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { formatLikeGo } from "../lib/format-like-go.ts";

export const format = defineFunction({
  kind: "converter",
  name: "Format",
  category: "string",
  summary: "Writes values into the placeholders of a text, as Go's `fmt.Sprintf` does.",
  params: [
    param(
      "format",
      t.stringLiteral,
      "The text, with a placeholder such as `%s`, `%04d` or `%.2f` for each value.",
    ),
    param("vals", t.literalListOf(t.any), "The values."),
  ],
  returns: t.string,
  since: "0.106.0",
  examples: [
    { source: 'Format("%s: %04d, %.2f", ["code", 7, 1.5])', result: "code: 0007, 1.50" },
    { source: 'Format("%v %q %x %T", [[1, "a"], "é", "é", 1.0])', result: '[1 a] "é" c3a9 float64' },
    { source: 'Format("%[2]v-%[1]v %v", ["a", "b"])', result: "b-a b" },
    { source: 'Format("%d %s", ["a"])', result: "%!d(string=a) %!s(MISSING)" },
    { source: 'Format("%v", [attributes["absent"]])', result: "<nil>" },
    { source: 'Format("%v", attributes["list"])', error: "argument_type" },
  ],
  evaluate: (format, values) => formatLikeGo(format, [...values]),
});
