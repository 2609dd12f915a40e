import { type Signal, type SignalName, signals, type TelemetryData } from "../collector/signals.ts";
import type { MetricRecord, MetricsData, ResourceRecord, ScopeRecord } from "../shapes/records.ts";
import { requireObject } from "./require.ts";

/** What a payload is made of: metrics, and the resources and scopes that those after them belong to. */
export type PayloadPart = MetricRecord | ScopeRecord | ResourceRecord;

/**
 * Makes a payload. A metric belongs to the resource and the scope that come before it in the list, unless it brings
 * its own: `payload(resource({ "k8s.pod.name": "ad-1" }), counter("response_total"), gauge("up"))`.
 */
export function payload(...parts: readonly PayloadPart[]): MetricsData {
  return payloadOf("metrics", parts);
}

/** The same for records of any signal. */
export function payloadOf(name: SignalName, parts: readonly (object & ScopeRecord)[]): TelemetryData {
  const signal = signals.find((one) => one.name === name) as Signal; // each has its name
  const { contexts } = signal;
  const [, , item = "metric"] = contexts; // a record's own part has the name of its context
  const resources = new Map<string, { readonly [list: string]: unknown }>();
  const scopes = new Map<string, object[]>();

  const scopesOf = ({ resource, resourceContainer }: ResourceRecord): object[] => {
    const made = remember(resources, keyOf(resource, resourceContainer?.schemaUrl), () => ({
      resource: resource ?? {},
      ...schemaUrlOf(resourceContainer),
      [signal.scopes]: [],
    }));
    return made[signal.scopes] as object[]; // made above
  };

  const itemsOf = (part: ScopeRecord): object[] => {
    const { resource, resourceContainer, scope, scopeContainer } = part;
    const key = keyOf(resource, resourceContainer?.schemaUrl, scope, scopeContainer?.schemaUrl);
    return remember(scopes, key, () => {
      const items: object[] = [];
      scopesOf(part).push({ scope: scope ?? {}, ...schemaUrlOf(scopeContainer), [signal.items]: items });
      return items;
    });
  };

  let place: ScopeRecord = {};
  for (const [i, part] of parts.entries()) {
    requireObject(`part ${i + 1} of the payload`, part);
    if (item in part) {
      const own: unknown = Reflect.get(part, item);
      itemsOf({ ...place, ...placeOf(part) }).push((own ?? {}) as object); // what it is is seen where it is read
    } else if ("scope" in part) {
      place = { ...place, ...placeOf(part) };
      itemsOf(place);
    } else {
      place = placeOf(part);
      scopesOf(place);
    }
  }
  return { [signal.resources]: [...resources.values()] };
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
