import type { PrometheusCompatibility } from "./capabilities.ts";
import { type Labels, labelValue } from "./labels.ts";
import { type FamilyMetadata, MetricFamily, withoutSuffix } from "./metric-family.ts";
import type { Value } from "./metric-group.ts";
import {
  type KeyValue,
  type MetricsPayload,
  type ResourceMetrics,
  type ScopeMetrics,
  stringAttribute,
} from "./otlp.ts";
import { resourceAttributes } from "./resource.ts";
import type { Exemplar, Metadata } from "./sample.ts";
import type { StartTimes } from "./start-times.ts";
import { syntheticMetadata } from "./synthetic.ts";

const receiverScope = "github.com/open-telemetry/opentelemetry-collector-contrib/receiver/prometheusreceiver";
const scopePrefix = "otel_scope_";

const noScope: Scope = { name: "", version: "", schemaUrl: "", attributes: [] };

/** Where samples come from: what their labels do not say, the target does. */
export interface Origin {
  readonly job: string;
  readonly instance: string;
  readonly discovered: Readonly<Record<string, string>>;
}

interface ResourceEntry {
  readonly attributes: Map<string, string>;
  readonly scopes: Map<string, ScopeEntry>;
  /** Attributes of scopes by their key, as the target's `otel_scope_info` tells them. */
  readonly told: Map<string, KeyValue[]>;
}

interface ScopeEntry extends Scope {
  readonly families: Map<string, MetricFamily>;
}

interface Scope {
  readonly name: string;
  readonly version: string;
  readonly schemaUrl: string;
  readonly attributes: KeyValue[];
}

/** Sorts the samples of a scrape into resources, scopes and families. */
export class FamilyTable {
  readonly #metadata: ReadonlyMap<string, Metadata>;
  readonly #origin: Origin;
  readonly #compatibility: PrometheusCompatibility;
  readonly #resources = new Map<string, ResourceEntry>();

  constructor(
    metadata: ReadonlyMap<string, Metadata>,
    origin: Origin,
    compatibility: PrometheusCompatibility,
  ) {
    this.#metadata = metadata;
    this.#origin = origin;
    this.#compatibility = compatibility;
  }

  /** Adds a sample with its final labels; `false` where none of the metrics takes it. */
  add(name: string, labels: Labels, time: bigint, value: Value, exemplar?: Exemplar): boolean {
    const resource = this.#resourceOf(labels);
    if (name === "target_info") {
      for (const { name, value } of labels) if (!isIdentity(name)) resource.attributes.set(name, value);
      return false;
    }
    if (name === "otel_scope_info" && !this.#compatibility.has("scope_info_is_metric")) {
      this.#tellScope(resource, labels);
      return false;
    }
    return this.#familyOf(this.#scopeOf(resource, labels), name).add(name, labels, time, value, exemplar);
  }

  /** The metrics of all samples; resources and metrics without points are left out. */
  payload(starts: StartTimes, trimSuffixes: boolean): MetricsPayload {
    const resourceMetrics: ResourceMetrics[] = [];
    for (const [key, { attributes, scopes, told }] of this.#resources) {
      const scopeMetrics: ScopeMetrics[] = [];
      for (const [scopeKey, entry] of scopes) {
        const scope = { ...entry, attributes: told.get(scopeKey) ?? entry.attributes };
        const metrics = [...entry.families.values()].flatMap(
          (family) => family.metric(key, starts, trimSuffixes) ?? [],
        );
        scopeMetrics.push({
          scope: this.#scope(scope),
          metrics,
          ...(scope.schemaUrl === "" ? {} : { schemaUrl: scope.schemaUrl }),
        });
      }
      if (scopeMetrics.every((scope) => scope.metrics.length === 0)) continue;
      resourceMetrics.push({
        resource: { attributes: [...attributes].map(([key, value]) => stringAttribute(key, value)) },
        scopeMetrics,
      });
    }
    return { resourceMetrics };
  }

  #scope({ name, version, schemaUrl, attributes }: Scope): ScopeMetrics["scope"] {
    if (name === "" && version === "" && schemaUrl === "" && attributes.length === 0)
      return { name: receiverScope, version: this.#compatibility.version };
    return {
      ...(name === "" ? {} : { name }),
      ...(version === "" ? {} : { version }),
      ...(attributes.length === 0 ? {} : { attributes }),
    };
  }

  #resourceOf(labels: Labels): ResourceEntry {
    const job = labelValue(labels, "job") || this.#origin.job;
    const instance = labelValue(labels, "instance") || this.#origin.instance;
    const key = `${job}\xff${instance}`;
    let entry = this.#resources.get(key);
    if (entry === undefined) {
      const attributes = resourceAttributes(job, instance, this.#origin.discovered, this.#compatibility);
      entry = { attributes, scopes: new Map(), told: new Map() };
      this.#resources.set(key, entry);
    }
    return entry;
  }

  #scopeOf(resource: ResourceEntry, labels: Labels): ScopeEntry {
    const scope = labels.some(({ name }) => name.startsWith(scopePrefix))
      ? this.#scopeOfLabels(labels)
      : noScope;
    const key = scopeKey(scope);
    let entry = resource.scopes.get(key);
    if (entry === undefined) {
      entry = { ...scope, families: new Map() };
      resource.scopes.set(key, entry);
    }
    return entry;
  }

  #scopeOfLabels(labels: Labels): Scope {
    const [name, version] = [labelValue(labels, "otel_scope_name"), labelValue(labels, "otel_scope_version")];
    if (!this.#compatibility.has("scope_attribute_labels"))
      return { name, version, schemaUrl: "", attributes: [] };
    const attributes: KeyValue[] = [];
    let schemaUrl = "";
    for (const { name, value } of labels) {
      if (!name.startsWith(scopePrefix)) continue;
      const key = name.slice(scopePrefix.length);
      if (key === "schema_url") schemaUrl = value;
      else if (key !== "name" && key !== "version") attributes.push(stringAttribute(key, value));
    }
    return { name, version, schemaUrl, attributes };
  }

  #tellScope(resource: ResourceEntry, labels: Labels): void {
    const own = labels.filter(
      ({ name }) => !isIdentity(name) && name !== "otel_scope_name" && name !== "otel_scope_version",
    );
    const key = scopeKey(this.#scopeOfLabels(labels));
    resource.told.set(
      key,
      own.map(({ name, value }) => stringAttribute(name, value)),
    );
  }

  #familyOf({ families }: ScopeEntry, seriesName: string): MetricFamily {
    const known = families.get(seriesName);
    if (known !== undefined) return known;
    const metadata = this.#metadataOf(seriesName);
    const joined = families.get(this.#joinedName(seriesName, metadata.family));
    if (joined?.includes(seriesName)) return joined;
    const family = new MetricFamily(metadata.family, metadata, this.#compatibility);
    families.set(family.name, family);
    return family;
  }

  /** The name of the family that a series may join. Older receivers ask the name alone, whatever is known of it. */
  #joinedName(seriesName: string, family: string): string {
    if (this.#compatibility.has("families_by_metadata") || this.#metadata.has(seriesName)) return family;
    const base = withoutSuffix(seriesName);
    return this.#isCreatedLine(seriesName) ? `${base}_total` : base;
  }

  /** What is known of a series' family, and the name its metric gets. */
  #metadataOf(seriesName: string): FamilyMetadata & { readonly family: string } {
    const synthetic = syntheticMetadata.get(seriesName);
    if (synthetic !== undefined) return { ...synthetic, name: seriesName, family: seriesName };
    const own = this.#metadata.get(seriesName);
    if (own !== undefined) return { ...own, name: seriesName, family: seriesName };
    const base = withoutSuffix(seriesName);
    const shared = this.#metadata.get(base);
    if (shared === undefined)
      return { type: "unknown", help: "", unit: "", name: seriesName, family: seriesName };
    if (shared.type !== "counter") return { ...shared, name: base, family: base };
    return { ...shared, name: base, family: this.#isCreatedLine(seriesName) ? `${base}_total` : seriesName };
  }

  /** Whether a series tells the start of a counter, whose samples end in `_total`. */
  #isCreatedLine(seriesName: string): boolean {
    if (!this.#compatibility.has("created_lines") || !seriesName.endsWith("_created")) return false;
    return this.#metadata.get(withoutSuffix(seriesName))?.type === "counter";
  }
}

function isIdentity(label: string): boolean {
  return label === "job" || label === "instance";
}

function scopeKey({ name, version, schemaUrl, attributes }: Scope): string {
  return [name, version, schemaUrl, ...attributes.flatMap(({ key, value }) => [key, value.stringValue])].join(
    "\xff",
  );
}
