import { describe, expect, test } from "vitest";
import { createFilter } from "../../../src/collector/filter/create-filter.ts";
import type { EvaluationProblem } from "../../../src/collector/processor.ts";
import { isEmpty, type SignalName, signals, type TelemetryData } from "../../../src/collector/signals.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { deepFreeze } from "../deep-freeze.ts";
import type { FilterCase } from "./cases/case.ts";
import { outline } from "./outline.ts";
import { payloads } from "./payloads.ts";
import { type Outcome, outcomeOf, recordedCases, runsOf, type Version, versions } from "./recorded.ts";

deepFreeze(payloads);
const cases = recordedCases().map((recorded) => ({
  recorded,
  name: `${JSON.stringify(recorded.config)} on ${recorded.payload}`,
}));

test("enough is recorded", () => {
  expect(cases.length).toBeGreaterThan(1400);
});

describe.each(versions)("filterprocessor %s", (version) => {
  test.each(cases.filter(({ recorded }) => !isForgotten(recorded)))("$name", ({ recorded }) => {
    expect(outcome(recorded, version)).toEqual(outcomeOf(recorded, version));
  });
});

describe("errors under propagate that the reference forgets where later groups leave nothing are reported", () => {
  const forgotten = cases.filter(({ recorded }) => isForgotten(recorded));

  test("there are such cases", () => expect(forgotten).toHaveLength(3));

  test.each(forgotten)("$name", ({ recorded }) => {
    expect(outcomeOf(recorded, "0.165.0")).toEqual({ errors: 0 });
    expect(outcome(recorded, "0.165.0")).toMatchObject({ errors: 4 });
  });
});

/** Groups that fail under propagate four times, and one after them that leaves nothing. */
function isForgotten({ config }: FilterCase): boolean {
  const text = JSON.stringify(config);
  const spans =
    '{"error_mode":"propagate","trace_conditions":[{"context":"spanevent","conditions":["HasPrefix';
  return (
    text.includes('{"error_mode":"ignore","conditions":["metric.name != nil"]}]') || text.startsWith(spans)
  );
}

function outcome(one: FilterCase, version: Version): Outcome {
  const problems: EvaluationProblem[] = [];
  let filter: ReturnType<typeof createFilter>;
  try {
    const text = JSON.stringify({ processors: { "filter/case": one.config } }).replaceAll("$", "$$$$");
    filter = createFilter(text, "filter/case", {
      compatibility: version,
      signal: signalOf(payloads[one.payload]),
      onError: (problem) => problems.push(problem),
    });
  } catch (error) {
    if (!(error instanceof OttlError) || error.phase !== "configuration") throw error;
    return { refused: "config", errors: 0 };
  }
  try {
    const { output } = filter.apply<TelemetryData>(payloads[one.payload]);
    const failed = runsOf(problems.map(({ text }) => text));
    const errors = { errors: problems.length, ...(failed.length > 0 ? { failed } : {}) };
    return isEmpty(output) ? errors : { output: outline(output), ...errors };
  } catch (error) {
    if (!(error instanceof OttlError) || error.phase !== "evaluation") throw error;
    return { refused: "consume", errors: problems.length };
  }
}

function signalOf(payload: object): SignalName {
  return signals.find(({ resources }) => resources in payload)?.name ?? "metrics";
}
