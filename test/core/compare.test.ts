import { describe, expect, test } from "vitest";
import { type Comparison, compareValues } from "../../src/core/compare.ts";
import { Failure } from "../../src/core/failure.ts";
import { fixture, readSpecimens } from "./fixture.ts";

const specimens = readSpecimens();
const recorded = fixture<Readonly<Record<Comparison, readonly string[]>>>("comparisons");

describe("every pair of specimens compares as the reference does", () => {
  test.each(Object.keys(recorded) as Comparison[])("%s", (operator) => {
    const differences: string[] = [];
    specimens.forEach((left, i) => {
      specimens.forEach((right, j) => {
        const expected = recorded[operator][i]?.[j];
        const found = verdict(operator, left.value, right.value);
        if (found !== expected) {
          differences.push(`${left.expression} ${operator} ${right.expression}: ${expected}, found ${found}`);
        }
      });
    });
    expect(differences).toEqual([]);
  });
});

function verdict(...pair: Parameters<typeof compareValues>): string {
  try {
    return compareValues(...pair) ? "T" : "F";
  } catch (error) {
    // Where the reference panics there is an error of our own.
    return error instanceof Failure && error.code === "comparison_unsupported" ? "P" : String(error);
  }
}
