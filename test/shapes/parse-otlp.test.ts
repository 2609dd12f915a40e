import { expect, test } from "vitest";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { parseOtlp } from "../../src/shapes/parse-otlp.ts";
import fc from "../property.ts";

const refusal = (text: string) => {
  try {
    parseOtlp(text);
  } catch (error) {
    if (error instanceof OttlError) {
      const { code, diagnostics, message } = error;
      return { code, at: diagnostics[0].span.start, message };
    }
    throw error;
  }
  throw new Error("it is taken");
};

test("64-bit integers without quotes are not rounded", () => {
  const text = `{"intValue": 9007199254740993, "asInt":-9223372036854775808, "timeUnixNano":1700000000000000001,
    "startTimeUnixNano" :\n18446744073709551615, "endTimeUnixNano": 1700000000000000003, "count":12,
    "observedTimeUnixNano": 1700000000000000005, "bucketCounts": [1, 9007199254740993, "9007199254740995"]}`;
  expect(parseOtlp(text)).toEqual({
    intValue: "9007199254740993",
    asInt: "-9223372036854775808",
    timeUnixNano: "1700000000000000001",
    startTimeUnixNano: "18446744073709551615",
    endTimeUnixNano: "1700000000000000003",
    observedTimeUnixNano: "1700000000000000005",
    count: 12,
    bucketCounts: [1, "9007199254740993", "9007199254740995"],
  });
});

test("what only looks like an integer stays as it is", () => {
  const text =
    '{"s":"\\"intValue\\": 9007199254740993","intValue\\"":1,"count":12345678901234567.5,"sum":9007199254740993}';
  expect(parseOtlp(text)).toEqual(JSON.parse(text));
});

test("half characters written as escapes become U+FFFD, whole ones stay", () => {
  expect(parseOtlp('["\\ud800", "\\ude00\\ud83d\\ude00", "\\\\ud800", "\\uD83D\\uDE00"]')).toEqual([
    "\ufffd",
    "\ufffd😀",
    "\\ud800",
    "😀",
  ]);
});

test("__proto__ is a key like any other", () => {
  const parsed = parseOtlp('{"__proto__": {"polluted": 1}}');
  expect(Object.keys(parsed as object)).toEqual(["__proto__"]);
  expect({}).not.toHaveProperty("polluted");
});

test.each([
  ['{"a":1,}', 7, "expected a key in double quotes"],
  ["[1 2]", 3, 'expected "," or "]"'],
  ['{"a" 1}', 5, 'expected ":"'],
  ["{a:1}", 1, "expected a key in double quotes"],
  ['"abc', 0, "the string is not closed"],
  ["[1,\n2", 5, "the text ends too early"],
  ["1 2", 2, "there is more after the value"],
  ["", 0, "the text ends too early"],
  ['{"a":"\\x"}', 6, "there is no such escape"],
  ['{"a":tru}', 5, "expected a value"],
  ["[01]", 2, 'expected "," or "]"'],
  ['"a\nb"', 2, "a control character must be escaped"],
  ["[]]", 2, "there is more after the value"],
  ["\ufeff{}", 0, "expected a value"],
])("%j is refused with the place and the reason", (text, at, reason) => {
  expect(refusal(text)).toEqual({ code: "payload_not_json", at, message: `the text is not JSON: ${reason}` });
});

test("any text is either what JSON.parse makes of it or refused with a place inside it", () => {
  const texts = fc.oneof(
    fc.json({ maxDepth: 4 }),
    fc.json().chain((json) =>
      fc
        .tuple(fc.nat(json.length), fc.constantFrom('"', ",", "{", "]", "\\", "1", "\u0001", ""))
        .map(([at, insert]) => {
          return json.slice(0, at) + insert + json.slice(at + 1);
        }),
    ),
  );
  fc.assert(
    fc.property(texts, (text) => {
      let expected: unknown;
      try {
        expected = JSON.parse(text);
      } catch {
        const { at } = refusal(text);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(text.length);
        return;
      }
      if (!/\\u[dD][89a-f]|\d{16}/.test(text)) expect(parseOtlp(text)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test("a text of a million brackets is read or refused, and does not overflow the stack", () => {
  expect(refusal("[".repeat(1_000_000)).code).toBe("payload_not_json");
});
