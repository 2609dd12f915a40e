import type { ConfigurationFile } from "../../collector/configuration.ts";
import type { PipelineOptions } from "../../collector/pipeline/pipeline.ts";
import { requireVersion } from "../require-version.ts";
import { UsageError } from "../usage-error.ts";
import { readText } from "./inputs.ts";
import { labelOf, timeOf } from "./option-values.ts";

/** What chooses a pipeline and what comes into it. */
export interface PipelineInput {
  /** The files of the configuration, the later laid over the earlier. */
  readonly configs: readonly string[];
  /** Files, glob patterns, or `-` for standard input. */
  readonly inputs: readonly string[];
  readonly pipeline: string | undefined;
  readonly job: string | undefined;
  readonly compatibility: string | undefined;
  /** The addresses of the inputs, in order. */
  readonly targets: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since the Unix epoch. */
  readonly time: number;
  readonly openMetrics: boolean;
  readonly strict: boolean;
}

/** The options that say it. */
export const pipelineDeclared = {
  input: { type: "string", multiple: true },
  pipeline: { type: "string" },
  job: { type: "string" },
  compatibility: { type: "string" },
  target: { type: "string", multiple: true },
  label: { type: "string", multiple: true },
  time: { type: "string" },
  openmetrics: { type: "boolean" },
  strict: { type: "boolean" },
} as const;

/** The lines of a help on those that are the same everywhere. */
export const pipelineHelp = `\
  --job <name>               which scrape job of the pipeline's receivers; default: the only one
  --compatibility <version>  answer like that Collector contrib version, such as 0.118.0
  --target <host:port>       the address of a scraped input; may repeat, one an input in order
  --label <key=value>        a label of the targets before relabelling, such as __meta_kubernetes_pod_ip=10.0.0.1;
                             may repeat
  --time <time>              when the scrape was: RFC 3339, or seconds since the Unix epoch; default: now
  --openmetrics              read scrapes as OpenMetrics, not as Prometheus text
  --strict                   refuse what the Collector would: components that are named and not defined`;

/** Their values as the command line has them. */
interface Given {
  readonly input?: readonly string[];
  readonly pipeline?: string;
  readonly job?: string;
  readonly compatibility?: string;
  readonly target?: readonly string[];
  readonly label?: readonly string[];
  readonly time?: string;
  readonly openmetrics?: boolean;
  readonly strict?: boolean;
}

/** Reads what a command that runs a pipeline is given; throws a `UsageError`. */
export function pipelineInput(
  command: string,
  given: Given,
  configs: readonly string[],
  now: number,
): PipelineInput {
  if (configs.length === 0) throw new UsageError(`${command} needs a Collector configuration`);
  const { input: inputs = [], pipeline, job, compatibility, target = [], label = [], time } = given;
  if (inputs.length === 0) throw new UsageError(`${command} needs an --input`);
  if (inputs.includes("")) throw new UsageError("an --input is empty");
  requireVersion(compatibility);
  return {
    configs,
    inputs,
    pipeline,
    job,
    compatibility,
    targets: target,
    labels: Object.fromEntries(label.map(labelOf)),
    time: time === undefined ? now : timeOf(time),
    openMetrics: given.openmetrics ?? false,
    strict: given.strict ?? false,
  };
}

/** The files of a configuration; throws a `UsageError` for one that cannot be read. */
export function configurationOf({ configs }: PipelineInput): readonly ConfigurationFile[] {
  return configs.map((file) => ({ file, text: readText(file) }));
}

/** How the pipeline is made. */
export function settingsOf({ pipeline, compatibility, strict }: PipelineInput): PipelineOptions {
  return {
    env: process.env,
    strict,
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(compatibility === undefined ? {} : { compatibility }),
  };
}
