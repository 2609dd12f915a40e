/** The benchmark cases: a condition and the loop over raw OTLP JSON that a careful engineer would write for it. */

type Visit = (verdict: boolean) => void;

export interface Case {
  readonly id: string;
  readonly context: "metric" | "datapoint";
  readonly data: "mesh" | "http";
  readonly text: string;
  readonly handWritten: (payload: never, visit: Visit) => void;
}

const meshNames = ["response_total", "tcp_open_connections", "tcp_read_bytes_total", "tcp_write_bytes_total"];
const manyNames = Array.from({ length: 50 }, (_, i) =>
  i === 40 ? "response_total" : `svc_${i}_requests_total`,
);
const manyPatterns = Array.from({ length: 50 }, (_, i) =>
  i === 40
    ? "^response_lat"
    : ([`^svc${i}_.*`, `_svc${i}_[0-9]+`, `^(in|out)bound_s${i}_`, `svc${i}.*total$`][i % 4] as string),
);

export const cases: readonly Case[] = [
  {
    id: "C1 mesh filter on metric names",
    context: "metric",
    data: "mesh",
    text: `not(name == "response_total" or IsMatch(name, "response_latency_ms.*") or ${meshNames
      .slice(1)
      .map((name) => `name == "${name}"`)
      .join(" or ")})`,
    handWritten: eachMetric((metric) => {
      const name = metric.name as string;
      return !(
        name === "response_total" ||
        name.includes("response_latency_ms") ||
        name === "tcp_open_connections" ||
        name === "tcp_read_bytes_total" ||
        name === "tcp_write_bytes_total"
      );
    }),
  },
  {
    id: "C3 three attribute comparisons",
    context: "datapoint",
    data: "http",
    text: 'attributes["http.request.method"] == "GET" and attributes["http.response.status_code"] >= 500 and resource.attributes["service.name"] != "frontend"',
    handWritten: eachPoint((point, _, resource) => {
      const method = find(point.attributes, "http.request.method");
      if (method === undefined || method.stringValue !== "GET") return false;
      const status = find(point.attributes, "http.response.status_code");
      if (status === undefined || !(Number(status.intValue) >= 500)) return false;
      return find(resource.attributes, "service.name")?.stringValue !== "frontend";
    }),
  },
  {
    id: "C4 name, missing attribute, value",
    context: "datapoint",
    data: "http",
    text: 'metric.name == "http.server.duration" and attributes["http.route"] == nil and value_double > 1.5',
    handWritten: eachPoint((point, metric) => {
      if (metric.name !== "http.server.duration") return false;
      return find(point.attributes, "http.route") === undefined && (point.asDouble ?? 0) > 1.5;
    }),
  },
  {
    id: "C5 50 ORed name ==",
    context: "metric",
    data: "mesh",
    text: manyNames.map((name) => `name == "${name}"`).join(" or "),
    handWritten: eachMetric((metric) => {
      for (let i = 0; i < manyNames.length; i++) if (metric.name === manyNames[i]) return true;
      return false;
    }),
  },
  {
    id: "C5 50 ORed IsMatch",
    context: "metric",
    data: "mesh",
    text: manyPatterns.map((pattern) => `IsMatch(name, "${pattern}")`).join(" or "),
    handWritten: (() => {
      const regexps = manyPatterns.map((pattern) => new RegExp(pattern));
      return eachMetric((metric) => {
        for (let i = 0; i < regexps.length; i++) if ((regexps[i] as RegExp).test(metric.name)) return true;
        return false;
      });
    })(),
  },
  {
    id: "V1 time difference",
    context: "datapoint",
    data: "http",
    text: "(time_unix_nano - start_time_unix_nano) / 1000000 > 250",
    handWritten: eachPoint(
      (point) => (BigInt(point.timeUnixNano) - BigInt(point.startTimeUnixNano)) / 1000000n > 250n,
    ),
  },
];

type Json = {
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Json }[];
  readonly stringValue?: string;
  readonly intValue?: string;
  readonly asDouble?: number;
  readonly timeUnixNano: string;
  readonly startTimeUnixNano: string;
  readonly dataPoints: readonly Json[];
  readonly gauge: Json;
  readonly resource: Json;
  readonly resourceMetrics: readonly Json[];
  readonly scopeMetrics: readonly Json[];
  readonly metrics: readonly Json[];
};

function find(attributes: Json["attributes"], key: string): Json | undefined {
  for (let i = 0; i < attributes.length; i++) {
    const entry = attributes[i] as Json["attributes"][number];
    if (entry.key === key) return entry.value;
  }
  return undefined;
}

function eachMetric(verdict: (metric: Json) => boolean) {
  return (payload: Json, visit: Visit): void => {
    for (const r of payload.resourceMetrics)
      for (const s of r.scopeMetrics) for (const metric of s.metrics) visit(verdict(metric));
  };
}

function eachPoint(verdict: (point: Json, metric: Json, resource: Json) => boolean) {
  return (payload: Json, visit: Visit): void => {
    for (const r of payload.resourceMetrics)
      for (const s of r.scopeMetrics)
        for (const metric of s.metrics)
          for (const point of metric.gauge.dataPoints) visit(verdict(point, metric, r.resource));
  };
}
