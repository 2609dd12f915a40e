import { expect, test } from "vitest";
import { decodeUtf8 } from "../../src/core/utf8.ts";
import { parseExposition } from "../../src/prometheus.ts";

const littleEndian = Buffer.from("\ufeffx 1\n", "utf16le");
const bigEndian = Buffer.from(littleEndian).swap16();
const start = "a line is a comment or begins with a metric name, found";

test.each([littleEndian, bigEndian])("a scrape of UTF-16 is named, however it was decoded", (bytes) => {
  for (const text of [decodeUtf8(bytes), bytes.toString("utf8")])
    expect(parseExposition(text).error?.message).toBe(`${start} UTF-16 where UTF-8 must be`);
});

test.each([
  ["\udca8\n", `${start} what is not UTF-8 (byte 0xA8)`],
  ["x \udca8\n", '"\\xA8" is not a number'],
  ["\ufeffx 1\n", `${start} a byte order mark (U+FEFF)`],
  ["\u200bx 1\n", `${start} "\\u200b"`],
  ["x\u00a01\n", '"\\u00a01" is not a number'],
  ["x 1 \u{e0001}\n", 'only a timestamp may follow the value, found "\\udb40\\udc01"'],
  ["x é1 \n", '"é1" is not a number'],
])("what cannot be seen is written so that it can: %j", (text, message) => {
  expect(parseExposition(text).error?.message).toBe(message);
});
