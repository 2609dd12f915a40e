/** Payloads of metrics as lines, so that two can be compared whatever their order, and recorded ones be read. */
type Attributes =
  | readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[]
  | undefined;

interface Loose {
  readonly [property: string]: unknown;
}

/** One line for each resource, scope, metric and data point, in order; times are told from the time of the scrape. */
export function payloadLines(payload: object, scrapeTime: bigint): string[] {
  const lines: string[] = [];
  for (const resourceMetrics of list(payload, "resourceMetrics")) {
    const resource = `{${attributes(object(resourceMetrics.resource).attributes as Attributes)}}`;
    lines.push(`resource ${resource}`);
    for (const scopeMetrics of list(resourceMetrics, "scopeMetrics")) {
      const { name, version, attributes: own } = object(scopeMetrics.scope);
      const scope = [name, version, attributes(own as Attributes), scopeMetrics.schemaUrl]
        .filter(Boolean)
        .join(" ");
      for (const metric of list(scopeMetrics, "metrics"))
        lines.push(...metricLines(metric, scope, scrapeTime));
    }
  }
  return lines.map((line) => line.replace(receiverScope, "receiver")).sort();
}

/** The receiver's own scope says its version, which is another one for each. */
const receiverScope =
  /github\.com\/open-telemetry\/opentelemetry-collector-contrib\/receiver\/prometheusreceiver \S+/;

function metricLines(metric: Loose, scope: string, scrapeTime: bigint): string[] {
  const kind =
    ["gauge", "sum", "histogram", "exponentialHistogram", "summary"].find((kind) => metric[kind]) ?? "none";
  const data = object(metric[kind]);
  const about = [metric.unit && `unit=${metric.unit}`, metric.description, data.isMonotonic && "monotonic"];
  const told = attributes(metric.metadata as Attributes);
  const head = [`${scope} | ${metric.name}`, kind, ...about.filter(Boolean), told].join(" ");
  return list(data, "dataPoints").map((point) => {
    const start =
      point.startTimeUnixNano === undefined ? "" : ` from ${time(point.startTimeUnixNano, scrapeTime)}`;
    return `${head} | {${attributes(point.attributes as Attributes)}} ${values(point)}${start} at ${time(point.timeUnixNano, scrapeTime)}`;
  });
}

function values(point: Loose): string {
  const { attributes: _, startTimeUnixNano: __, timeUnixNano: ___, exemplars, ...rest } = point;
  const shown = Object.entries(rest)
    .filter(([, value]) => value !== "0" || "bucketCounts" in rest)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .sort();
  for (const exemplar of (exemplars ?? []) as Loose[]) {
    const { filteredAttributes, timeUnixNano: _, ...other } = exemplar;
    const told = Object.fromEntries(Object.entries(sorted(other)).filter(([, value]) => value !== ""));
    shown.push(`exemplar={${attributes(filteredAttributes as Attributes)}} ${JSON.stringify(told)}`);
  }
  return shown.join(" ");
}

function attributes(pairs: Attributes): string {
  const written = (pairs ?? []).map(({ key, value }) => `${key}=${JSON.stringify(Object.values(value)[0])}`);
  return written.sort().join(",");
}

/** Times near the scrape in seconds from it; what is far from it was told by the target. */
function time(nanos: unknown, scrapeTime: bigint): string {
  const seconds = Math.round(Number(BigInt(String(nanos)) - scrapeTime) / 1e9);
  return Math.abs(seconds) < 60 ? `${seconds}s` : String(nanos);
}

function sorted(value: Loose): Loose {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function list(owner: object, property: string): readonly Loose[] {
  return ((owner as Loose)[property] ?? []) as readonly Loose[];
}

function object(value: unknown): Loose {
  return (value ?? {}) as Loose;
}
