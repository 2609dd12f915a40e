import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { attributesOf } from "../attributes/create-attributes.ts";
import { filterOf } from "../filter/create-filter.ts";
import type { Filter, FilterOptions } from "../filter/types.ts";
import type { Findings } from "../findings.ts";
import type { Processor } from "../processor.ts";
import { type ResourceOptions, resourceOf } from "../resource/create-resource.ts";
import { isEmpty, type TelemetryData } from "../signals.ts";
import { transformOf } from "../transform/create-transform.ts";
import type { Transform, TransformOptions } from "../transform/types.ts";
import type { Reference } from "./references.ts";

/** How the processors of a pipeline are made. */
export type StageOptions = ResourceOptions &
  Pick<FilterOptions, "signal"> &
  Pick<TransformOptions, "observer">;

/** A processor of a pipeline. */
export interface Stage {
  readonly id: string;
  /** Absent where data passes through, since ottlkit does not run it or the configuration does not define it. */
  readonly processor?: Processor;
  /** The processor, where it is a filter. */
  readonly filter?: Filter;
  /** The processor, where it is a transform. */
  readonly transform?: Transform;
}

/**
 * What the stages make of a payload; one of which nothing is left does not reach the stages after. `before` is called
 * with what each stage that is run gets.
 */
export function runStages(
  stages: readonly Stage[],
  payload: TelemetryData,
  before?: (stage: Stage, payload: TelemetryData) => void,
): TelemetryData {
  let output = payload;
  for (const stage of stages) {
    if (stage.processor === undefined) continue;
    before?.(stage, output);
    ({ output } = stage.processor.apply(output));
    if (isEmpty(output)) break;
  }
  return output;
}

/** Types of processors that change or drop data, whose absence makes a difference to what comes after. */
const changing: ReadonlySet<string> = new Set([
  "cumulativetodelta",
  "deltatocumulative",
  "deltatorate",
  "geoip",
  "groupbyattrs",
  "interval",
  "k8sattributes",
  "logdedup",
  "metricsgeneration",
  "metricstarttime",
  "metricstransform",
  "probabilistic_sampler",
  "redaction",
  "resourcedetection",
  "schema",
  "span",
  "span_pruning",
  "sumologic",
  "tail_sampling",
  "unroll",
]);

/** The stages of the processors that a pipeline names. */
export function stagesOf(
  processors: readonly Reference[],
  options: StageOptions,
  findings: Findings,
): readonly Stage[] {
  return processors.map((reference) => stageOf(reference, options, findings));
}

function stageOf({ id, type, settings }: Reference, options: StageOptions, findings: Findings): Stage {
  if (settings === undefined) return { id };
  if (type === "filter") {
    const filter = findings.collect(() => filterOf(settings, id, options));
    return filter === undefined ? { id } : { id, processor: filter, filter };
  }
  if (type === "resource") {
    const processor = findings.collect(() => resourceOf(settings, id, options));
    return processor === undefined ? { id } : { id, processor };
  }
  if (type === "transform") {
    const transform = findings.collect(() => transformOf(settings, id, options));
    return transform === undefined ? { id } : { id, processor: transform, transform };
  }
  if (type === "attributes") {
    const processor = findings.collect(() => attributesOf(settings, id, options));
    return processor === undefined ? { id } : { id, processor };
  }
  if (changing.has(type)) {
    const diagnostic = makeDiagnostic("processor_not_run", { id }, settings.span);
    findings.add({ ...diagnostic, severity: "warning", setting: `processors.${id}` });
  }
  return { id };
}
