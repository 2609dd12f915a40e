import { expect, test } from "vitest";
import { recordsOf, statements } from "../../src/index.ts";

const metrics = () => ({
  resourceMetrics: [
    { scopeMetrics: [{ metrics: [{ gauge: { dataPoints: [{ asInt: "1" }, { asInt: "2" }] } }] }] },
  ],
});

function runOver(context: string, payload: object, texts: readonly string[]): number {
  const compiled = statements(context, texts);
  let count = 0;
  for (const record of recordsOf(context, payload)) {
    compiled.execute(record);
    count++;
  }
  return count;
}

test("data points that are copied to where they are stay those of the records", () => {
  const payload = metrics();
  runOver("datapoint", payload, ["set(metric.data_points, metric.data_points)", "set(value_int, 9)"]);
  const [metric] = payload.resourceMetrics[0]?.scopeMetrics[0]?.metrics ?? [];
  expect(metric?.gauge.dataPoints).toEqual([{ asInt: "9" }, { asInt: "9" }]);
});

test("events that are copied to where they are stay those of the records", () => {
  const events = [{ name: "a" }, { name: "b" }];
  const payload = { resourceSpans: [{ scopeSpans: [{ spans: [{ events }] }] }] };
  runOver("spanevent", payload, ["set(span.events, span.events)", 'set(name, "x") where event_index == 0']);
  expect(payload.resourceSpans[0]?.scopeSpans[0]?.spans[0]?.events).toEqual([{ name: "x" }, { name: "b" }]);
});

test("data points that a statement takes away are not walked any more", () => {
  expect(runOver("datapoint", metrics(), ["set(metric.data_points, nil)"])).toBe(1);
});
