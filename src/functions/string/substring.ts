import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { decodeUtf8, encodeUtf8, isAscii } from "../../core/utf8.ts";
import { defineFunction, optional, param } from "../define-function.ts";

export const substring = defineFunction({
  kind: "converter",
  name: "Substring",
  category: "string",
  summary: "A part of a string, counted in bytes of its UTF-8.",
  params: [
    param("target", t.string, "The string."),
    param("start", t.int, "The number of bytes before the part."),
    param("length", t.int, "The number of bytes of the part, 1 or more; it must not go beyond the end."),
    optional(
      "utf8_safe",
      t.boolLiteral,
      "Whether characters that the cuts would break are left out.",
      false,
      "0.154.0",
    ),
  ],
  returns: t.string,
  since: "0.104.0",
  examples: [
    { source: 'Substring("response_total", 0, 8)', result: "response" },
    { source: 'Substring("héllo", 0, 2, utf8_safe=true)', result: "h" },
    { source: 'Substring("abc", 1, 3)', error: "invalid_range" },
    { source: 'Substring("abc", 0, 0)', error: "invalid_range" },
    { source: "Substring(5, 0, 1)", error: "argument_type" },
  ],
  evaluate(target, start, length, utf8Safe) {
    const bytes = isAscii(target) ? undefined : encodeUtf8(target);
    const size = bytes?.length ?? target.length;
    if (start < 0n || length <= 0n || start + length > size) {
      throw new Failure("invalid_range", { start: String(start), length: String(length), size });
    }
    const from = Number(start);
    const to = from + Number(length);
    if (bytes === undefined) return target.slice(from, to);
    return decodeUtf8(utf8Safe ? wholeCharacters(bytes, from, to) : bytes.subarray(from, to));
  },
});

function wholeCharacters(bytes: Uint8Array, start: number, end: number): Uint8Array {
  let from = start;
  let to = end;
  while (from < bytes.length && isContinuation(bytes[from] as number)) from++;
  while (from < to && to < bytes.length && isContinuation(bytes[to] as number)) to--;
  return bytes.subarray(from, Math.max(from, to));
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
