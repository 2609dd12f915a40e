import { Failure } from "../core/failure.ts";
import { MapValue, type Value } from "../core/values.ts";
import { failureDiagnostic } from "../diagnostics/all-messages.ts";
import { kindOf } from "../diagnostics/invalid-option.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { requireOptions } from "../diagnostics/require-options.ts";
import { attributesOf } from "../shapes/otlp-json/attributes.ts";
import { metricKindOf, objectOf } from "../shapes/otlp-json/kinds.ts";
import { enumOfWire, int64OfWire, unsignedOfWire } from "../shapes/otlp-json/wire.ts";
import { wrongShape } from "../shapes/otlp-json/wrong-shape.ts";
import { type AttributeChoice, attributeChoice } from "./attribute-choice.ts";
import { type PrometheusCompatibility, prometheusCompatibility } from "./capabilities.ts";
import type { Labels } from "./labels.ts";
import { type MetricNameOptions, metricName, type NamedMetric } from "./metric-name.ts";
import { isStale, pointSamples } from "./point-samples.ts";
import { identifying, inOrder, type Surroundings, seriesLabels } from "./series-labels.ts";

/** How the exporter is set up. */
export interface RemoteWriteOptions extends MetricNameOptions {
  /** The contrib version whose exporter is wanted, such as `"0.118.0"`; default: the newest known. */
  readonly compatibility?: string;
  /** Labels for every series that does not have them. */
  readonly externalLabels?: Readonly<Record<string, string>>;
  /** Whether resources become `target_info`; default `true`. */
  readonly targetInfo?: boolean;
  /** Whether series get the labels of their scope, where the version does that; default `true`. */
  readonly scopeInfo?: boolean;
  /** Whether every series gets the attributes of its resource, or which of them; default `false`. */
  readonly resourceToTelemetryConversion?: boolean | AttributeChoice;
}

/** One sample of an exported series. */
export interface SeriesSample {
  readonly name: string;
  /** Without the name, in order. */
  readonly labels: Labels;
  /** The name of the metric that it is of; absent for `target_info`. */
  readonly metric?: string;
  /** Absent for native histograms and at the end of a series. */
  readonly value?: number;
  /** Milliseconds since the Unix epoch. */
  readonly time: bigint;
  /** What the sample is instead of a number: the end of its series, or a native histogram. */
  readonly kind?: "stale" | "native";
}

/** What is exported, and what cannot be. */
export interface RemoteWrite {
  readonly samples: readonly SeriesSample[];
  /** One line for each metric or data point that is left out. */
  readonly errors: readonly string[];
}

const kinds = ["gauge", "sum", "histogram", "exponentialHistogram", "summary"] as const;
const temporalities = {
  AGGREGATION_TEMPORALITY_UNSPECIFIED: 0,
  AGGREGATION_TEMPORALITY_DELTA: 1,
  AGGREGATION_TEMPORALITY_CUMULATIVE: 2,
};
const cumulative = 2n;
const coarsestScale = -4n;

type Parts = Readonly<Record<string, unknown>>;

/**
 * The series that the remote-write exporter makes of an OTLP JSON metrics payload, in the payload's order and each
 * resource's `target_info` last.
 *
 * @throws {OttlError} of phase `evaluation` where the payload is not what OTLP JSON has, `configuration` for options of
 * other types and an unknown `compatibility`.
 */
export function remoteWrite(payload: object, options: RemoteWriteOptions = {}): RemoteWrite {
  requireWriteOptions(options);
  const run = new RemoteWriteRun(options);
  try {
    if (typeof payload !== "object" || payload === null || Array.isArray(payload))
      throw new Failure("payload_kind", { found: kindOf(payload) });
    run.payload(payload as Parts);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new OttlError("evaluation", [failureDiagnostic(error, { start: 0, end: 0 })], "");
  }
  return { samples: run.samples, errors: run.errors };
}

function requireWriteOptions(options: RemoteWriteOptions): void {
  const flag = { optional: "flag" } as const;
  requireOptions("options", options, {
    namespace: { optional: "text" },
    addMetricSuffixes: flag,
    externalLabels: { optional: "textsByName" },
    targetInfo: flag,
    scopeInfo: flag,
  });
  const { resourceToTelemetryConversion: conversion = false } = options;
  const shape = { included: { optional: "texts" }, excluded: { optional: "texts" } } as const;
  if (typeof conversion !== "boolean")
    requireOptions("resourceToTelemetryConversion", conversion, shape, "resourceToTelemetryConversion.");
}

class RemoteWriteRun {
  readonly samples: SeriesSample[] = [];
  readonly errors: string[] = [];
  readonly #options: RemoteWriteOptions;
  readonly #compatibility: PrometheusCompatibility;
  /** The latest time of the resource's points, in nanoseconds. */
  #latest = 0n;
  readonly #converts: (key: string) => boolean;

  constructor(options: RemoteWriteOptions) {
    this.#options = options;
    this.#compatibility = prometheusCompatibility(options.compatibility);
    this.#converts = attributeChoice(options.resourceToTelemetryConversion ?? false);
  }

  payload(payload: Parts): void {
    for (const resourceMetrics of list(payload, "resourceMetrics")) {
      const resource = attributesOf(
        objectOf(resourceMetrics.resource, "resource")?.attributes,
        "resource.attributes",
      );
      this.#latest = 0n;
      for (const scopeMetrics of list(resourceMetrics, "scopeMetrics")) {
        const surroundings = { resource, ...this.#scope(scopeMetrics) };
        for (const metric of list(scopeMetrics, "metrics")) this.#metric(metric, surroundings);
      }
      this.#targetInfo(resource);
    }
  }

  #scope(scopeMetrics: Parts): Pick<Surroundings, "scope"> {
    if (this.#options.scopeInfo === false || !this.#compatibility.has("scope_labels")) return {};
    const scope = objectOf(scopeMetrics.scope, "scope") ?? {};
    return {
      scope: {
        name: text(scope, "name"),
        version: text(scope, "version"),
        attributes: attributesOf(scope.attributes, "scope.attributes"),
      },
    };
  }

  #metric(metric: Parts, surroundings: Surroundings): void {
    const index = metricKindOf({ metric });
    const kind = kinds[index - 1];
    const name = text(metric, "name");
    const data = kind === undefined ? {} : (objectOf(metric[kind], `metric.${kind}`) ?? {});
    const points = list(data, "dataPoints");
    for (const point of points) this.#latest = max(this.#latest, timeOf(point));
    if (kind === undefined || !isCumulative(kind, data)) {
      this.errors.push(`invalid temporality and type combination for metric ${JSON.stringify(name)}`);
      return;
    }
    const isMonotonic = kind === "sum" && data.isMonotonic === true;
    const exported = this.#name({ name, unit: text(metric, "unit"), kind, isMonotonic });
    if (exported === undefined)
      this.errors.push(`the metric ${JSON.stringify(name)} has no name that can be exported`);
    else if (points.length === 0) this.errors.push(`empty data points. ${name} is dropped`);
    else for (const point of points) this.#point(name, exported, kind, point, surroundings);
  }

  #name(metric: NamedMetric): string | undefined {
    return metricName(metric, this.#options, this.#compatibility);
  }

  #point(
    metric: string,
    name: string,
    kind: NamedMetric["kind"],
    point: Parts,
    surroundings: Surroundings,
  ): void {
    const own = attributesOf(point.attributes, "dataPoint.attributes");
    const attributes = merged(own, surroundings.resource, this.#converts);
    const labels = this.#labels(attributes, surroundings);
    if (labels === undefined) return;
    const time = millisecondsOf(timeOf(point));
    labels.delete("__name__");
    const problem = kind === "exponentialHistogram" ? this.#nativeProblem(point) : undefined;
    if (problem !== undefined) {
      this.errors.push(problem);
      return;
    }
    for (const { suffix, label, ...sample } of pointSamples(kind, point)) {
      this.samples.push({
        metric,
        name: name + suffix,
        labels: inOrder(labels, ...(label ?? [])),
        time,
        ...sample,
      });
    }
  }

  /** Why an exponential histogram is no native one. */
  #nativeProblem(point: Parts): string | undefined {
    const scale = int64OfWire(point.scale ?? 0);
    if (scale === undefined) throw wrongShape("dataPoint.scale", "an integer", point.scale);
    if (scale < coarsestScale)
      return `cannot convert exponential to native histogram. Scale must be >= ${coarsestScale}, was ${scale}`;
    const needsSum = this.#compatibility.has("native_needs_sum") && !isStale(point);
    if (needsSum && (point.sum === undefined || point.sum === null))
      return "cannot convert exponential to native histogram: sum is not set";
    return undefined;
  }

  #labels(attributes: MapValue, surroundings: Surroundings): Map<string, string> | undefined {
    const { externalLabels = {} } = this.#options;
    const labels = seriesLabels(attributes, surroundings, externalLabels, this.#compatibility);
    if (labels instanceof Map) return labels;
    this.errors.push(
      `the attribute ${JSON.stringify(labels.unusable)} has no label name that can be exported`,
    );
    return undefined;
  }

  /** A series for what a resource has besides its job and instance, at the time of its latest point. */
  #targetInfo(resource: MapValue): void {
    if (this.#options.targetInfo === false || this.#latest === 0n) return;
    const own = [...resource.entries()].filter(([key]) => !identifying.includes(key));
    if (own.length === 0) return;
    const labels = this.#labels(MapValue.of(own), { resource });
    if (labels === undefined || !(labels.has("job") || labels.has("instance"))) return;
    labels.delete("__name__");
    const { namespace = "" } = this.#options;
    const name = namespace === "" ? "target_info" : `${namespace}_target_info`;
    this.samples.push({ name, labels: inOrder(labels), value: 1, time: millisecondsOf(this.#latest) });
  }
}

function isCumulative(kind: NamedMetric["kind"], data: Parts): boolean {
  if (kind === "gauge" || kind === "summary") return true;
  const raw = data.aggregationTemporality ?? 0;
  const temporality = enumOfWire(raw, temporalities);
  if (temporality === undefined)
    throw wrongShape(`${kind}.aggregationTemporality`, "an enum's name or number", raw);
  return temporality === cumulative;
}

/** Attributes with the chosen ones of another map, which win. */
function merged(attributes: MapValue, over: MapValue, chosen: (key: string) => boolean): MapValue {
  const added = [...over.entries()].filter(([key]) => chosen(key));
  return added.length === 0
    ? attributes
    : MapValue.of(new Map<string, Value>([...attributes.entries(), ...added]));
}

function list(owner: Parts, property: string): readonly Parts[] {
  const raw = owner[property] ?? [];
  if (!Array.isArray(raw)) throw wrongShape(property, "an array", raw);
  return raw.map((item) => objectOf(item, property) ?? {});
}

function text(owner: Parts, property: string): string {
  const raw = owner[property] ?? "";
  if (typeof raw !== "string") throw wrongShape(property, "a string", raw);
  return raw;
}

function timeOf(point: Parts): bigint {
  const raw = point.timeUnixNano ?? 0;
  const time = unsignedOfWire(raw);
  if (time === undefined) throw wrongShape("dataPoint.timeUnixNano", "an unsigned 64-bit integer", raw);
  return time;
}

function millisecondsOf(nanos: bigint): bigint {
  return BigInt.asIntN(64, nanos) / 1_000_000n;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
