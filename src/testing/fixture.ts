import type {
  InstrumentationScope,
  Metric,
  Resource,
  ResourceRecord,
  ScopeRecord,
} from "../shapes/records.ts";
import { type Attributes, keyValues } from "./attributes.ts";
import { requireObject, requireText } from "./require.ts";

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
  requireObject("the options", options);
  const { schemaUrl } = options;
  if (schemaUrl !== undefined) requireText("schemaUrl", schemaUrl);
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
  requireText("the name of a scope", name);
  requireObject("the options", options);
  const { version, attributes, schemaUrl } = options;
  if (version !== undefined) requireText("version", version);
  if (schemaUrl !== undefined) requireText("schemaUrl", schemaUrl);
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
  requireText("the name of a metric", name);
  const { description, unit, metadata } = options;
  if (description !== undefined) requireText("description", description);
  if (unit !== undefined) requireText("unit", unit);
  if (options.resource !== undefined) requireObject("resource", options.resource);
  if (options.scope !== undefined && typeof options.scope !== "string") requireObject("scope", options.scope);
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
