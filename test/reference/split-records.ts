import type { Payload } from "./cases/payload.ts";

type Json = Record<string, unknown>;

const kindsOfData = ["gauge", "sum", "histogram", "exponentialHistogram", "summary"];
const listOf = (holder: Json, key: string): Json[] => (holder[key] as Json[] | undefined) ?? [];

/** A payload for each metric or data point of a payload, in document order, with nothing else in it. */
export function splitRecords(payload: Payload, context: string): Payload[] {
  const split: Payload[] = [];
  for (const resource of payload.resourceMetrics as Json[]) {
    for (const scope of listOf(resource, "scopeMetrics")) {
      for (const metric of listOf(scope, "metrics")) {
        for (const single of context === "metric" ? [metric] : singlePoints(metric)) {
          split.push({ resourceMetrics: [{ ...resource, scopeMetrics: [{ ...scope, metrics: [single] }] }] });
        }
      }
    }
  }
  return split;
}

function singlePoints(metric: Json): Json[] {
  const kind = kindsOfData.find((name) => metric[name] !== undefined);
  if (kind === undefined) return [];
  const data = metric[kind] as Json;
  return listOf(data, "dataPoints").map((point) => ({ ...metric, [kind]: { ...data, dataPoints: [point] } }));
}
