import type {
  InstrumentationScope,
  Metric,
  Resource,
  ResourceRecord,
  ScopeRecord,
} from "../shapes/records.ts";
import { type Attributes, keyValues } from "./attributes.ts";

/** What a resource has beside its attributes. */
export interface ResourceOptions {
  readonly schemaUrl?: string;
}

/** A resource: the record of context resource, and what `payload` puts the metrics after it under. */
export interface ResourceFixture extends ResourceRecord {
  resource: Resource;
}

/** Makes a resource, such as `resource({ "k8s.pod.name": "ad-1" })`. */
export function resource(attributes: Attributes = {}, options: ResourceOptions = {}): ResourceFixture {
  const { schemaUrl } = options;
  return {
    resource: { attributes: keyValues(attributes) },
    ...(schemaUrl === undefined ? {} : { resourceContainer: { schemaUrl } }),
  };
}

/** What a scope has beside its name. */
export interface ScopeOptions {
  readonly version?: string;
  readonly attributes?: Attributes;
  readonly schemaUrl?: string;
}

/** A scope: the record of context scope, and what `payload` puts the metrics after it under. */
export interface ScopeFixture extends ScopeRecord {
  scope: InstrumentationScope;
}

/** Makes the scope of an instrumentation library, such as `scope("io.opentelemetry.http", { version: "2.1.0" })`. */
export function scope(name: string, options: ScopeOptions = {}): ScopeFixture {
  const { version, attributes, schemaUrl } = options;
  return {
    scope: {
      name,
      ...(version === undefined ? {} : { version }),
      ...(attributes === undefined ? {} : { attributes: keyValues(attributes) }),
    },
    ...(schemaUrl === undefined ? {} : { scopeContainer: { schemaUrl } }),
  };
}

/** What every kind of metric may have. */
export interface MetricOptions {
  readonly description?: string;
  readonly unit?: string;
  readonly metadata?: Attributes;
  /** The attributes of its resource, or what `resource` made. */
  readonly resource?: Attributes | ResourceFixture;
  /** The name of its scope, or what `scope` made. */
  readonly scope?: string | ScopeFixture;
}

/** A metric with what it belongs to: the record of context metric. `Data` is what its kind of metric holds. */
export interface MetricFixture<Data extends object = object> extends ScopeRecord {
  metric: Pick<Metric, "description" | "unit" | "metadata"> & { name: string } & Data;
}

/** Makes the record of a metric that holds data of some kind. */
export function metricFixture<Data extends object>(
  name: string,
  data: Data,
  options: MetricOptions,
): MetricFixture<Data> {
  const { description, unit, metadata } = options;
  return {
    ...(options.resource === undefined ? {} : resourceOf(options.resource)),
    ...(typeof options.scope === "string" ? scope(options.scope) : options.scope),
    metric: {
      name,
      ...(description === undefined ? {} : { description }),
      ...(unit === undefined ? {} : { unit }),
      ...(metadata === undefined ? {} : { metadata: keyValues(metadata) }),
      ...data,
    },
  };
}

function resourceOf(given: Attributes | ResourceFixture): ResourceFixture {
  return isFixture(given) ? given : resource(given);
}

/** No attribute is called `resource` and holds a list of `attributes`. */
function isFixture(given: Attributes | ResourceFixture): given is ResourceFixture {
  const inner: unknown = given.resource;
  return (
    typeof inner === "object" && inner !== null && "attributes" in inner && Array.isArray(inner.attributes)
  );
}
