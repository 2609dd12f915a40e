import { oneOf, parseOptions } from "../parse-options.ts";
import { UsageError } from "../usage-error.ts";

const reporters = ["pretty", "json", "junit", "tap"] as const;

/** How results are told. */
export type Reporter = (typeof reporters)[number];

/** What `ottlkit test` is asked to do. */
export interface TestOptions {
  /** Files and glob patterns of suites. */
  readonly suites: readonly string[];
  /** A case is run where its name holds this, whatever its case. */
  readonly filter: string | undefined;
  readonly reporter: Reporter;
  /** Whether the cases are run again where a file changes. */
  readonly watch: boolean;
  readonly coverage: boolean;
  readonly coverageLcov: string | undefined;
  readonly coverageHtml: string | undefined;
  /** Per cent of outcomes that must have been seen. */
  readonly threshold: number | undefined;
}

const usualSuites = "**/*.{suite,ottl-test}.{yaml,yml}";

export const testUsage = `usage: ottlkit test [<file|glob>…] [options]

Runs suites of rule tests: YAML files that say what a Collector's processor or pipeline, conditions or statements are
to make of records. Without a file, those that match ${usualSuites}.

options
  --filter <text>         run the cases only whose name holds a text
  --watch                 run again where a suite, a configuration or an input changes; Ctrl-C ends
  --reporter <how>        pretty (default), json, junit or tap
  --coverage              show which conditions and sub-conditions were seen true, false or failing
  --coverage-lcov <file>  write that for editors and services, as lcov
  --coverage-html <file>  write that as a page
  --threshold <per cent>  fail where less of the outcomes was seen
  -h, --help              show this help

exit codes
  0  every case passed
  1  a case failed, or the coverage is below the threshold
  2  the command line, a suite, a configuration or an input cannot be used
`;

const declared = {
  filter: { type: "string" },
  watch: { type: "boolean" },
  reporter: { type: "string" },
  coverage: { type: "boolean" },
  "coverage-lcov": { type: "string" },
  "coverage-html": { type: "string" },
  threshold: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the arguments behind `test`, `undefined` where they ask for help; throws a `UsageError`. */
export function testOptions(args: readonly string[]): TestOptions | undefined {
  const { values, positionals } = parseOptions("test", args, declared);
  if (values.help) return undefined;
  if (positionals.includes("")) throw new UsageError("the name of a file is empty");
  for (const name of ["coverage-lcov", "coverage-html"] as const)
    if (values[name] === "") throw new UsageError(`the name after --${name} is empty`);
  const { watch = false, reporter = "pretty" } = values;
  if (watch && reporter !== "pretty")
    throw new UsageError("--watch is for readers: it has the reporter pretty only");
  return {
    suites: positionals.length === 0 ? [usualSuites] : positionals,
    filter: values.filter,
    reporter: oneOf("--reporter", reporter, reporters),
    watch,
    coverage: values.coverage ?? false,
    coverageLcov: values["coverage-lcov"],
    coverageHtml: values["coverage-html"],
    threshold: values.threshold === undefined ? undefined : perCent(values.threshold),
  };
}

function perCent(given: string): number {
  const number = given.trim() === "" ? Number.NaN : Number(given);
  if (number >= 0 && number <= 100) return number;
  throw new UsageError(`--threshold must be a number from 0 to 100, found "${given}"`);
}
