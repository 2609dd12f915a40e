import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { decodeUtf8, encodeUtf8 } from "../../core/utf8.ts";
import { defineFunction, param } from "../define-function.ts";
import { decodeBase64 } from "../lib/base64.ts";

export const base64Decode = defineFunction({
  kind: "converter",
  name: "Base64Decode",
  category: "encoding",
  summary: "The text whose bytes a base64 string says; newer versions have Decode instead.",
  params: [param("target", t.string, "The base64 string, padded.")],
  returns: t.string,
  since: "0.104.0",
  until: "0.160.0",
  examples: [
    { source: 'Base64Decode("aMOpbGxv")', result: "héllo" },
    { source: 'Base64Decode("a=b")', error: "undecodable_text" },
    { source: "Base64Decode(1)", error: "argument_type" },
  ],
  evaluate(target) {
    const decoded = decodeBase64(encodeUtf8(target), { url: false, padded: true });
    if (typeof decoded !== "number") return decodeUtf8(decoded);
    throw new Failure("undecodable_text", { encoding: "base64", offset: decoded });
  },
});
