/** Deterministic OTLP JSON for the benchmarks: the metrics of a mesh scrape, and HTTP data points. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { scrape } from "../../src/prometheus/scrape.ts";
import type { ExportMetricsServiceRequest } from "../../src/shapes/records.ts";

type Payload = ExportMetricsServiceRequest;

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
  const random = mulberry32(42);
  const int = (n: number) => Math.floor(random() * n);
  const pick = <T>(items: readonly T[]) => items[int(items.length)] as T;
  const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });
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
      resource: { attributes: [text("service.name", service), text("service.namespace", "shop")] },
      scopeMetrics: [
        {
          scope: { name: "bench", version: "1.0" },
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

/** The same payload parsed anew several times, so that no string has been looked at before. */
export function copies(payload: Payload, count: number): Payload[] {
  const text = JSON.stringify(payload);
  return Array.from({ length: count }, () => JSON.parse(text));
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
