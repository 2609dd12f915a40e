import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { decodeUtf8 } from "../../src/core/utf8.ts";
import { formatDiagnostics, OttlError } from "../../src/index.ts";
import {
  type MetricsPayload,
  parseExposition,
  remoteWrite,
  scrape,
  syntheticMetadata,
} from "../../src/prometheus.ts";
import { filterMetrics } from "./filter-metrics.ts";
import { type DemoOptions, FileError, readOptions, UsageError, usage } from "./options.ts";
import { counted, Report, reportFailures, reportNames, reportVerdicts } from "./report.ts";

const embedded = join(import.meta.dirname, "../../fixtures/mesh/exposition.txt");

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = main(process.argv.slice(2));

/** Runs the demo: 0 for success, 1 where the data or the filter fails, 2 for a wrong command line or condition. */
function main(args: readonly string[]): number {
  try {
    const options = readOptions(args);
    if (options !== undefined) return run(options);
    console.log(usage);
    return 0;
  } catch (error) {
    if (error instanceof FileError) console.error(error.message);
    else if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`);
    else if (error instanceof OttlError) console.error(String(error));
    else throw error;
    return 2;
  }
}

function run(options: DemoOptions): number {
  const file = options.file ?? embedded;
  const text = readScrape(file);
  const version = options.compatibility === undefined ? {} : { compatibility: options.compatibility };
  const target = { job: "linkerd-mesh", instance: "10.42.0.20:4191" };
  const { payload, error } = scrape(text, target, { time: Date.now(), format: options.format, ...version });
  if (error !== undefined) {
    console.error(formatDiagnostics(text, [error], { file }));
    console.error("\nA scrape with a malformed line fails as a whole: none of its samples is forwarded.");
    return 1;
  }

  const filtered = filterMetrics(payload, options.conditions, options.errorMode, options.compatibility);
  const report = new Report({ width: process.stdout.columns ?? 80, colours: coloured() });
  reportInput(report, file, text, payload, options);
  reportVerdicts(report, filtered.verdicts);
  reportFailures(report, filtered.failures);
  if (filtered.payload === undefined) {
    report.heading("Nothing arrives: under propagate a failing condition rejects the whole payload");
  } else {
    const { samples, errors } = remoteWrite(filtered.payload, {
      resourceToTelemetryConversion: true,
      ...version,
    });
    reportNames(report, samples, filtered.verdicts);
    for (const problem of errors) report.warning(`! ${problem}`);
  }
  console.log(report.lines.slice(1).join("\n"));
  return filtered.payload === undefined ? 1 : 0;
}

function reportInput(
  report: Report,
  file: string,
  text: string,
  payload: MetricsPayload,
  options: DemoOptions,
): void {
  const { samples } = parseExposition(text, { format: options.format });
  const metrics = payload.resourceMetrics.flatMap(({ scopeMetrics }) =>
    scopeMetrics.flatMap((s) => s.metrics),
  );
  const about = metrics.filter(({ name }) => syntheticMetadata.has(name)).length;
  report.heading(`${counted(metrics.length - about, "family", "families")} in`);
  report.text(
    `${basename(file)}: ${counted(samples.length, "sample")}; the scrape adds ${about} metrics about itself`,
  );
  report.heading(`Dropped is what matches (error_mode ${options.errorMode})`);
  for (const condition of options.conditions) report.text(condition);
}

function readScrape(file: string): string {
  try {
    return decodeUtf8(readFileSync(file));
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^E[A-Z]+: |, \w+( '.*')?$/g, "") : String(error);
    throw new FileError(`${file} cannot be read as a scrape: ${reason}`);
  }
}

function coloured(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR;
}
