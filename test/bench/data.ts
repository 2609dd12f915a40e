/** Deterministic OTLP JSON for the benchmarks: the metrics of a mesh scrape, and HTTP data points. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { scrape } from "../../src/prometheus/scrape.ts";
import type { ExportMetricsServiceRequest } from "../../src/shapes/records.ts";

type Payload = ExportMetricsServiceRequest;

const services = [
  "frontend",
  "cart",
  "checkout",
  "payment",
  "shipping",
  "email",
  "currency",
  "ad",
  "catalog",
  "quote",
];
const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });
const whole = (key: string, value: number) => ({ key, value: { intValue: String(value) } });
const truth = (key: string, boolValue: boolean) => ({ key, value: { boolValue } });
const scope = { name: "bench", version: "1.0" };
const resource = (service: string) => ({
  attributes: [text("service.name", service), text("service.namespace", "shop"), text("host.name", "node-1")],
});

const exposition = join(import.meta.dirname, "../../fixtures/mesh/exposition.txt");
const start = 1_755_780_000_000_000_000n;

/** The metrics of the embedded mesh exposition: one resource, a metric a family. */
export function meshMetrics(): Payload {
  const text = readFileSync(exposition, "utf8");
  const target = { job: "linkerd-mesh", instance: "10.42.0.20:4191" };
  return scrape(text, target, { time: 1_755_780_000_000 }).payload as Payload;
}

/** Ten resources of ten gauges of ten points with four or five attributes. */
export function httpPoints(): Payload {
  const { int, pick, random } = choices(42);
  const names = [...Array(4).fill("http.server.duration"), "http.client.duration", "rpc.server.duration"];
  names.push("process.cpu.time", "jvm.memory.used", "db.client.connections", "queue.depth");
  const point = (service: string) => {
    const attributes: object[] = [
      text("http.request.method", pick(["GET", "POST"])),
      { key: "http.response.status_code", value: { intValue: pick(["200", "404", "500"]) } },
      text("server.address", service),
      text("url.scheme", "https"),
    ];
    if (random() < 0.7)
      attributes.splice(2, 0, text("http.route", pick(["/cart", "/checkout", "/api/v1/users"])));
    const begin = start + BigInt(int(1e9)) * 1009n;
    const times = { startTimeUnixNano: String(begin), timeUnixNano: String(begin + BigInt(int(5e8))) };
    return {
      attributes,
      ...times,
      ...(random() < 0.9 ? { asDouble: int(4000) / 1000 } : { asInt: String(int(10)) }),
    };
  };
  return {
    resourceMetrics: services.map((service) => ({
      resource: resource(service),
      scopeMetrics: [
        {
          scope,
          metrics: names.map((name) => ({
            name,
            unit: "ms",
            gauge: { dataPoints: Array.from({ length: 10 }, () => point(service)) },
          })),
        },
      ],
    })),
  } as Payload;
}

/** Ten resources of a hundred log records, a third of them with a JSON object as body. */
export function logRecords(): object {
  const { int, pick, random, hex } = choices(7);
  const words =
    "connection request upstream timeout retry cache user order payment failed completed started worker queue".split(
      " ",
    );
  const sentence = (n: number) => Array.from({ length: n }, () => pick(words)).join(" ");
  const severities = [
    [1, "TRACE"],
    [5, "DEBUG"],
    [9, "INFO"],
    [9, "INFO"],
    [13, "WARN"],
    [17, "ERROR"],
  ] as const;
  const body = (level: string) => {
    const kind = random();
    if (kind < 0.3) {
      const req = { id: hex(16), ms: int(1000) / 8 };
      return JSON.stringify({
        level: level.toLowerCase(),
        msg: sentence(5),
        code: int(600),
        ok: random() < 0.5,
        req,
      });
    }
    if (kind < 0.4) return `GET /healthz 200 ${int(50)}ms`;
    return kind < 0.5 ? `${pick(["Health check", "HEALTHCHECK"])} ${sentence(4)}` : sentence(6 + int(12));
  };
  const record = (service: string, i: number) => {
    const [severityNumber, severityText] = pick(severities);
    const attributes: object[] = [
      text("log.file.name", `${service}.log`),
      text("thread.name", `worker-${int(16)}`),
      whole("line", int(5000)),
      text("trace.source", pick(words)),
      truth("sampled", random() < 0.5),
    ];
    if (random() < 0.5) attributes.splice(2, 0, text("k", pick(words)));
    if (random() < 0.3) attributes.push(text("a", pick(words)));
    if (random() < 0.3) attributes.push(whole("b", int(100)));
    for (let j = int(5); j > 0; j--) attributes.push(text(`x.${words[j]}`, hex(12)));
    return {
      timeUnixNano: String(start + BigInt(i) * 1_000_003n),
      severityNumber,
      severityText,
      body: { stringValue: body(severityText) },
      attributes,
    };
  };
  return {
    resourceLogs: services.map((service) => ({
      resource: resource(service),
      scopeLogs: [{ scope, logRecords: Array.from({ length: 100 }, (_, i) => record(service, i)) }],
    })),
  };
}

/** Ten resources of a hundred spans of some fifteen attributes. */
export function httpSpans(): object {
  const { int, pick, random, hex } = choices(11);
  const routes = ["/api/v1/users/{id}", "/api/v1/cart", "/checkout", "/healthz", "/api/v1/products"];
  const span = (service: string) => {
    const method = pick(["GET", "GET", "POST", "PUT"]);
    const route = pick(routes);
    const begin = start + BigInt(int(1e9)) * 1009n;
    const attributes = [
      text("http.request.method", method),
      text("url.scheme", "https"),
      text("server.address", `${service}.shop.svc`),
      whole("server.port", 8443),
      text(
        "url.full",
        `https://${service}${route}?q=${hex(6)}${random() < 0.5 ? `&token=${hex(24)}&page=1` : ""}`,
      ),
      text("http.route", route),
      text("user_agent.original", `Mozilla/5.0 (X11; Linux x86_64) ${hex(6)}`),
      whole("http.response.status_code", pick([200, 200, 301, 404, 500])),
      whole("http.response.body.size", int(1e5)),
      text("client.address", `10.0.${int(256)}.${int(256)}`),
      text("user.id", `u-${int(100_000)}`),
      truth("cache.hit", random() < 0.3),
    ];
    if (random() < 0.25) attributes.unshift(text("thread.id", String(int(99))));
    return {
      traceId: hex(32),
      spanId: hex(16),
      parentSpanId: hex(16),
      name: `${method} ${route}`,
      kind: 2,
      startTimeUnixNano: String(begin),
      endTimeUnixNano: String(begin + BigInt(int(4e8))),
      attributes,
    };
  };
  return {
    resourceSpans: services.map((service) => ({
      resource: resource(service),
      scopeSpans: [{ scope, spans: Array.from({ length: 100 }, () => span(service)) }],
    })),
  };
}

/** The same payload parsed anew several times, so that no string has been looked at before. */
export function copies<P extends object>(payload: P, count: number): P[] {
  const text = JSON.stringify(payload);
  return Array.from({ length: count }, () => JSON.parse(text));
}

function choices(seed: number) {
  const random = mulberry32(seed);
  const int = (n: number) => Math.floor(random() * n);
  const pick = <T>(items: readonly T[]) => items[int(items.length)] as T; // the index is within the list
  const hex = (n: number) => Array.from({ length: n }, () => int(16).toString(16)).join("");
  return { random, int, pick, hex };
}

function mulberry32(seed: number): () => number {
  let s = seed;
  return () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
