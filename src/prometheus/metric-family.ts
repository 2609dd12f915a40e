import type { PrometheusCompatibility } from "./capabilities.ts";
import { exemplarOf } from "./exemplar.ts";
import { type Label, type Labels, labelValue } from "./labels.ts";
import { MetricGroup, type Value } from "./metric-group.ts";
import { readBound } from "./number.ts";
import { type KeyValue, type Metric, type NumberDataPoint, stringAttribute } from "./otlp.ts";
import type { Exemplar, Metadata, MetricType } from "./sample.ts";
import type { StartTimes } from "./start-times.ts";
import { ucumOfUnit } from "./unit.ts";

/** The suffixes of the series of one family; the first that fits goes. */
const suffixes = ["_bucket", "_count", "_sum", "_total", "_info", "_created"];
const cumulative = 2;
const zero: Value = { number: 0, stale: false };

type Kind = "gauge" | "sum" | "histogram" | "summary" | "none";

const kinds: Readonly<Record<MetricType, Kind>> = {
  counter: "sum",
  gauge: "gauge",
  unknown: "gauge",
  histogram: "histogram",
  summary: "summary",
  info: "sum",
  stateset: "sum",
  gaugehistogram: "none",
};

/** What is known of a family, and the name it is known by. */
export interface FamilyMetadata extends Metadata {
  readonly name: string;
}

/** The samples that become one metric. */
export class MetricFamily {
  readonly name: string;
  readonly #metadata: FamilyMetadata;
  readonly #kind: Kind;
  readonly #compatibility: PrometheusCompatibility;
  readonly #scopeLabelsGo: boolean;
  readonly #groups = new Map<string, MetricGroup>();

  constructor(name: string, metadata: FamilyMetadata, compatibility: PrometheusCompatibility) {
    this.name = name;
    this.#metadata = metadata;
    this.#kind = kinds[metadata.type];
    this.#compatibility = compatibility;
    this.#scopeLabelsGo = compatibility.has("scope_attribute_labels");
  }

  /** Whether a series without metadata of its own belongs to the family. */
  includes(seriesName: string): boolean {
    if (this.#kind === "gauge") return seriesName === this.name;
    const isJoinedSum = this.#kind === "sum" && this.#compatibility.has("created_lines");
    return withoutSuffix(seriesName) === (isJoinedSum ? this.#metadata.name : this.name);
  }

  /** Adds a sample; `false` where it is dropped: a time unlike its group's, or no bound. */
  add(seriesName: string, labels: Labels, time: bigint, value: Value, exemplar?: Exemplar): boolean {
    const group = this.#groupOf(labels, time);
    if (group.time !== time || !this.#put(group, seriesName, labels, value)) return false;
    if (exemplar !== undefined && this.#kind !== "summary")
      group.exemplars.push(exemplarOf(exemplar, time, this.#compatibility));
    return true;
  }

  #put(group: MetricGroup, seriesName: string, labels: Labels, value: Value): boolean {
    const complex = this.#kind === "histogram" || this.#kind === "summary";
    if (complex && seriesName.endsWith("_sum")) group.sum = value;
    else if (complex && seriesName.endsWith("_count")) group.count = value;
    else if ((complex || this.#kind === "sum") && seriesName === `${this.#metadata.name}_created`)
      group.created = value.number;
    else if (complex) {
      const bound = readBound(labelValue(labels, this.#kind === "histogram" ? "le" : "quantile"));
      if (bound === undefined) return false;
      group.bounds.push({ bound, value: value.number });
    } else group.value = value;
    return true;
  }

  #groupOf(labels: Labels, time: bigint): MetricGroup {
    let key = "";
    for (const { name, value } of labels) if (!this.#isLeftOut(name)) key += `${name}\xff${value}\xff`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      const own = labels.filter(({ name }) => !this.#isLeftOut(name));
      group = new MetricGroup(key, time, own.map(attributeOf));
      this.#groups.set(key, group);
    }
    return group;
  }

  /** Labels that say where a series comes from or which part of a point it is, and so are no attributes. */
  #isLeftOut(label: string): boolean {
    switch (label) {
      case "job":
      case "instance":
        return true;
      case "__scheme__":
      case "__metrics_path__":
        return !this.#compatibility.has("target_labels_kept");
      case "le":
        return this.#kind === "histogram";
      case "quantile":
        return this.#kind === "summary";
      default:
        return label.startsWith("otel_scope_") && this.#scopeLabelsGo;
    }
  }

  /** The metric, unless none of its points can be told. */
  metric(resource: string, starts: StartTimes, trimSuffixes: boolean): Metric | undefined {
    const start = (group: MetricGroup) => starts.of(resource, this.name, group, this.#kind === "summary");
    const data = this.#data(start);
    if (data === undefined) return undefined;
    const { type, help, unit } = this.#metadata;
    return {
      name: trimSuffixes ? trimmedName(this.name, this.#kind, unit) : this.name,
      ...(help === "" ? {} : { description: help }),
      ...(unit === "" ? {} : { unit: ucumOfUnit(unit) }),
      ...data,
      metadata: [stringAttribute("prometheus.type", type)],
    };
  }

  #data(start: (group: MetricGroup) => string | undefined): Partial<Metric> | undefined {
    const groups = [...this.#groups.values()];
    switch (this.#kind) {
      case "histogram": {
        const consistentOnly = this.#compatibility.has("consistent_buckets");
        const dataPoints = groups.flatMap((group) => group.histogram(start(group), consistentOnly) ?? []);
        return dataPoints.length === 0
          ? undefined
          : { histogram: { dataPoints, aggregationTemporality: cumulative } };
      }
      case "summary": {
        const dataPoints = groups.flatMap((group) => group.summary(start(group)) ?? []);
        return dataPoints.length === 0 ? undefined : { summary: { dataPoints } };
      }
      case "sum": {
        const dataPoints = this.#numbers(groups, start);
        const monotonic = this.#metadata.type === "counter" ? { isMonotonic: true } : {};
        return dataPoints.length === 0
          ? undefined
          : { sum: { dataPoints, aggregationTemporality: cumulative, ...monotonic } };
      }
      case "gauge":
      case "none": {
        const dataPoints = this.#numbers(groups, () => undefined);
        return dataPoints.length === 0 ? undefined : { gauge: { dataPoints } };
      }
    }
  }

  #numbers(
    groups: readonly MetricGroup[],
    start: (group: MetricGroup) => string | undefined,
  ): NumberDataPoint[] {
    // Older receivers take a counter that only tells its start for a zero.
    const unset = this.#compatibility.has("created_lines") ? undefined : zero;
    return groups.flatMap((group) => group.number(start(group), unset) ?? []);
  }
}

const attributes = new WeakMap<Label, KeyValue>();

/** The attribute of a label; many series share their labels, so it is made once. */
function attributeOf(label: Label): KeyValue {
  let attribute = attributes.get(label);
  if (attribute === undefined) {
    attribute = stringAttribute(label.name, label.value);
    attributes.set(label, attribute);
  }
  return attribute;
}

/** A series' name without the suffix that tells its part in a family. */
export function withoutSuffix(name: string): string {
  for (const suffix of suffixes)
    if (name.endsWith(suffix) && name !== suffix) return name.slice(0, -suffix.length);
  return name;
}

/** A name without `_total` and without its unit. */
function trimmedName(name: string, kind: Kind, unit: string): string {
  const tokens = name.split("_");
  if (tokens.length === 1) return name;
  if (kind === "sum" && tokens.at(-1) === "total") tokens.pop();
  const units = unit.split("_");
  const ends =
    tokens.length > units.length &&
    units.every((word, i) => tokens[tokens.length - units.length + i] === word);
  return (ends ? tokens.slice(0, -units.length) : tokens).join("_");
}
