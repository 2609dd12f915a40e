import { oneOf, parseOptions } from "../parse-options.ts";
import { requireVersion } from "../require-version.ts";
import { UsageError } from "../usage-error.ts";
import { labelOf, timeOf } from "./option-values.ts";

const outputs = ["summary", "names", "series", "otlp"] as const;
const formats = ["pretty", "json"] as const;
const onBadLines = ["fail", "skip"] as const;

/** What `ottlkit run` is asked to do. */
export interface RunOptions {
  /** The files of the configuration, the later laid over the earlier. */
  readonly configs: readonly string[];
  readonly pipeline: string | undefined;
  readonly job: string | undefined;
  /** Files, glob patterns, or `-` for standard input. */
  readonly inputs: readonly string[];
  readonly output: (typeof outputs)[number];
  readonly format: (typeof formats)[number];
  readonly compatibility: string | undefined;
  /** The addresses of the inputs, in order. */
  readonly targets: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since the Unix epoch. */
  readonly time: number;
  readonly strict: boolean;
  /** The file that the output goes to, in place of standard output. */
  readonly to: string | undefined;
  /** What becomes of a line of JSON that is no payload. */
  readonly onBadLine: (typeof onBadLines)[number];
  readonly watch: boolean;
  readonly openMetrics: boolean;
}

export const runUsage = `usage: ottlkit run <collector.yaml>… --input <file|glob|->… [options]

Runs the pipelines of a Collector configuration on Prometheus scrapes or OTLP JSON and shows what comes out. Of several
configurations the later is laid over the earlier, as with several --config of the Collector.

options
  --input <file|glob|->      what to run on: each file is one target's scrape, OTLP JSON (one payload, or one a line),
                             or what the Collector's debug exporter prints with verbosity detailed; told apart by
                             content; may repeat
  --pipeline <id>            which pipeline, such as metrics/mesh; default: for each payload the only one of its signal
  --job <name>               which scrape job of the pipeline's receivers; default: the only one
  --output <what>            summary (default), names or series of the metrics, or otlp, a payload a line
  --to <file>                write the output to a file, which takes its place when all is written
  --on-bad-line <how>        a line of JSON that is no payload ends the run: fail (default), or is told and left out: skip
  --watch                    run again when a configuration or an input changes
  --format <how>             pretty (default) or json
  --compatibility <version>  answer like that Collector contrib version, such as 0.118.0
  --target <host:port>       the address of a scraped input; may repeat, one an input in order
  --label <key=value>        a label of the targets before relabelling, such as __meta_kubernetes_pod_ip=10.0.0.1;
                             may repeat
  --time <time>              when the scrape was: RFC 3339, or seconds since the Unix epoch; default: now
  --openmetrics              read scrapes as OpenMetrics, not as Prometheus text
  --strict                   refuse what the Collector would: components that are named and not defined
  -h, --help                 show this help

exit codes
  0  it ran
  1  the data or a rule failed: a malformed scrape or payload, an error under error_mode propagate
  2  the command line, the configuration or a file cannot be used
`;

const declared = {
  input: { type: "string", multiple: true },
  pipeline: { type: "string" },
  job: { type: "string" },
  output: { type: "string" },
  to: { type: "string" },
  "on-bad-line": { type: "string" },
  watch: { type: "boolean" },
  format: { type: "string" },
  compatibility: { type: "string" },
  target: { type: "string", multiple: true },
  label: { type: "string", multiple: true },
  time: { type: "string" },
  openmetrics: { type: "boolean" },
  strict: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the arguments behind `run`, `undefined` where they ask for help; throws a `UsageError`. */
export function runOptions(args: readonly string[], now: number): RunOptions | undefined {
  const { values, positionals } = parseOptions("run", args, declared);
  if (values.help) return undefined;
  if (positionals.length === 0) throw new UsageError("run needs a Collector configuration");
  const inputs = values.input ?? [];
  if (inputs.length === 0) throw new UsageError("run needs an --input");
  if (inputs.includes("")) throw new UsageError("an --input is empty");
  requireVersion(values.compatibility);
  return {
    configs: positionals,
    inputs,
    pipeline: values.pipeline,
    job: values.job,
    output: oneOf("--output", values.output ?? "summary", outputs),
    format: oneOf("--format", values.format ?? "pretty", formats),
    compatibility: values.compatibility,
    targets: values.target ?? [],
    labels: Object.fromEntries((values.label ?? []).map(labelOf)),
    time: values.time === undefined ? now : timeOf(values.time),
    strict: values.strict ?? false,
    to: values.to,
    onBadLine: oneOf("--on-bad-line", values["on-bad-line"] ?? "fail", onBadLines),
    watch: values.watch ?? false,
    openMetrics: values.openmetrics ?? false,
  };
}
