/** The benchmark cases: a text and the loop over raw OTLP JSON that a careful engineer would write for it. */
import { createHash } from "node:crypto";

type Visit = (verdict: boolean) => void;

export interface Case {
  readonly id: string;
  readonly kind: "condition" | "statement";
  readonly context: "metric" | "datapoint" | "log" | "span";
  readonly data: "mesh" | "http" | "logs" | "spans";
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
    kind: "condition",
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
    id: "C2 severity and a pattern on the body",
    kind: "condition",
    context: "log",
    data: "logs",
    text: 'severity_number < SEVERITY_NUMBER_WARN and IsMatch(body, "(?i)health.?check|/healthz")',
    handWritten: eachLog(
      (log) => log.severityNumber < 13 && /health.?check|\/healthz/i.test(log.body.stringValue ?? ""),
    ),
  },
  {
    id: "C3 three attribute comparisons",
    kind: "condition",
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
    kind: "condition",
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
    kind: "condition",
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
    kind: "condition",
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
    kind: "condition",
    context: "datapoint",
    data: "http",
    text: "(time_unix_nano - start_time_unix_nano) / 1000000 > 250",
    handWritten: eachPoint(
      (point) => (BigInt(point.timeUnixNano) - BigInt(point.startTimeUnixNano)) / 1000000n > 250n,
    ),
  },
  {
    id: "S1 merge parsed JSON",
    kind: "statement",
    context: "log",
    data: "logs",
    text: 'merge_maps(attributes, ParseJSON(body), "upsert") where IsMatch(body, "^\\\\{")',
    handWritten: eachLog((log) => {
      const body = log.body.stringValue ?? "";
      if (!body.startsWith("{")) return false;
      for (const [key, value] of Object.entries(JSON.parse(body) as object))
        put(log.attributes, key, wrap(value));
      return true;
    }),
  },
  {
    id: "S2 replace a pattern",
    kind: "statement",
    context: "span",
    data: "spans",
    text: 'replace_pattern(attributes["url.full"], "token=[^&]+", "token=***")',
    handWritten: eachSpan((span) => {
      const url = find(span.attributes, "url.full") as { stringValue?: string } | undefined;
      if (url?.stringValue !== undefined)
        url.stringValue = url.stringValue.replace(/token=[^&]+/g, "token=***");
      return true;
    }),
  },
  {
    id: "S3 set what is missing",
    kind: "statement",
    context: "log",
    data: "logs",
    text: 'set(attributes["k"], Concat([resource.attributes["service.name"], severity_text], "/")) where attributes["k"] == nil',
    handWritten: eachLog((log, resource) => {
      if (find(log.attributes, "k") !== undefined) return false;
      const service = find(resource.attributes, "service.name")?.stringValue;
      put(log.attributes, "k", { stringValue: `${service}/${log.severityText}` });
      return true;
    }),
  },
  {
    id: "S4 set a hash",
    kind: "statement",
    context: "span",
    data: "spans",
    text: 'set(attributes["hash"], SHA256(attributes["user.id"]))',
    handWritten: eachSpan((span) => {
      const user = find(span.attributes, "user.id")?.stringValue ?? "";
      put(span.attributes, "hash", { stringValue: createHash("sha256").update(user).digest("hex") });
      return true;
    }),
  },
  {
    id: "S5 keep keys",
    kind: "statement",
    context: "log",
    data: "logs",
    text: 'keep_keys(attributes, ["a", "b"])',
    handWritten: eachLog((log) => {
      (log as { attributes: unknown }).attributes = log.attributes.filter(
        ({ key }) => key === "a" || key === "b",
      );
      return true;
    }),
  },
  {
    id: "S6 rewrite the name",
    kind: "statement",
    context: "span",
    data: "spans",
    text: 'set(name, Concat(Split(name, "/"), "-"))',
    handWritten: eachSpan((span) => {
      (span as { name: string }).name = span.name.split("/").join("-");
      return true;
    }),
  },
];

type Json = {
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Json }[];
  readonly severityNumber: number;
  readonly severityText: string;
  readonly body: Json;
  readonly stringValue?: string;
  readonly intValue?: string;
  readonly asDouble?: number;
  readonly timeUnixNano: string;
  readonly startTimeUnixNano: string;
  readonly dataPoints: readonly Json[];
  readonly gauge: Json;
  readonly resource: Json;
  readonly resourceLogs: readonly Json[];
  readonly scopeLogs: readonly Json[];
  readonly logRecords: readonly Json[];
  readonly resourceSpans: readonly Json[];
  readonly scopeSpans: readonly Json[];
  readonly spans: readonly Json[];
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

function eachLog(verdict: (log: Json, resource: Json) => boolean) {
  return (payload: Json, visit: Visit): void => {
    for (const r of payload.resourceLogs)
      for (const s of r.scopeLogs) for (const log of s.logRecords) visit(verdict(log, r.resource));
  };
}

function eachSpan(verdict: (span: Json) => boolean) {
  return (payload: Json, visit: Visit): void => {
    for (const r of payload.resourceSpans)
      for (const s of r.scopeSpans) for (const span of s.spans) visit(verdict(span));
  };
}

/** Writes an attribute in place. */
function put(attributes: Json["attributes"], key: string, value: object): void {
  const entry = attributes.find((one) => one.key === key) as { value: object } | undefined;
  if (entry === undefined) (attributes as object[]).push({ key, value });
  else entry.value = value;
}

function wrap(value: unknown): object {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "number") return { doubleValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (value === null) return {};
  if (Array.isArray(value)) return { arrayValue: { values: value.map(wrap) } };
  const values = Object.entries(value as object).map(([key, item]) => ({ key, value: wrap(item) }));
  return { kvlistValue: { values } };
}
