import { expect, test } from "vitest";
import { decodeUtf8 } from "../../src/core/utf8.ts";
import type { FunctionDefinition, TextTest } from "../../src/functions/define-function.ts";
import { hasPrefix } from "../../src/functions/string/has-prefix.ts";
import { hasSuffix } from "../../src/functions/string/has-suffix.ts";
import { isMatch } from "../../src/functions/string/is-match.ts";
import { compileRegexp } from "../../src/regexp/compile.ts";
import fc from "../property.ts";

const texts = fc.oneof(
  fc.string({
    unit: fc.constantFrom("a", "b", ".", "*", "^", "$", "\\", "\n", "é", "😀", "\ufffd"),
    maxLength: 6,
  }),
  fc
    .array(fc.constantFrom(0x61, 0xc3, 0xa9, 0x80), { maxLength: 4 })
    .map((bytes) => decodeUtf8(Uint8Array.from(bytes))),
);

const makeTest = (definition: FunctionDefinition) => definition.textTest as (literal: unknown) => TextTest;
const evaluate = (definition: FunctionDefinition) =>
  definition.create() as (text: string, literal: unknown) => boolean;

test.each([hasPrefix, hasSuffix])(
  "the text test of $name says the same as the function and as its pattern",
  (definition) => {
    fc.assert(
      fc.property(texts, texts, (text, affix) => {
        const { test: passes, pattern } = makeTest(definition)(affix);
        const expected = evaluate(definition)(text, affix);
        expect(passes(text)).toBe(expected);
        if (pattern !== undefined) expect(compileRegexp(pattern).test(text)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  },
);

test("the text test of IsMatch is its pattern", () => {
  const { test: passes, pattern } = makeTest(isMatch)(compileRegexp("^a+$"));
  expect(pattern).toBe("^a+$");
  expect([passes("aa"), passes("ab")]).toEqual([true, false]);
});

test("a text that patterns cannot tell from others has no pattern", () => {
  expect(makeTest(hasPrefix)("\udcc3").pattern).toBeUndefined();
  expect(makeTest(hasPrefix)("a\ufffd").pattern).toBeUndefined();
  expect(makeTest(hasPrefix)("a.b").pattern).toBe("^a\\.b");
});
