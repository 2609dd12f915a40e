import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { hasByteEscape } from "../../core/utf8.ts";
import { defineFunction, optional, param } from "../define-function.ts";

export const toValidUTF8 = defineFunction({
  kind: "converter",
  name: "ToValidUTF8",
  category: "encoding",
  summary: "A string with each run of bytes that are not UTF-8 replaced by one text.",
  params: [
    param("target", t.string, "The string."),
    optional("replacement", t.stringLiteral, "What stands for a run of bytes.", "\ufffd"),
  ],
  returns: t.string,
  since: "0.165.0",
  gate: "pkg.ottl.functions.enableExperimental",
  examples: [
    { source: 'ToValidUTF8("né")', result: "né" },
    { source: 'ToValidUTF8(Substring("né!", 2, 2))', result: "\ufffd!" },
    { source: 'ToValidUTF8(Substring("né!", 2, 2), replacement="?")', result: "?!" },
    { source: "ToValidUTF8(1)", error: "argument_type" },
  ],
  create(_, replacement = "\ufffd") {
    if (hasByteEscape(replacement)) {
      const [expected, found] = ["UTF-8", "other bytes"];
      throw new Failure("argument_value", { argument: "replacement", expected, found });
    }
    return (target) => (hasByteEscape(target) ? target.replace(brokenBytes, () => replacement) : target);
  },
});

const brokenBytes = /[\udc80-\udcff]+/gu;
