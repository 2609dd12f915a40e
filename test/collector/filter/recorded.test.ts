import { describe, expect, test } from "vitest";
import { createFilter } from "../../../src/collector/filter/create-filter.ts";
import type { EvaluationProblem } from "../../../src/collector/processor.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import type { FilterCase } from "./cases/case.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { outline } from "./outline.ts";
import { payloads } from "./payloads.ts";
import { type Outcome, outcomeOf, recordedCases, type Version, versions } from "./recorded.ts";

deepFreeze(payloads);
const cases = recordedCases().map((recorded) => ({
  recorded,
  name: `${JSON.stringify(recorded.config)} on ${recorded.payload}`,
}));

test("enough is recorded", () => {
  expect(cases.length).toBeGreaterThan(700);
});

describe.each(versions)("filterprocessor %s", (version) => {
  test.each(cases.filter(({ recorded }) => !isForgotten(recorded)))("$name", ({ recorded }) => {
    expect(outcome(recorded, version)).toEqual(outcomeOf(recorded, version));
  });
});

describe("errors under propagate that the reference forgets where later groups leave nothing are reported", () => {
  const forgotten = cases.filter(({ recorded }) => isForgotten(recorded));

  test("there are such cases", () => expect(forgotten).toHaveLength(2));

  test.each(forgotten)("$name", ({ recorded }) => {
    expect(outcomeOf(recorded, "0.165.0")).toEqual({ errors: 0 });
    expect(outcome(recorded, "0.165.0")).toEqual({ errors: 4 });
  });
});

/** A group that fails under propagate on four metrics, and one after it that drops everything. */
function isForgotten({ config }: FilterCase): boolean {
  const text = JSON.stringify(config);
  return text.includes('{"error_mode":"ignore","conditions":["metric.name != nil"]}]');
}

function outcome(one: FilterCase, version: Version): Outcome {
  const problems: EvaluationProblem[] = [];
  let filter: ReturnType<typeof createFilter>;
  try {
    const text = JSON.stringify({ processors: { "filter/case": one.config } }).replaceAll("$", "$$$$");
    filter = createFilter(text, "filter/case", {
      compatibility: version,
      onError: (problem) => problems.push(problem),
    });
  } catch (error) {
    if (!(error instanceof OttlError) || error.phase !== "configuration") throw error;
    return { refused: "config", errors: 0 };
  }
  try {
    const { output } = filter.apply(payloads[one.payload]);
    const errors = problems.length;
    return output.resourceMetrics?.length === 0 ? { errors } : { output: outline(output), errors };
  } catch (error) {
    if (!(error instanceof OttlError) || error.phase !== "evaluation") throw error;
    return { refused: "consume", errors: problems.length };
  }
}
