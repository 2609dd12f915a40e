import { oneOf, parseOptions } from "../parse-options.ts";
import {
  type PipelineInput,
  pipelineDeclared,
  pipelineHelp,
  pipelineInput,
} from "../run/pipeline-options.ts";
import { UsageError } from "../usage-error.ts";

const formats = ["pretty", "json"] as const;

/** What `ottlkit explain` is asked. */
export interface ExplainOptions extends PipelineInput {
  /** The condition that selects the records. */
  readonly where: string | undefined;
  readonly summary: boolean;
  readonly format: (typeof formats)[number];
  /** How many records are told in full. */
  readonly limit: number;
}

export const explainUsage = `usage: ottlkit explain <collector.yaml>… --input <file|glob|->… [--where <condition>] [options]
       ottlkit why …

Tells of each record what a pipeline of a Collector configuration makes of it, and why: the processor, the condition with
file:line:column and the sub-expression that decided, the value and type of every sub-expression, and of each statement of
a transform whether it ran, what it changed, and why its group was not opened.

options
  --input <file|glob|->      what came in: OTLP JSON (one payload, or one a line), Prometheus scrapes, or what the
                             Collector's debug exporter prints with verbosity detailed; may repeat
  --where <condition>        which records: a condition about metrics, data points, spans, span events or log records as
                             they come in, such as 'name == "up"' or 'span.status.code == 2'; default: all
  --summary                  how many records there are of each verdict and reason, in place of each record
  --limit <n>                tell at most so many records in full; default: 20, with --format json all
  --format <how>             pretty (default) or json
  --pipeline <id>            which pipeline, such as metrics/mesh; default: the only one of the signal that the
                             condition or the inputs are of
${pipelineHelp}
  -h, --help                 show this help

exit codes
  0  the records are explained
  1  an input is malformed, or no record is selected
  2  the command line, the configuration or a file cannot be used
`;

const declared = {
  ...pipelineDeclared,
  where: { type: "string" },
  summary: { type: "boolean" },
  limit: { type: "string" },
  format: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the arguments behind `explain`, `undefined` where they ask for help; throws a `UsageError`. */
export function explainOptions(args: readonly string[], now: number): ExplainOptions | undefined {
  const { values, positionals } = parseOptions("explain", args, declared);
  if (values.help) return undefined;
  // What the shell makes of a condition without quotes is no configuration.
  const extra = positionals.slice(1).find((file) => !/\.(?:ya?ml|json)$/i.test(file));
  if (extra !== undefined)
    throw new UsageError(
      `"${extra}" is one argument too many: inputs follow --input, and a condition is one argument in single quotes`,
    );
  const format = oneOf("--format", values.format ?? "pretty", formats);
  return {
    ...pipelineInput("explain", values, positionals, now),
    where: values.where,
    summary: values.summary ?? false,
    format,
    limit: limitOf(values.limit, format === "json" ? Number.POSITIVE_INFINITY : 20),
  };
}

function limitOf(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--limit is a number from 1 on, not "${text}"`);
  return Number(text);
}
