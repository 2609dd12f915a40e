import type { CaseResult } from "../../testing/suite/run-suite.ts";

/** How a suite went. */
export interface SuiteReport {
  readonly file: string;
  readonly results: readonly CaseResult[];
  /** Why the suite, a configuration or an input of it cannot be used: what ends the suite. */
  readonly broken?: string;
  readonly milliseconds: number;
}

/** The name of a case with the version that it ran with. */
export function fullName({ name, version }: CaseResult): string {
  return version === undefined ? name : `${name} (${version})`;
}

/** Evaluation errors of a case that passed although it expects none. */
export function swallowed({ passed, expectsErrors, errors }: CaseResult): CaseResult["errors"] {
  return passed && !expectsErrors ? errors : [];
}

/** How many cases there are, of several suites. */
export function totals(reports: readonly SuiteReport[]) {
  const results = reports.flatMap((report) => report.results);
  const passed = results.filter((result) => result.passed).length;
  const broken = reports.filter((report) => report.broken !== undefined).length;
  return { cases: results.length, passed, failed: results.length - passed, broken };
}
