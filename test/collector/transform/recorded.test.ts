import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import type { EvaluationProblem } from "../../../src/collector/processor.ts";
import { createTransform } from "../../../src/collector/transform/create-transform.ts";
import type { Transform } from "../../../src/collector/transform/types.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { canonicalPayload } from "../../../src/shapes/otlp-json.ts";
import { deepFreeze } from "../deep-freeze.ts";
import type { TransformCase } from "./cases/case.ts";
import { payloads } from "./payloads.ts";
import { errorsOf, type Outcome, outcomeOf, recordedCases, type Version, versions } from "./recorded.ts";

deepFreeze(payloads);
const cases = recordedCases().map((recorded, i) => ({
  recorded,
  name: `${i}: ${JSON.stringify(recorded.config)} on ${recorded.payload}`,
}));

test("enough is recorded", () => {
  expect(cases.length).toBeGreaterThan(500);
});

describe.each(versions)("transformprocessor %s", (version) => {
  test.each(cases)("$name", ({ recorded }) => {
    expect(outcome(recorded, version)).toEqual(outcomeOf(recorded, version));
  });
});

function outcome(one: TransformCase, version: Version): Outcome {
  const problems: EvaluationProblem[] = [];
  let transform: Transform;
  try {
    const text = JSON.stringify({ processors: { "transform/case": one.config } }).replaceAll("$", "$$$$");
    transform = createTransform(text, "transform/case", {
      compatibility: version,
      gates: one.gates ?? [],
      onError: (problem) => problems.push(problem),
    });
  } catch (error) {
    if (!(error instanceof OttlError) || error.phase !== "configuration") throw error;
    return { refused: "config" };
  }
  try {
    const given = payloads[one.payload];
    const output = canonicalPayload(transform.apply(given).output);
    const failed = problems.map(({ kind = "", text }) => ({ kind, text }));
    return {
      output: isDeepStrictEqual(output, canonicalPayload(given)) ? "same" : output,
      ...(failed.length === 0 ? {} : { errors: errorsOf(failed) }),
    };
  } catch (error) {
    if (!(error instanceof OttlError) || error.phase !== "evaluation") throw error;
    return { refused: "consume" };
  }
}
