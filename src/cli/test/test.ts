import { existsSync, writeFileSync } from "node:fs";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { outcomesOf } from "../../engine/coverage.ts";
import { fileReason } from "../../testing/node/file-reason.ts";
import { suiteFiles } from "../../testing/node/suite-files.ts";
import { readSuite } from "../../testing/suite/read-suite.ts";
import { RuleCoverage } from "../../testing/suite/rule-coverage.ts";
import { type CaseResult, runSuite, type SuiteRunOptions } from "../../testing/suite/run-suite.ts";
import { counted } from "../paper.ts";
import { filesOf, readText } from "../run/inputs.ts";
import { type Streams, write } from "../streams.ts";
import { hasColours } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { type Round, runWatched } from "../watch.ts";
import { coveragePage } from "./coverage/html.ts";
import { lcov } from "./coverage/lcov.ts";
import { coverageReport, perCentOf, perCentText } from "./coverage/terminal.ts";
import { jsonReport, junitReport, tapReport } from "./machine-reports.ts";
import { type TestOptions, testOptions, testUsage } from "./options.ts";
import { type Paint, painter, prettyReport } from "./pretty.ts";
import { type SuiteReport, totals } from "./suite-report.ts";

/** Runs `ottlkit test` and answers the exit code: 1 where a case failed, 2 where a suite cannot be used. */
export async function test(args: readonly string[], streams: Streams): Promise<number> {
  const options = testOptions(args);
  if (options === undefined) {
    await write(streams.stdout, testUsage);
    return 0;
  }
  if (!options.watch) return (await runSuites(options, streams)).code;
  const written = [options.coverageLcov, options.coverageHtml].filter((file) => file !== undefined);
  return runWatched((number) => watchedRound(options, streams, number === 0), {
    stdout: streams.stdout,
    written,
  });
}

/** A run that tells what cannot be used where something could be before. */
async function watchedRound(options: TestOptions, streams: Streams, isFirst: boolean): Promise<Round> {
  const files: string[] = [];
  let code = 2;
  try {
    ({ code } = await runSuites(options, streams, (file) => files.push(file)));
  } catch (error) {
    if (!(error instanceof UsageError) || (isFirst && files.length === 0)) throw error;
    streams.stderr.write(`ottlkit: ${error.message}\n`);
  }
  const known = new Set(files.filter((file) => existsSync(file))).size;
  return { code, files, watching: `${counted(known, "file")}: a change runs the tests again` };
}

/** Runs all suites once; `onFile` is called for each file that is read or looked for. */
async function runSuites(
  options: TestOptions,
  streams: Streams,
  onFile: (file: string) => void = () => {},
): Promise<{ readonly code: number }> {
  const files = new Set<string>();
  for (const pattern of options.suites) {
    for (const file of await filesOf(pattern)) {
      files.add(file);
      onFile(file);
    }
  }
  const coverage = wantsCoverage(options) ? new RuleCoverage() : undefined;
  const reports = [...files].map((file) => runFile(file, options, { coverage, onFile }));
  const { cases, failed, broken } = totals(reports);
  const paint = painter(hasColours(streams.stdout));
  await write(streams.stdout, reportOf(reports, options, paint));
  const isLow = coverage !== undefined && (await tellCoverage(coverage, options, streams, paint));
  if (broken > 0) return { code: 2 };
  if (cases === 0) throw new UsageError(`no case has ${JSON.stringify(options.filter)} in its name`);
  return { code: failed > 0 || isLow ? 1 : 0 };
}

function wantsCoverage({ coverage, coverageLcov, coverageHtml, threshold }: TestOptions): boolean {
  return coverage || coverageLcov !== undefined || coverageHtml !== undefined || threshold !== undefined;
}

/** What is told while a suite runs. */
interface Told {
  readonly coverage: RuleCoverage | undefined;
  readonly onFile: (file: string) => void;
}

function runFile(file: string, { filter }: TestOptions, { coverage, onFile }: Told): SuiteReport {
  const begin = performance.now();
  const results: CaseResult[] = [];
  const wanted = filter?.toLowerCase();
  const options: SuiteRunOptions = {
    files: suiteFiles(file, onFile),
    ...(wanted === undefined ? {} : { filter: (name) => name.toLowerCase().includes(wanted) }),
    ...(coverage === undefined ? {} : { onOutcome: (rule, outcome) => coverage.add(rule, outcome) }),
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

function reportOf(reports: readonly SuiteReport[], { reporter }: TestOptions, paint: Paint): string {
  switch (reporter) {
    case "pretty":
      return prettyReport(reports, paint);
    case "json":
      return jsonReport(reports);
    case "junit":
      return junitReport(reports);
    case "tap":
      return tapReport(reports);
  }
}

/** Shows and writes coverage; answers whether it is below the threshold. What a program reads stays alone on standard output. */
async function tellCoverage(
  { texts }: RuleCoverage,
  { coverage, coverageLcov, coverageHtml, threshold, reporter }: TestOptions,
  { stdout, stderr }: Streams,
  paint: Paint,
): Promise<boolean> {
  if (coverage) {
    const width = Math.max(40, stdout.columns ?? 100);
    const report = coverageReport(texts, width, paint);
    if (reporter === "pretty") await write(stdout, `\n${report}`);
    else stderr.write(report);
  }
  if (coverageLcov !== undefined) writeReport(coverageLcov, lcov(texts));
  if (coverageHtml !== undefined) writeReport(coverageHtml, coveragePage(texts));
  const { seen, all } = outcomesOf(texts.flatMap(({ covered }) => covered));
  const isLow = threshold !== undefined && perCentOf(seen, all) < threshold;
  if (isLow)
    stderr.write(`ottlkit: coverage is ${perCentText(seen, all)}, below the threshold of ${threshold} %\n`);
  return isLow;
}

function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${fileReason(error)}`, { isAboutFiles: true });
  }
}
