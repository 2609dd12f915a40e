import type { Case } from "./cases.ts";

type Item = { readonly [property: string]: unknown };
const lists = (owner: Item, property: string) => (owner[property] ?? []) as readonly Item[];

const signals = {
  metric: ["resourceMetrics", "scopeMetrics", "metrics"],
  datapoint: ["resourceMetrics", "scopeMetrics", "metrics"],
  log: ["resourceLogs", "scopeLogs", "logRecords"],
  span: ["resourceSpans", "scopeSpans", "spans"],
} as const;

/** Runs a text over a payload as a processor does: one record object, filled anew for each. */
export function runAll(
  context: Case["context"],
  payload: object,
  run: (record: object) => boolean,
  visit: (verdict: boolean) => void,
): void {
  const [resources, scopes, items] = signals[context];
  const owner = context === "datapoint" ? "metric" : context;
  const record: Record<string, unknown> = { [owner]: {}, dataPoint: {}, scope: {}, resource: {} };
  for (const resource of lists(payload as Item, resources)) {
    record.resource = resource.resource;
    for (const scope of lists(resource, scopes)) {
      record.scope = scope.scope;
      for (const item of lists(scope, items)) {
        record[owner] = item;
        if (context !== "datapoint") visit(run(record));
        else eachPoint(item, record, run, visit);
      }
    }
  }
}

function eachPoint(
  metric: Item,
  record: Record<string, unknown>,
  run: (record: object) => boolean,
  visit: (verdict: boolean) => void,
): void {
  const data = (metric.gauge ?? metric.sum ?? metric.histogram ?? metric.summary ?? {}) as Item;
  for (const point of lists(data, "dataPoints")) {
    record.dataPoint = point;
    visit(run(record));
  }
}
