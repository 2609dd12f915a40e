import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { outcomesOf } from "../../engine/coverage.ts";
import { requireObject, requireText } from "../require.ts";
import { readSuite } from "./read-suite.ts";
import { RuleCoverage } from "./rule-coverage.ts";
import { type CaseResult, runSuite } from "./run-suite.ts";
import type { SuiteFiles } from "./suite-input.ts";

/** How a suite is tested. */
export interface TestSuiteOptions {
  /** The name of the suite's file, for messages. */
  readonly file?: string;
  /** Gives the files that the suite names: configurations, inputs and outputs; default: there are none. */
  readonly files?: SuiteFiles;
  /** Chooses cases by their names; default: all. */
  readonly filter?: (name: string) => boolean;
  /** Whether it is to be told how far the cases reach; default `false`, since each condition is explained for that. */
  readonly coverage?: boolean;
}

/** How a suite went. */
export interface SuiteResult {
  /** Whether every case passed. */
  readonly passed: boolean;
  readonly cases: readonly CaseResult[];
  /**
   * How many outcomes of conditions and statements there are to be seen, and how many the cases have shown: that each
   * condition and sub-condition is true and false, and that each editor runs.
   */
  readonly coverage?: { readonly seen: number; readonly all: number };
}

/**
 * Tests rules by a suite: the YAML text that `ottlkit test` takes.
 *
 * @throws {OttlError} of phase `configuration` with everything that is wrong with the suite, a rule or an input, and its
 * place; what is not as expected is in the result.
 */
export function testSuite(text: string, options: TestSuiteOptions = {}): SuiteResult {
  requireText("the suite", text);
  requireObject("the options", options);
  const { file, files = noFiles, filter, coverage = false } = options;
  const seen = coverage ? new RuleCoverage() : undefined;
  const cases = [
    ...runSuite(readSuite(text, file), {
      files,
      ...(filter === undefined ? {} : { filter }),
      ...(seen === undefined ? {} : { onOutcome: (rule, outcome) => seen.add(rule, outcome) }),
    }),
  ];
  return {
    passed: cases.every(({ passed }) => passed),
    cases,
    ...(seen === undefined ? {} : { coverage: outcomesOf(seen.texts.flatMap(({ covered }) => covered)) }),
  };
}

const noFiles: SuiteFiles = (pattern) => {
  const problem = `${JSON.stringify(pattern)} cannot be read: the option "files" gives the files of a suite`;
  throw new OttlError(
    "configuration",
    [makeDiagnostic("invalid_setting", { problem }, { start: 0, end: 0 })],
    "",
  );
};
