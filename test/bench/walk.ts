import type { Condition } from "../../src/index.ts";

type Item = { readonly [property: string]: unknown };
const lists = (owner: Item, property: string) => (owner[property] ?? []) as readonly Item[];

/** Evaluates a condition over a payload as a processor does: one record object, filled anew for each. */
export function evaluateAll(
  context: "metric" | "datapoint",
  payload: object,
  condition: Condition,
  visit: (verdict: boolean) => void,
): void {
  const record: Record<string, unknown> = { metric: {}, dataPoint: {}, scope: {}, resource: {} };
  for (const resourceMetrics of lists(payload as Item, "resourceMetrics")) {
    record.resource = resourceMetrics.resource;
    for (const scopeMetrics of lists(resourceMetrics, "scopeMetrics")) {
      record.scope = scopeMetrics.scope;
      for (const metric of lists(scopeMetrics, "metrics")) {
        record.metric = metric;
        if (context === "metric") visit(condition.matches(record));
        else eachPoint(metric, record, condition, visit);
      }
    }
  }
}

function eachPoint(
  metric: Item,
  record: Record<string, unknown>,
  condition: Condition,
  visit: (verdict: boolean) => void,
): void {
  const data = (metric.gauge ?? metric.sum ?? metric.histogram ?? metric.summary ?? {}) as Item;
  for (const point of lists(data, "dataPoints")) {
    record.dataPoint = point;
    visit(condition.matches(record));
  }
}
