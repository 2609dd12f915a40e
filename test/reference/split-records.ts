import type { Payload } from "./cases/payload.ts";

type Json = Record<string, unknown>;

const kindsOfData = ["gauge", "sum", "histogram", "exponentialHistogram", "summary"];
const listOf = (holder: Json, key: string): Json[] => (holder[key] as Json[] | undefined) ?? [];

/** Where each signal has its resources, scopes and items. */
const signals = [
  ["resourceMetrics", "scopeMetrics", "metrics"],
  ["resourceSpans", "scopeSpans", "spans"],
  ["resourceLogs", "scopeLogs", "logRecords"],
] as const;

/** The single parts of an item in lower contexts: the item with nothing else than one of them. */
const parts: Readonly<Record<string, (item: Json) => Json[]>> = {
  datapoint: singlePoints,
  exemplar: (metric) => singlePoints(metric).flatMap(singleExemplars),
  spanevent: (span) => listOf(span, "events").map((event) => ({ ...span, events: [event] })),
};

/** A payload for each record of a context in a payload, in document order, with nothing else in it. */
export function splitRecords(payload: Payload, context: string): Payload[] {
  const single = parts[context] ?? ((item: Json) => [item]);
  return signals.flatMap(([resources, scopes, items]) =>
    listOf(payload as Json, resources).flatMap((resource) => {
      const within = (list: Json[]): Payload => ({ [resources]: [{ ...resource, [scopes]: list }] });
      if (context === "resource") return [within([])];
      return listOf(resource, scopes).flatMap((scope) => {
        if (context === "scope") return [within([{ ...scope, [items]: [] }])];
        return listOf(scope, items)
          .flatMap(single)
          .map((item) => within([{ ...scope, [items]: [item] }]));
      });
    }),
  );
}

function singlePoints(metric: Json): Json[] {
  const kind = kindsOfData.find((name) => metric[name] !== undefined);
  if (kind === undefined) return [];
  const data = metric[kind] as Json;
  return listOf(data, "dataPoints").map((point) => ({ ...metric, [kind]: { ...data, dataPoints: [point] } }));
}

function singleExemplars(metric: Json): Json[] {
  const kind = kindsOfData.find((name) => metric[name] !== undefined) ?? "";
  const data = metric[kind] as Json;
  const [point = {}] = listOf(data, "dataPoints");
  return listOf(point, "exemplars").map((exemplar) => ({
    ...metric,
    [kind]: { ...data, dataPoints: [{ ...point, exemplars: [exemplar] }] },
  }));
}
