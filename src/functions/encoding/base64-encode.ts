import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { encodeUtf8 } from "../../core/utf8.ts";
import { quoted } from "../../diagnostics/quoted.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { base64Alphabets, base64Names, base64Variant, encodeBase64 } from "../lib/base64.ts";

export const base64Encode = defineFunction({
  kind: "converter",
  name: "Base64Encode",
  category: "encoding",
  summary: "The bytes of a string in base64.",
  params: [
    param("target", t.string, "The string."),
    optional("variant", t.string, base64Alphabets, "base64"),
  ],
  returns: t.string,
  since: "0.147.0",
  examples: [
    { source: 'Base64Encode("a?>")', result: "YT8+" },
    { source: 'Base64Encode("a?>b", variant="base64-raw-url")', result: "YT8-Yg" },
    { source: 'Base64Encode("a", "base32")', error: "argument_value" },
    { source: "Base64Encode(1)", error: "argument_type" },
  ],
  evaluate(target, variant) {
    const known = base64Variant(variant);
    if (known !== undefined) return encodeBase64(encodeUtf8(target), known);
    throw new Failure("argument_value", {
      argument: "variant",
      expected: base64Names,
      found: quoted(variant),
    });
  },
});
