import { Failure } from "../../core/failure.ts";
import { failureDiagnostic } from "../../engine/failure-diagnostic.ts";
import { canonicalPayload } from "../../shapes/otlp-json.ts";
import { parsePayloads } from "../parse-payloads.ts";
import { type Difference, differences, differenceText } from "./differences.ts";
import type { Outcome } from "./outcome.ts";
import { ownParts } from "./own-parts.ts";
import type { SuiteCase } from "./read-suite.ts";
import { type SuiteFiles, wire } from "./suite-input.ts";

const mostDifferences = 10;

/** What of the output is not exactly what is expected. */
export function outputFailures(one: SuiteCase, outcome: Outcome, files: SuiteFiles): readonly string[] {
  const { output, output_file: file } = one.expect;
  const found = [
    ...(output === undefined ? [] : compare(one, [wire(output)].flat(), outcome)),
    ...(file === undefined
      ? []
      : compare(
          one,
          files(file).flatMap(({ text, name }) => parsePayloads(text, name)),
          outcome,
        )),
  ];
  if (found.length === 0) return [];
  const lines = found
    .slice(0, mostDifferences)
    .map((each) => `  ${differenceText(each, ["expected", "found"])}`);
  const more = found.length > mostDifferences ? [`  … ${found.length - mostDifferences} more`] : [];
  return [
    [`output: ${found.length} ${found.length === 1 ? "difference" : "differences"}`, ...lines, ...more].join(
      "\n",
    ),
  ];
}

function compare(
  one: SuiteCase,
  expected: readonly unknown[],
  { passed, records }: Outcome,
): readonly Difference[] {
  const actual = passed?.left ?? records().map(({ left }) => left);
  const [a, b] = [expected, actual].map((each) =>
    each.map((item) => (passed === undefined ? record(item) : canonical(one, item))),
  );
  return a?.length === 1 && b?.length === 1 ? differences(a[0], b[0]) : differences(a, b);
}

/** A record without what it is in; whatever else is expected as it is. */
function record(given: unknown): unknown {
  return typeof given === "object" && given !== null ? ownParts(given) : given;
}

/** A payload as the reference would write it, so that different spellings of the same are the same. */
function canonical(one: SuiteCase, payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null) throw one.refuse("expect", "the output is no payload");
  try {
    return canonicalPayload(payload);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw one.refuse(
      "expect",
      `the output is no payload: ${failureDiagnostic(error, { start: 0, end: 0 }).message}`,
    );
  }
}
