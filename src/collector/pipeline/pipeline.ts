import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { kindOf } from "../../diagnostics/invalid-option.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { requireKind } from "../../diagnostics/require-options.ts";
import type { MapNode, SourceText } from "../../documents/node.ts";
import { nodeAt } from "../../documents/plain.ts";
import { type RemoteWrite, type RemoteWriteOptions, remoteWrite } from "../../prometheus/remote-write.ts";
import { applying } from "../apply.ts";
import { decode } from "../config.ts";
import { type ConfigurationText, readConfiguration, requireConfigurationText } from "../configuration.ts";
import type { FilterExplanation } from "../filter/types.ts";
import { Findings } from "../findings.ts";
import type { Processor } from "../processor.ts";
import { remoteWriteExporter } from "../prometheus/exporter.ts";
import { prometheusReceiver } from "../prometheus/receiver.ts";
import { type OwnOptions, requireProcessorOptions } from "../require-processor-options.ts";
import type { ResourceOptions } from "../resource/create-resource.ts";
import { type SignalName, signals, type TelemetryData } from "../signals.ts";
import type { TransformObserver } from "../transform/types.ts";
import { choosePipeline } from "./choose-pipeline.ts";
import { normalId } from "./component-id.ts";
import { collectorSchema } from "./config.ts";
import { namesIn, type Reference, references } from "./references.ts";
import { type ScrapeJob, scrapeJobs } from "./scrape-job.ts";
import { runStages, type Stage, stagesOf } from "./stages.ts";
import { stepsOf } from "./steps.ts";

/** How a pipeline is made. */
export interface PipelineOptions extends ResourceOptions {
  /** Its id, such as `metrics/mesh`; default: the only pipeline of the signal. */
  readonly pipeline?: string;
  /** Default: metrics where the configuration has a pipeline of them, else the signal of the only pipeline. */
  readonly signal?: SignalName;
  /** Told of every statement and group of its transforms that is run; it costs time. */
  readonly observer?: TransformObserver;
  /** Whether what the Collector refuses is refused: components that are named and not defined. Default `false`. */
  readonly strict?: boolean;
}

/** A pipeline of a Collector's configuration. */
export interface Pipeline extends Processor {
  readonly signal: SignalName;
  /** Its processors, in order. */
  readonly stages: readonly Stage[];
  /** The scrape jobs of its Prometheus receivers. */
  readonly jobs: readonly ScrapeJob[];
  /** The connectors that it takes data from or hands it to; ottlkit runs none. */
  readonly connectors: readonly string[];
  /** The components that it names and that are not run, connectors included. */
  readonly notRun: readonly string[];
  /** What is odd about the configuration. */
  readonly warnings: readonly Diagnostic[];
  /** The text that the places of warnings and conditions point into. */
  readonly source: SourceText;
  /** The verdict on a record, up to the first processor that drops it, and all that its filters asked. */
  explain(record: object): FilterExplanation;
  /** What its remote-write exporter sends of a payload; without one, as one with default settings does. */
  export(payload: object): RemoteWrite;
}

/**
 * Makes a pipeline of a Collector's configuration, of one text or of files that are laid over one another.
 *
 * @throws {OttlError} of phase `configuration` with everything that is wrong, each with its place in the text, and for
 * arguments of other types.
 */
export function createPipeline(yaml: ConfigurationText, options: PipelineOptions = {}): Pipeline {
  requireConfigurationText(yaml);
  requireProcessorOptions(options, ownOptions);
  const told: Diagnostic[] = [];
  const root = readConfiguration(yaml, { ...options, onWarning: (warning) => told.push(warning) });
  const { source } = root;
  const findings = new Findings(source);
  for (const warning of told) findings.add(warning);
  decode(collectorSchema, root, ""); // which checks that all sections are what they must be
  if (nodeAt(root, ["service"]) === undefined) throw noService(root);
  const { id, signal } = choosePipeline(root, options, findings);
  const strict = options.strict ?? false;
  const receivers = references(root, id, "receiver", strict, findings);
  const processors = references(root, id, "processor", strict, findings);
  const exporters = references(root, id, "exporter", strict, findings);
  const ends = { receiver: receivers, exporter: exporters };
  for (const [kind, named] of Object.entries(ends))
    if (named.length === 0 && strict) findings.add(missing(root, id, kind));
  const stages = stagesOf(
    processors,
    { ...options, signal, onWarning: (warning) => findings.add(warning) },
    findings,
  );
  const jobs = receivers.filter(isScraper).flatMap((receiver) => jobsOf(receiver, options, findings));
  const exporter = exporters.find(isRemoteWrite);
  const exporting =
    exporter === undefined
      ? {}
      : findings.collect(() => remoteWriteExporter(exporter.settings, `exporters.${exporter.id}`, options));
  const error = findings.error();
  if (error !== undefined) throw error;
  const { warnings } = findings;
  for (const warning of warnings) options.onWarning?.(warning);
  const notRun = [
    ...receivers.filter((receiver) => !isScraper(receiver)),
    ...stages.filter(({ processor }) => processor === undefined),
    ...exporters.filter((one) => one !== exporter),
  ].map((component) => component.id);
  const connectors = connectorsIn(root, [...receivers, ...exporters]);
  const parts = { id, signal, stages, jobs, connectors, notRun: [...new Set(notRun)], warnings, source };
  return new OtlpPipeline(parts, exporting ?? {});
}

const ownOptions: OwnOptions<PipelineOptions> = {
  client: { optional: "objectOrFunction" },
  observer: { optional: "object" },
  pipeline: { optional: "text" },
  signal: { optional: signals.map(({ name }) => name) },
  strict: { optional: "flag" },
};

type Defined = Required<Reference>;

function isScraper(reference: Reference): reference is Defined {
  return reference.type === "prometheus" && reference.settings !== undefined;
}

function isRemoteWrite(reference: Reference): reference is Defined {
  return remoteWriteTypes.has(reference.type) && reference.settings !== undefined;
}
const remoteWriteTypes = new Set(["prometheusremotewrite", "prometheus_remote_write"]);

function jobsOf(
  { id, settings }: Defined,
  options: PipelineOptions,
  findings: Findings,
): readonly ScrapeJob[] {
  const receiver = findings.collect(() => prometheusReceiver(settings, `receivers.${id}`, options));
  return receiver === undefined ? [] : scrapeJobs(receiver);
}

/** The connectors among the ends of a pipeline, each once. */
function connectorsIn(root: MapNode, ends: readonly Reference[]): readonly string[] {
  const defined = new Set(namesIn(nodeAt(root, ["connectors"])).map(normalId));
  return [...new Set(ends.map(({ id }) => id))].filter((id) => defined.has(id));
}

function noService({ source: { text, file }, span }: MapNode): OttlError {
  const diagnostic = makeDiagnostic("missing_key", { key: "service" }, span);
  return new OttlError("configuration", [{ ...diagnostic, setting: "service" }], text, { file });
}

function missing(root: MapNode, pipeline: string, kind: string): Diagnostic {
  const { span } = nodeAt(root, ["service", "pipelines", pipeline]) ?? root;
  return { ...makeDiagnostic("component_missing", { kind }, span), setting: `service.pipelines.${pipeline}` };
}

/** What a pipeline is made of. */
type PipelineParts = Pick<
  Pipeline,
  "id" | "signal" | "stages" | "jobs" | "connectors" | "notRun" | "warnings" | "source"
>;

class OtlpPipeline implements Pipeline {
  readonly id: string;
  readonly signal: SignalName;
  readonly stages: readonly Stage[];
  readonly jobs: readonly ScrapeJob[];
  readonly connectors: readonly string[];
  readonly notRun: readonly string[];
  readonly warnings: readonly Diagnostic[];
  readonly source: SourceText;
  readonly apply: Pipeline["apply"];
  readonly #exporting: RemoteWriteOptions;

  constructor(parts: PipelineParts, exporting: RemoteWriteOptions) {
    this.id = parts.id;
    this.signal = parts.signal;
    this.stages = parts.stages;
    this.jobs = parts.jobs;
    this.connectors = parts.connectors;
    this.notRun = parts.notRun;
    this.warnings = parts.warnings;
    this.source = parts.source;
    this.#exporting = exporting;
    this.apply = applying((payload) => {
      requirePayload(payload, parts);
      return { output: runStages(parts.stages, payload) };
    });
  }

  explain(record: object): FilterExplanation {
    requireKind("record", "object", record);
    const steps = stepsOf(this.stages, record);
    const asked = steps.flatMap(({ explanation }) => explanation?.asked ?? []);
    const { verdict, explanation } = steps.at(-1) ?? {};
    const isOver = verdict === "dropped" || verdict === "rejected";
    return { ...(isOver ? explanation : {}), verdict: isOver ? verdict : "kept", asked };
  }

  export(payload: object): RemoteWrite {
    return remoteWrite(payload, this.#exporting);
  }
}

/** Throws where a payload is none, or holds nothing but other signals, which would pass as if nothing dropped them. */
function requirePayload(payload: unknown, { id, signal }: PipelineParts): asserts payload is TelemetryData {
  const fail = (diagnostic: Diagnostic) => new OttlError("evaluation", [diagnostic], "");
  const nowhere = { start: 0, end: 0 };
  if (typeof payload !== "object" || payload === null || Array.isArray(payload))
    throw fail(makeDiagnostic("payload_kind", { found: kindOf(payload) }, nowhere));
  const held = signals.filter(({ resources }) => resources in payload).map(({ name }) => name);
  const [found] = held;
  if (found !== undefined && !held.includes(signal))
    throw fail(makeDiagnostic("payload_of_other_signal", { pipeline: id, found }, nowhere));
}
