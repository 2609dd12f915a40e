import { describe, expect, test } from "vitest";
import { type Calculation, calculate, negate } from "../../src/core/arithmetic.ts";
import { Failure } from "../../src/core/failure.ts";
import type { Value } from "../../src/core/values.ts";
import { encode, fixture, normalized, readSpecimens } from "./fixture.ts";

type Row = Readonly<Record<string, unknown>>;

const specimens = readSpecimens();
const { negated, ...calculations } = fixture<Readonly<Record<string, readonly Row[]>>>("calculations");

describe("every pair of specimens calculates as the reference does", () => {
  test.each(Object.entries(calculations))("%s", (operator, rows) => {
    specimens.forEach((left, i) => {
      const found = specimens.map((right) =>
        outcome(() => calculate(operator as Calculation, left.value, right.value)),
      );
      expect(sparse(found), left.expression).toEqual(sparse(specimens.map((_, j) => cell(rows[i], j))));
    });
  });
});

test("every specimen is negated as the reference does", () => {
  const found = specimens.map((specimen) => outcome(() => negate(specimen.value)));
  expect(sparse(found)).toEqual(sparse(specimens.map((_, j) => cell(negated?.[0], j))));
});

function cell(row: Row | undefined, column: number): unknown {
  return normalized(row?.[String(column)] ?? "error");
}

function outcome(run: () => Value): unknown {
  try {
    return encode(run());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.code === "division_by_zero" ? "division by zero" : "error";
  }
}

function sparse(cells: readonly unknown[]): readonly unknown[] {
  return cells
    .map((content, i) => [specimens[i]?.expression, content])
    .filter(([, content]) => content !== "error");
}
