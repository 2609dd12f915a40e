import { oneOf, parseOptions } from "../parse-options.ts";
import { UsageError } from "../usage-error.ts";
import { type PipelineInput, pipelineDeclared, pipelineHelp, pipelineInput } from "./pipeline-options.ts";

const outputs = ["summary", "names", "series", "otlp"] as const;
const formats = ["pretty", "json"] as const;
const onBadLines = ["fail", "skip"] as const;

/** What `ottlkit run` is asked to do. */
export interface RunOptions extends PipelineInput {
  readonly output: (typeof outputs)[number];
  readonly format: (typeof formats)[number];
  /** The file that the output goes to, in place of standard output. */
  readonly to: string | undefined;
  /** What becomes of a line of JSON that is no payload. */
  readonly onBadLine: (typeof onBadLines)[number];
  readonly watch: boolean;
}

export const runUsage = `usage: ottlkit run <collector.yaml>… --input <file|glob|->… [options]

Runs the pipelines of a Collector configuration on Prometheus scrapes or OTLP JSON and shows what comes out. Of several
configurations the later is laid over the earlier, as with several --config of the Collector.

options
  --input <file|glob|->      what to run on: each file is one target's scrape, OTLP JSON (one payload, or one a line),
                             or what the Collector's debug exporter prints with verbosity detailed; told apart by
                             content; may repeat
  --pipeline <id>            which pipeline, such as metrics/mesh; default: for each payload the only one of its signal
  --output <what>            summary (default), names or series of the metrics, or otlp, a payload a line
  --to <file>                write the output to a file, which takes its place when all is written
  --on-bad-line <how>        a line of JSON that is no payload ends the run: fail (default), or is told and left out: skip
  --watch                    run again when a configuration or an input changes
  --format <how>             pretty (default) or json
${pipelineHelp}
  -h, --help                 show this help

exit codes
  0  it ran
  1  the data or a rule failed: a malformed scrape or payload, an error under error_mode propagate
  2  the command line, the configuration or a file cannot be used
`;

const declared = {
  ...pipelineDeclared,
  output: { type: "string" },
  to: { type: "string" },
  "on-bad-line": { type: "string" },
  watch: { type: "boolean" },
  format: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the arguments behind `run`, `undefined` where they ask for help; throws a `UsageError`. */
export function runOptions(args: readonly string[], now: number): RunOptions | undefined {
  const { values, positionals } = parseOptions("run", args, declared);
  if (values.help) return undefined;
  if (values.to === "") throw new UsageError("the name after --to is empty");
  return {
    ...pipelineInput("run", values, positionals, now),
    output: oneOf("--output", values.output ?? "summary", outputs),
    format: oneOf("--format", values.format ?? "pretty", formats),
    to: values.to,
    onBadLine: oneOf("--on-bad-line", values["on-bad-line"] ?? "fail", onBadLines),
    watch: values.watch ?? false,
  };
}
