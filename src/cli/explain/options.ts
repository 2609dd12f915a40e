import { oneOf, parseOptions } from "../parse-options.ts";
import { requireVersion } from "../require-version.ts";
import { labelOf, timeOf } from "../run/option-values.ts";
import { UsageError } from "../usage-error.ts";

const formats = ["pretty", "json"] as const;

/** What `ottlkit explain` is asked. */
export interface ExplainOptions {
  /** The files of the configuration, the later laid over the earlier. */
  readonly configs: readonly string[];
  /** Files, glob patterns, or `-` for standard input. */
  readonly inputs: readonly string[];
  /** The condition that selects the records. */
  readonly where: string | undefined;
  readonly pipeline: string | undefined;
  readonly job: string | undefined;
  readonly summary: boolean;
  readonly format: (typeof formats)[number];
  /** How many records are told in full. */
  readonly limit: number;
  readonly compatibility: string | undefined;
  /** The addresses of the inputs, in order. */
  readonly targets: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since the Unix epoch. */
  readonly time: number;
  readonly openMetrics: boolean;
  readonly strict: boolean;
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
  --job <name>               which scrape job of the pipeline's receivers; default: the only one
  --compatibility <version>  answer like that Collector contrib version, such as 0.118.0
  --target <host:port>       the address of a scraped input; may repeat, one an input in order
  --label <key=value>        a label of the targets before relabelling; may repeat
  --time <time>              when the scrape was: RFC 3339, or seconds since the Unix epoch; default: now
  --openmetrics              read scrapes as OpenMetrics, not as Prometheus text
  --strict                   refuse what the Collector would: components that are named and not defined
  -h, --help                 show this help

exit codes
  0  the records are explained
  1  an input is malformed, or no record is selected
  2  the command line, the configuration or a file cannot be used
`;

const declared = {
  input: { type: "string", multiple: true },
  where: { type: "string" },
  pipeline: { type: "string" },
  job: { type: "string" },
  summary: { type: "boolean" },
  limit: { type: "string" },
  format: { type: "string" },
  compatibility: { type: "string" },
  target: { type: "string", multiple: true },
  label: { type: "string", multiple: true },
  time: { type: "string" },
  openmetrics: { type: "boolean" },
  strict: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the arguments behind `explain`, `undefined` where they ask for help; throws a `UsageError`. */
export function explainOptions(args: readonly string[], now: number): ExplainOptions | undefined {
  const { values, positionals } = parseOptions("explain", args, declared);
  if (values.help) return undefined;
  const [config, ...more] = positionals;
  if (config === undefined) throw new UsageError("explain needs a Collector configuration");
  // What the shell makes of a condition without quotes is no configuration.
  const extra = more.find((file) => !/\.(?:ya?ml|json)$/i.test(file));
  if (extra !== undefined)
    throw new UsageError(
      `"${extra}" is one argument too many: inputs follow --input, and a condition is one argument in single quotes`,
    );
  const inputs = values.input ?? [];
  if (inputs.length === 0) throw new UsageError("explain needs an --input");
  if (inputs.includes("")) throw new UsageError("an --input is empty");
  requireVersion(values.compatibility);
  const format = oneOf("--format", values.format ?? "pretty", formats);
  return {
    configs: positionals,
    inputs,
    where: values.where,
    pipeline: values.pipeline,
    job: values.job,
    summary: values.summary ?? false,
    format,
    limit: limitOf(values.limit, format === "json" ? Number.POSITIVE_INFINITY : 20),
    compatibility: values.compatibility,
    targets: values.target ?? [],
    labels: Object.fromEntries((values.label ?? []).map(labelOf)),
    time: values.time === undefined ? now : timeOf(values.time),
    openMetrics: values.openmetrics ?? false,
    strict: values.strict ?? false,
  };
}

function limitOf(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--limit is a number from 1 on, not "${text}"`);
  return Number(text);
}
