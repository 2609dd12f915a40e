import { describe, expect, test } from "vitest";
import { readFloat, readInt } from "../../src/syntax/numbers.ts";
import { quote, sourceOffset, unquote } from "../../src/syntax/strings.ts";
import fc from "../property.ts";

const pieces = [
  "a",
  "é",
  "😀",
  "\n",
  "\\n",
  "\\\\",
  '\\"',
  "\\x41",
  "\\101",
  "\\u00e9",
  "\\U0001F600",
  "\\377",
];
const literal = fc.array(fc.constantFrom(...pieces)).map((parts) => `"${parts.join("")}"`);
const read = (text: string) => {
  const reading = unquote(text);
  return "value" in reading ? reading.value : undefined;
};

describe("strings", () => {
  test("a quoted string is read as the same string, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        expect(read(quote(value))).toBe(value.toWellFormed());
      }),
    );
  });

  test("escapes give characters, not bytes", () => {
    expect(read('"\\xff\\377\\u00ff\\U000000ff"')).toBe("ÿÿÿÿ");
    expect(read('"\\a\\b\\f\\n\\r\\t\\v\\\\\\""')).toBe('\x07\b\f\n\r\t\v\\"');
  });

  test("a byte that is not UTF-8 becomes U+FFFD", () => {
    expect(read('"a\udc80b\ud800"')).toBe("a\ufffdb\ufffd");
  });

  test("tells where each escape that does not exist is", () => {
    expect(unquote('"\\d\\n\\ud800 \\8"')).toEqual({
      invalid: [
        { start: 1, end: 3 },
        { start: 5, end: 11 },
        { start: 12, end: 14 },
      ],
    });
  });

  test("an offset in the value leads to the piece of source that made it", () => {
    fc.assert(
      fc.property(literal, fc.nat(), (text, at) => {
        const source = `name == ${text}`;
        const span = { start: source.length - text.length, end: source.length };
        const value = read(text) ?? "";
        const offset = at % (value.length + 1);
        fc.pre(!/[\ud800-\udbff]$/.test(value.slice(0, offset)));
        const place = sourceOffset(source, span, offset);
        expect(read(`${source.slice(span.start, place)}"`)).toBe(value.slice(0, offset));
      }),
    );
  });

  test("an offset inside a pair of surrogates is inside it or before its escape", () => {
    expect(sourceOffset('"a😀"', { start: 0, end: 5 }, 2)).toBe(3);
    expect(sourceOffset('"a\\U0001F600b"', { start: 0, end: 14 }, 2)).toBe(2);
    expect(sourceOffset('"a\\U0001F600b"', { start: 0, end: 14 }, 3)).toBe(12);
  });

  test("an offset beyond the value is the closing quote", () => {
    expect(sourceOffset('"a\\n"', { start: 0, end: 5 }, 99)).toBe(4);
  });
});

describe("numbers", () => {
  test.each([
    ["0", "0"],
    ["000", "0"],
    ["10", "10"],
    ["00012", "10"],
    ["0777777777777777777777", "9223372036854775807"],
    ["9223372036854775807", "9223372036854775807"],
    ["00000000000000000000000000000000000001", "1"],
  ])("%s is %s", (image, digits) => expect(readInt(image)).toEqual({ digits }));

  test.each([
    ["08", "invalid_octal"],
    ["9223372036854775808", "int_out_of_range"],
    ["01000000000000000000000", "int_out_of_range"],
    ["99999999999999999999999999999", "int_out_of_range"],
  ])("%s is refused: %s", (image, wrong) => expect(readInt(image)).toEqual({ wrong }));

  test("a float out of range is refused, one that is too small is zero", () => {
    expect([readFloat("1.0e400"), readFloat("1.0e-400"), readFloat("1."), readFloat(".5")]).toEqual([
      null,
      0,
      1,
      0.5,
    ]);
  });
});
