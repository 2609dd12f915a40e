import { describe, expect, test } from "vitest";
import { convertToBool, convertToDouble, convertToInt } from "../../src/core/convert.ts";
import { Failure } from "../../src/core/failure.ts";
import { textOf } from "../../src/core/text.ts";
import type { Value } from "../../src/core/values.ts";
import { encode, fixture, normalized, readSpecimens } from "./fixture.ts";

const recorded = fixture<{
  readonly specimens: readonly (readonly unknown[])[];
  readonly texts: readonly (readonly [string, ...unknown[]])[];
  readonly doubles: readonly (readonly [string, unknown, unknown])[];
}>("conversions");

const converters = [textOf, convertToInt, convertToDouble, convertToBool] as const;

describe("conversions answer as the reference's String, Int, Double and Bool do", () => {
  test("for every specimen", () => {
    readSpecimens().forEach(({ expression, value }, i) => {
      expect(convertAll(value), expression).toEqual(recorded.specimens[i]?.map(normalized));
    });
  });

  test.each<[string, ...unknown[]]>(recorded.texts.map((row) => [...row]))(
    "for the text %j",
    (text, ...results) => {
      expect(convertAll(text)).toEqual(results.map(normalized));
    },
  );

  test("for doubles of all magnitudes", () => {
    const found = recorded.doubles.map(([digits]) => convertAll(Number(digits)).slice(0, 2));
    expect(found).toEqual(recorded.doubles.map(([, ...results]) => results.map(normalized)));
    expect(recorded.doubles.length).toBeGreaterThan(400);
  });
});

function convertAll(value: Value): unknown[] {
  return converters.map((convert) => {
    try {
      return encode(convert(value));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return "error";
    }
  });
}
