import { createPipeline } from "../../collector/pipeline/pipeline.ts";
import { counted } from "../paper.ts";
import { type Streams, write } from "../streams.ts";
import { UsageError } from "../usage-error.ts";
import { findInputs, readText } from "./inputs.ts";
import { runOptions, runUsage } from "./options.ts";
import { Progress } from "./progress.ts";
import { RunReport } from "./run-report.ts";
import { Runner } from "./runner.ts";
import { oneLineWarnings } from "./warnings.ts";

/** Runs `ottlkit run` and answers the exit code: 1 where the data or a rule failed, 2 where it is used wrongly. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  const options = runOptions(args, Date.now());
  if (options === undefined) {
    await write(streams.stdout, runUsage);
    return 0;
  }
  const text = readText(options.config);
  const report = new RunReport({ text, file: options.config });
  const pipeline = createPipeline(text, {
    file: options.config,
    env: process.env,
    strict: options.strict,
    onError: report.onError,
    ...(options.pipeline === undefined ? {} : { pipeline: options.pipeline }),
    ...(options.compatibility === undefined ? {} : { compatibility: options.compatibility }),
  });
  const inputs = await findInputs(options.inputs, streams.stdin);
  if (options.targets.length > inputs.length)
    throw new UsageError(
      `${counted(options.targets.length, "target")} for ${counted(inputs.length, "input")}`,
    );
  const progress = new Progress(streams.stderr, inputs.length);
  const runner = new Runner(pipeline, options, report);
  try {
    for (const [i, input] of inputs.entries()) {
      await runner.input(input, i, (step) => progress.show(i, `${step} ${input.name}`));
    }
  } finally {
    progress.end();
  }
  report.conclude(pipeline);
  await write(streams.stdout, runner.text(streams));
  if (options.output !== "summary") report.complaints.push(...oneLineWarnings(report));
  for (const complaint of report.complaints) streams.stderr.write(`${complaint}\n`);
  return report.failed ? 1 : 0;
}
