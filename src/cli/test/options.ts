import { parseArgs } from "node:util";
import { suggestion } from "../../diagnostics/did-you-mean.ts";
import { UsageError } from "../usage-error.ts";

/** What `ottlkit test` is asked to do. */
export interface TestOptions {
  /** Files and glob patterns of suites. */
  readonly suites: readonly string[];
  /** A case is run where its name holds this, whatever its case. */
  readonly filter: string | undefined;
}

const usualSuites = "**/*.{suite,ottl-test}.{yaml,yml}";

export const testUsage = `usage: ottlkit test [<file|glob>…] [options]

Runs suites of rule tests: YAML files that say what a Collector's processor or pipeline, conditions or statements are
to make of records. Without a file, those that match ${usualSuites}.

options
  --filter <text>         run the cases only whose name holds a text
  -h, --help              show this help

exit codes
  0  every case passed
  1  a case failed
  2  the command line, a suite, a configuration or an input cannot be used
`;

const declared = {
  filter: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the arguments behind `test`, `undefined` where they ask for help; throws a `UsageError`. */
export function testOptions(args: readonly string[]): TestOptions | undefined {
  const { values, positionals } = parsed(args);
  if (values.help) return undefined;
  return {
    suites: positionals.length === 0 ? [usualSuites] : positionals,
    filter: values.filter,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: declared });
  } catch (error) {
    const message = (error as Error).message; // parseArgs throws errors only
    const unknown = /^Unknown option '--?([^']+)'/.exec(message)?.[1];
    if (unknown === undefined) throw new UsageError(message);
    const { label } = suggestion(unknown, Object.keys(declared));
    throw new UsageError(`test has no option --${unknown}${label === undefined ? "" : `: ${label}`}`);
  }
}
