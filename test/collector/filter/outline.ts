type Item = { readonly [property: string]: unknown };

const kinds = ["gauge", "sum", "histogram", "exponentialHistogram", "summary"];

/**
 * What a payload holds on one line, records by their names and data points by their times:
 * `ad{proxy{response_total(1 2)} scrape{}}`.
 */
export function outline(payload: unknown): string {
  return list(payload as Item, "resourceMetrics")
    .map((resource) => `${idOf(resource.resource as Item)}{${join(resource, "scopeMetrics", scopeOutline)}}`)
    .join(" ");
}

function scopeOutline(scope: Item): string {
  return `${nameOf(scope.scope as Item)}{${join(scope, "metrics", metricOutline)}}`;
}

function metricOutline(metric: Item): string {
  const kind = Object.keys(metric).findLast((key) => kinds.includes(key));
  if (kind === undefined) return nameOf(metric);
  const points = list(metric[kind] as Item, "dataPoints").map(({ timeUnixNano }) => timeUnixNano ?? 0);
  return `${nameOf(metric)}(${points.join(" ")})`;
}

function join(owner: Item, property: string, one: (item: Item) => string): string {
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
