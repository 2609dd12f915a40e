import type {
  MetricRecord,
  MetricsData,
  ResourceMetrics,
  ResourceRecord,
  ScopeMetrics,
  ScopeRecord,
} from "../shapes/records.ts";
import { requireObject } from "./require.ts";

/** What a payload is made of: metrics, and the resources and scopes that those after them belong to. */
export type PayloadPart = MetricRecord | ScopeRecord | ResourceRecord;

/**
 * Makes a payload. A metric belongs to the resource and the scope that come before it in the list, unless it brings
 * its own: `payload(resource({ "k8s.pod.name": "ad-1" }), counter("response_total"), gauge("up"))`.
 */
export function payload(...parts: readonly PayloadPart[]): MetricsData {
  const resources = new Map<string, ResourceMetrics & { scopeMetrics: ScopeMetrics[] }>();
  const scopes = new Map<string, ScopeMetrics & { metrics: object[] }>();

  const resourceMetrics = ({ resource, resourceContainer }: ResourceRecord) =>
    remember(resources, keyOf(resource, resourceContainer?.schemaUrl), () => ({
      resource: resource ?? {},
      ...schemaUrlOf(resourceContainer),
      scopeMetrics: [],
    }));

  const scopeMetrics = (part: ScopeRecord) => {
    const { resource, resourceContainer, scope, scopeContainer } = part;
    const key = keyOf(resource, resourceContainer?.schemaUrl, scope, scopeContainer?.schemaUrl);
    return remember(scopes, key, () => {
      const made = { scope: scope ?? {}, ...schemaUrlOf(scopeContainer), metrics: [] };
      resourceMetrics(part).scopeMetrics.push(made);
      return made;
    });
  };

  let place: ScopeRecord = {};
  for (const [i, part] of parts.entries()) {
    requireObject(`part ${i + 1} of the payload`, part);
    if ("metric" in part) {
      scopeMetrics({ ...place, ...placeOf(part) }).metrics.push(part.metric ?? {});
    } else if ("scope" in part) {
      place = { ...place, ...placeOf(part) };
      scopeMetrics(place);
    } else {
      place = placeOf(part);
      resourceMetrics(place);
    }
  }
  return { resourceMetrics: [...resources.values()] };
}

/** The resource and the scope that a part brings. */
function placeOf(part: ScopeRecord): ScopeRecord {
  const { resource, resourceContainer, scope, scopeContainer } = part;
  return {
    ...(resource === undefined ? {} : { resource, resourceContainer }),
    ...(scope === undefined ? {} : { scope, scopeContainer }),
  };
}

function schemaUrlOf(container: ResourceRecord["resourceContainer"]): { schemaUrl?: string } {
  return typeof container?.schemaUrl === "string" ? { schemaUrl: container.schemaUrl } : {};
}

function keyOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  let found = known.get(key);
  if (found === undefined) {
    found = make();
    known.set(key, found);
  }
  return found;
}
