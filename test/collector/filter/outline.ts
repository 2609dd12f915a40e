type Item = { readonly [property: string]: unknown };

const kinds = ["gauge", "sum", "histogram", "exponentialHistogram", "summary"];

/**
 * What a payload holds on one line, metrics and spans by their names, data points, events and log records by their times:
 * `ad{proxy{response_total(1 2)} scrape{}}`.
 */
export function outline(payload: unknown): string {
  const { resources, scopes, items, told } =
    signals.find((signal) => signal.resources in (payload as Item)) ?? metrics;
  const scopeOutline = (scope: Item) => `${nameOf(scope.scope as Item)}{${join(scope, items, told)}}`;
  return join(
    payload as Item,
    resources,
    (resource) => `${idOf(resource.resource as Item)}{${join(resource, scopes, scopeOutline)}}`,
  );
}

const metrics = {
  resources: "resourceMetrics",
  scopes: "scopeMetrics",
  items: "metrics",
  told: metricOutline,
};
const signals = [
  metrics,
  { resources: "resourceSpans", scopes: "scopeSpans", items: "spans", told: spanOutline },
  { resources: "resourceLogs", scopes: "scopeLogs", items: "logRecords", told: timeOf },
];

function metricOutline(metric: Item): string {
  const kind = Object.keys(metric).findLast((key) => kinds.includes(key));
  return kind === undefined
    ? nameOf(metric)
    : `${nameOf(metric)}(${join(metric[kind] as Item, "dataPoints", timeOf)})`;
}

function spanOutline(span: Item): string {
  const events = list(span, "events");
  return events.length === 0 ? nameOf(span) : `${nameOf(span)}(${join(span, "events", timeOf)})`;
}

function timeOf({ timeUnixNano }: Item): string {
  return String(timeUnixNano ?? 0);
}

function join(owner: Item | null | undefined, property: string, one: (item: Item) => string): string {
  return list(owner, property).map(one).join(" ");
}

/** Absent lists are empty, null messages lack everything. */
function list(owner: Item | null | undefined, property: string): readonly Item[] {
  return ((owner?.[property] ?? []) as readonly (Item | null)[]).map((item) => item ?? {});
}

function idOf(resource: Item | null | undefined): string {
  const [first] = list(resource, "attributes");
  return String((first?.value as Item | undefined)?.stringValue ?? "?");
}

function nameOf(message: Item | null | undefined): string {
  return String(message?.name ?? "?");
}
