import { complaint, exitCode } from "../complaint.ts";
import { counted } from "../paper.ts";
import { type Streams, write } from "../streams.ts";
import { UsageError } from "../usage-error.ts";
import { type Round, runWatched } from "../watch.ts";
import { targetInputs } from "./inputs.ts";
import { type RunOptions, runOptions, runUsage } from "./options.ts";
import { outputTo, touchedFiles } from "./output.ts";
import { configurationOf, settingsOf } from "./pipeline-options.ts";
import { Pipelines } from "./pipelines.ts";
import { Progress } from "./progress.ts";
import { RunReport } from "./run-report.ts";
import { OutputClosed, Runner } from "./runner.ts";
import { oneLineWarnings } from "./warnings.ts";

/** Runs `ottlkit run` and answers the exit code: 1 where the data or a rule failed, 2 where it is used wrongly. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  const options = runOptions(args, Date.now());
  if (options === undefined) {
    await write(streams.stdout, runUsage);
    return 0;
  }
  if (!options.watch) return runOnce(options, streams);
  if (options.inputs.includes("-")) throw new UsageError("standard input cannot be watched: name files");
  const written = options.to === undefined ? [] : touchedFiles(options.to);
  return runWatched(() => watchedRound(options, streams), { stdout: streams.stdout, written });
}

/** A run that tells what is wrong and goes on: the next change may mend it. */
async function watchedRound(options: RunOptions, streams: Streams): Promise<Round> {
  const files = [...options.configs, ...options.inputs];
  let code: number;
  try {
    code = await runOnce(options, streams, (file) => files.push(file));
  } catch (error) {
    streams.stderr.write(`${complaint(error)}\n`);
    code = exitCode(error);
  }
  return { code, files, watching: "the configuration and the inputs: a change runs again" };
}

async function runOnce(
  options: RunOptions,
  streams: Streams,
  onInput?: (file: string) => void,
): Promise<number> {
  const report = new RunReport();
  const pipelines = new Pipelines(configurationOf(options), {
    ...settingsOf(options),
    onError: report.onError,
    ...(options.output === "summary" ? { observer: report.observer } : {}),
  });
  const inputs = await targetInputs(options, streams.stdin);
  for (const { name } of inputs) onInput?.(name);
  const output = outputTo(options.to, streams);
  const progress = new Progress(streams.stderr, inputs.length);
  const complain = (text: string) => {
    progress.end();
    streams.stderr.write(`${text}\n`);
  };
  const runner = new Runner({ pipelines, options, report, output, complain });
  try {
    for (const [i, input] of inputs.entries()) {
      await runner.input(input, i, (step) => progress.show(i, () => `${step()} ${input.name}`));
    }
    runner.requireRun();
    report.conclude();
    await output.write(runner.text(streams));
    output.finish();
  } catch (error) {
    const beside = output.breakOff();
    if (beside !== undefined) streams.stderr.write(`note: what was written before is in ${beside}\n`);
    if (!(error instanceof OutputClosed)) throw error;
  } finally {
    progress.end();
  }
  if (options.output !== "summary") {
    for (const [message, count] of report.rejections)
      complain(`error: ${counted(count, "payload")} rejected, nothing of it goes on: ${message}`);
    for (const warning of oneLineWarnings(report)) complain(warning);
  }
  return report.failed ? 1 : 0;
}
