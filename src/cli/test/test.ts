import { OttlError } from "../../diagnostics/ottl-error.ts";
import { suiteFiles } from "../../testing/node/suite-files.ts";
import { readSuite } from "../../testing/suite/read-suite.ts";
import { type CaseResult, runSuite, type SuiteRunOptions } from "../../testing/suite/run-suite.ts";
import { filesOf, readText } from "../run/inputs.ts";
import { type Streams, write } from "../streams.ts";
import { UsageError } from "../usage-error.ts";
import { type TestOptions, testOptions, testUsage } from "./options.ts";
import { painter, prettyReport } from "./pretty.ts";
import { type SuiteReport, totals } from "./suite-report.ts";

/** Runs `ottlkit test` and answers the exit code: 1 where a case failed, 2 where a suite cannot be used. */
export async function test(args: readonly string[], streams: Streams): Promise<number> {
  const options = testOptions(args);
  if (options === undefined) {
    await write(streams.stdout, testUsage);
    return 0;
  }
  const files = new Set<string>();
  for (const pattern of options.suites) for (const file of await filesOf(pattern)) files.add(file);
  const reports = [...files].map((file) => runFile(file, options));
  const { cases, failed, broken } = totals(reports);
  const colours = streams.stdout.isTTY === true && !process.env.NO_COLOR;
  await write(streams.stdout, prettyReport(reports, painter(colours)));
  if (broken > 0) return 2;
  if (cases === 0) throw new UsageError(`no case has ${JSON.stringify(options.filter)} in its name`);
  return failed > 0 ? 1 : 0;
}

function runFile(file: string, { filter }: TestOptions): SuiteReport {
  const begin = performance.now();
  const results: CaseResult[] = [];
  const wanted = filter?.toLowerCase();
  const options: SuiteRunOptions = {
    files: suiteFiles(file),
    ...(wanted === undefined ? {} : { filter: (name) => name.toLowerCase().includes(wanted) }),
  };
  const report = (more: Pick<SuiteReport, "broken">): SuiteReport => ({
    file,
    results,
    ...more,
    milliseconds: performance.now() - begin,
  });
  try {
    for (const result of runSuite(readSuite(readText(file), file), options)) results.push(result);
    return report({});
  } catch (error) {
    return report({ broken: complaint(error) });
  }
}

function complaint(error: unknown): string {
  if (error instanceof OttlError) return error.source === "" ? `error: ${error.message}` : error.toString();
  if (error instanceof UsageError) return `error: ${error.message}`;
  throw error;
}
