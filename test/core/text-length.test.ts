import { expect, test } from "vitest";
import { toBase64 } from "../../src/core/bytes.ts";
import { Failure } from "../../src/core/failure.ts";
import { longestText } from "../../src/core/limits.ts";
import { joinTexts } from "../../src/core/text-length.ts";
import { OttlError, statement, value } from "../../src/index.ts";

const mebi = 1 << 20;
const text = "x".repeat(longestText / 2);

/** A log record whose attributes `x` and `list` are long. */
function record(stringValue: string) {
  const values = Array.from({ length: 9 }, () => ({ stringValue }));
  return {
    log: {
      body: { stringValue },
      attributes: [
        { key: "x", value: { stringValue } },
        { key: "list", value: { arrayValue: { values } } },
        { key: "bytes", value: { bytesValue: toBase64(new Uint8Array(1)) } },
      ],
    },
  };
}

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return error instanceof OttlError ? error.diagnostics[0]?.code : String(error);
  }
  return undefined;
}

test.each([
  'Concat([body, body], "-")',
  'Hex(Concat([body, body], ""))',
  'Base64Encode(Concat([body, body], ""))',
  'String(attributes["list"])',
  "ToKeyValueString(attributes)",
  'InsertXML("<a/>", "/a", Concat(["<b>", body, "</b><b>", body, "</b>"], ""))',
  'Format("%s%s-", [body, body])',
])("no function makes a text that is too long: %s", (source) => {
  expect(codeOf(() => value("log", source).evaluate(record(text)))).toBe("text_too_long");
});

test.each(['Concat([body, body], "")', "String(body)", 'Hex(attributes["bytes"])'])(
  "the longest text may be made: %s",
  (source) => {
    expect(codeOf(() => value("log", source).evaluate(record(text)))).toBeUndefined();
  },
);

test.each([
  'replace_pattern(body, "x+", "$0$0$0$0$0$0$0$0$0$0")',
  'replace_all_patterns(attributes, "value", "x+", "$0$0$0$0$0$0$0$0$0$0")',
])("no editor writes a text that is too long: %s", (source) => {
  const long = record("x".repeat(8 * mebi));
  expect(codeOf(() => statement("log", source).execute(long))).toBe("text_too_long");
});

test("texts are not joined where they would be too long", () => {
  const half = "x".repeat(longestText / 2);
  expect(joinTexts([half, half], "")).toHaveLength(longestText);
  expect(() => joinTexts([half, half], "-")).toThrow(Failure);
  expect(joinTexts([], "-")).toBe("");
});
