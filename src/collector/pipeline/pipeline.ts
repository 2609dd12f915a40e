import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.ts";
import { suggestion } from "../../diagnostics/did-you-mean.ts";
import { kindOf } from "../../diagnostics/invalid-option.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { requireKind } from "../../diagnostics/require-options.ts";
import type { MapNode, SourceText } from "../../documents/node.ts";
import { keyText, nodeAt } from "../../documents/plain.ts";
import { type RemoteWrite, type RemoteWriteOptions, remoteWrite } from "../../prometheus/remote-write.ts";
import type { MetricRecord } from "../../shapes/records.ts";
import { applying } from "../apply.ts";
import { decode } from "../config.ts";
import { type ConfigurationText, readConfiguration, requireConfigurationText } from "../configuration.ts";
import type { ConditionVerdict, FilterExplanation } from "../filter/types.ts";
import { Findings } from "../findings.ts";
import type { Processor } from "../processor.ts";
import { remoteWriteExporter } from "../prometheus/exporter.ts";
import { prometheusReceiver } from "../prometheus/receiver.ts";
import { type OwnOptions, requireProcessorOptions } from "../require-processor-options.ts";
import type { ResourceOptions } from "../resource/create-resource.ts";
import { componentId, idHint } from "./component-id.ts";
import { collectorSchema } from "./config.ts";
import { namesIn, type Reference, references } from "./references.ts";
import { resourceAfter } from "./resource-after.ts";
import { type ScrapeJob, scrapeJobs } from "./scrape-job.ts";
import { runStages, type Stage, stagesOf } from "./stages.ts";

/** How a pipeline is made. */
export interface PipelineOptions extends ResourceOptions {
  /** Its id, such as `metrics/mesh`; default: the only pipeline of metrics. */
  readonly pipeline?: string;
  /** Whether what the Collector refuses is refused: components that are named and not defined. Default `false`. */
  readonly strict?: boolean;
}

/** A pipeline of metrics of a Collector's configuration. */
export interface Pipeline extends Processor {
  /** Its processors, in order. */
  readonly stages: readonly Stage[];
  /** The scrape jobs of its Prometheus receivers. */
  readonly jobs: readonly ScrapeJob[];
  /** The components that it names and that are not run. */
  readonly notRun: readonly string[];
  /** What is odd about the configuration. */
  readonly warnings: readonly Diagnostic[];
  /** The text that the places of warnings and conditions point into. */
  readonly source: SourceText;
  /** The verdict of its filters on a record, up to the first that drops it. */
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
  const warnings: Diagnostic[] = [];
  const root = readConfiguration(yaml, { ...options, onWarning: (warning) => warnings.push(warning) });
  const { source } = root;
  const findings = new Findings(source);
  for (const warning of warnings) findings.add(warning);
  decode(collectorSchema, root, ""); // which checks that all sections are what they must be
  if (nodeAt(root, ["service"]) === undefined) throw noService(root);
  const id = pipelineId(root, namesIn(nodeAt(root, ["service", "pipelines"])), options.pipeline, findings);
  const strict = options.strict ?? false;
  const receivers = references(root, id, "receiver", strict, findings);
  const processors = references(root, id, "processor", strict, findings);
  const exporters = references(root, id, "exporter", strict, findings);
  const ends = { receiver: receivers, exporter: exporters };
  for (const [kind, named] of Object.entries(ends))
    if (named.length === 0 && strict) findings.add(missing(root, id, kind));
  const stages = stagesOf(
    processors,
    { ...options, onWarning: (warning) => findings.add(warning) },
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
  for (const warning of findings.warnings) options.onWarning?.(warning);
  const notRun = [
    ...receivers.filter((receiver) => !isScraper(receiver)),
    ...stages.filter(({ processor }) => processor === undefined),
    ...exporters.filter((one) => one !== exporter),
  ].map((component) => component.id);
  return new MetricsPipeline(
    id,
    stages,
    jobs,
    exporting ?? {},
    [...new Set(notRun)],
    findings.warnings,
    source,
  );
}

const ownOptions: OwnOptions<PipelineOptions> = {
  client: { optional: "objectOrFunction" },
  pipeline: { optional: "text" },
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

/** The pipeline that is asked for, or the only one of metrics; throws the findings where there is none. */
function pipelineId(
  root: MapNode,
  names: readonly string[],
  wanted: string | undefined,
  findings: Findings,
): string {
  const [invalid, valid] = [true, false].map((is) =>
    names.filter((name) => (componentId(name) === undefined) === is),
  ) as [string[], string[]]; // two in, two out
  for (const name of invalid) findings.add(invalidId(name, keySpan(root, ["service", "pipelines", name])));
  const isFaulty = wanted === undefined ? names.length > 0 && valid.length === 0 : invalid.includes(wanted);
  const id = isFaulty ? undefined : findings.collect(() => chosen(root, valid, wanted));
  if (id !== undefined) return id;
  throw findings.error();
}

function invalidId(name: string, span: Span): Diagnostic {
  const diagnostic = makeDiagnostic("invalid_component_id", { id: name }, span, idHint(name));
  return { ...diagnostic, setting: `service.pipelines.${name}` };
}

/** Where the last key of a path is written, or of the longest part of it that is there. */
function keySpan(root: MapNode, path: readonly string[]): Span {
  for (let length = path.length; length > 0; length--) {
    const owner = nodeAt(root, path.slice(0, length - 1));
    const entry =
      owner?.kind === "map" ? owner.entries.find(({ key }) => keyText(key) === path[length - 1]) : undefined;
    if (entry !== undefined) return entry.key.span;
  }
  return root.span;
}

function chosen(root: MapNode, names: readonly string[], wanted: string | undefined): string {
  const { text, file } = root.source;
  const fail = (diagnostic: Diagnostic) =>
    new OttlError("configuration", [{ ...diagnostic, setting: "service.pipelines" }], text, { file });
  const span = keySpan(root, ["service", "pipelines", ...names.slice(0, 1)]);
  if (names.length === 0) throw fail(makeDiagnostic("no_pipelines", undefined, span));
  const ofMetrics = names.filter((name) => componentId(name)?.type === "metrics");
  if (wanted !== undefined) {
    if (!names.includes(wanted)) {
      const hint = `there are ${names.join(", ")}`;
      throw fail(
        makeDiagnostic("unknown_pipeline", { name: wanted }, span, { ...suggestion(wanted, names), hint }),
      );
    }
    if (ofMetrics.includes(wanted)) return wanted;
    throw fail(makeDiagnostic("pipeline_of_other_signal", { name: wanted }, span));
  }
  const [only, second] = ofMetrics;
  if (only === undefined)
    throw fail(makeDiagnostic("pipeline_of_other_signal", { name: String(names[0]) }, span));
  if (second !== undefined) throw fail(makeDiagnostic("pipeline_not_chosen", { names: ofMetrics }, span));
  return only;
}

function noService({ source: { text, file }, span }: MapNode): OttlError {
  const diagnostic = makeDiagnostic("missing_key", { key: "service" }, span);
  return new OttlError("configuration", [{ ...diagnostic, setting: "service" }], text, { file });
}

function missing(root: MapNode, pipeline: string, kind: string): Diagnostic {
  const { span } = nodeAt(root, ["service", "pipelines", pipeline]) ?? root;
  return { ...makeDiagnostic("component_missing", { kind }, span), setting: `service.pipelines.${pipeline}` };
}

class MetricsPipeline implements Pipeline {
  readonly id: string;
  readonly stages: readonly Stage[];
  readonly jobs: readonly ScrapeJob[];
  readonly notRun: readonly string[];
  readonly warnings: readonly Diagnostic[];
  readonly source: SourceText;
  readonly apply: Pipeline["apply"];
  readonly #exporting: RemoteWriteOptions;

  constructor(
    id: string,
    stages: readonly Stage[],
    jobs: readonly ScrapeJob[],
    exporting: RemoteWriteOptions,
    notRun: readonly string[],
    warnings: readonly Diagnostic[],
    source: SourceText,
  ) {
    this.id = id;
    this.stages = stages;
    this.jobs = jobs;
    this.#exporting = exporting;
    this.notRun = notRun;
    this.warnings = warnings;
    this.source = source;
    this.apply = applying((payload) => {
      if (typeof payload !== "object" || payload === null || Array.isArray(payload)) throw noPayload(payload);
      return { output: runStages(stages, payload) };
    });
  }

  explain(record: object): FilterExplanation {
    requireKind("record", "object", record);
    const asked: ConditionVerdict[] = [];
    let current: MetricRecord = record;
    const lastFilter = this.stages.findLastIndex(({ filter }) => filter !== undefined);
    for (const [i, { filter, processor }] of this.stages.entries()) {
      if (filter === undefined) {
        if (processor !== undefined) current = { ...current, ...resourceAfter(processor, current) };
        continue;
      }
      const explanation = filter.explain(current);
      asked.push(...explanation.asked);
      if (explanation.verdict !== "kept") return { ...explanation, asked };
      const asksPoints = filter.lists.some(({ context }) => context === "datapoint");
      if (i < lastFilter && asksPoints) current = filter.left(current) ?? current;
    }
    return { verdict: "kept", asked };
  }

  export(payload: object): RemoteWrite {
    return remoteWrite(payload, this.#exporting);
  }
}

function noPayload(given: unknown): OttlError {
  const diagnostic = makeDiagnostic("payload_kind", { found: kindOf(given) }, { start: 0, end: 0 });
  return new OttlError("evaluation", [diagnostic], "");
}
