import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { decodeUtf8, encodeUtf8 } from "../../core/utf8.ts";
import { typeNameOf, type Value } from "../../core/values.ts";
import { quoted } from "../../diagnostics/quoted.ts";
import { defineFunction, param } from "../define-function.ts";
import { base64Variant, decodeBase64 } from "../lib/base64.ts";
import { type Charset, findCharset } from "../lib/charset/find-charset.ts";

export const decode = defineFunction({
  kind: "converter",
  name: "Decode",
  category: "encoding",
  summary: "The text that bytes of an encoding mean; what means nothing becomes U+FFFD.",
  params: [
    param("target", t.any, "The bytes, or a string, whose bytes are decoded."),
    param(
      "encoding",
      t.literalWithout("dynamic_pattern", t.string),
      "`base64`, `base64-raw`, `base64-url`, `base64-raw-url`, or the IANA name of a character set, such as " +
        "`utf-16le`, `windows-1252`, `shift_jis`, `gb18030`; `utf-8-raw` keeps bytes that are not UTF-8.",
    ),
  ],
  returns: t.string,
  since: "0.109.0",
  examples: [
    { source: 'Decode("aMOpbGxv", "base64")', result: "héllo" },
    { source: 'Decode(0x80313233, "windows-1252")', result: "€123" },
    { source: 'Decode(0x93fa967b8cea, "Shift_JIS")', result: "日本語" },
    { source: 'Decode("a=b", "base64")', error: "undecodable_text" },
    { source: 'Decode("a", "utf-7")', error: "call_refused" },
    { source: 'Decode(1, "utf-8")', error: "type_mismatch" },
  ],
  create(_, known) {
    const decoder = known === undefined ? undefined : decoderOf(known);
    return (target, encoding) => {
      const bytes = bytesOf(target);
      return (decoder ?? decoderOf(encoding))(bytes);
    };
  },
  formerly: [
    {
      without: "strict_encodings",
      create: () => (target: Value, encoding: string) => decodeLate(target, encoding),
    },
    {
      without: "raw_utf8",
      create: () => (target: Value, encoding: string) => {
        if (isRawUtf8(encoding)) throw unknownEncoding(encoding);
        return decodeLate(target, encoding);
      },
    },
    {
      without: "base64_variants",
      create: () => (target: Value, encoding: string) => {
        const isVariant = base64Variant(encoding) !== undefined && encoding !== "base64";
        if (isVariant || isRawUtf8(encoding)) throw unknownEncoding(encoding);
        return decodeLate(target, encoding);
      },
    },
  ],
});

function isRawUtf8(encoding: string): boolean {
  return /^utf-?8-raw$/i.test(encoding);
}

/** Finds the encoding only when it is needed. */
function decodeLate(target: Value, encoding: string): Value {
  return decoderOf(encoding)(bytesOf(target));
}

function bytesOf(target: Value): Uint8Array {
  if (target instanceof Uint8Array) return target;
  if (typeof target === "string") return encodeUtf8(target);
  throw new Failure("type_mismatch", { expected: "string or bytes", found: typeNameOf(target) });
}

function decoderOf(encoding: string): Charset {
  const variant = base64Variant(encoding);
  if (variant !== undefined) {
    return (bytes) => {
      const decoded = decodeBase64(bytes, variant);
      if (typeof decoded !== "number") return decodeUtf8(decoded);
      throw new Failure("undecodable_text", { encoding, offset: decoded });
    };
  }
  const charset = findCharset(encoding);
  if (charset !== undefined) return charset;
  throw unknownEncoding(encoding);
}

function unknownEncoding(encoding: string): Failure {
  const expected = "a base64 variant or the IANA name of a supported character set";
  return new Failure("argument_value", { argument: "encoding", expected, found: quoted(encoding) });
}
