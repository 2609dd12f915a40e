import { counter, dataPoint, fromExposition, gauge, payload } from "ottlkit/testing";
import "ottlkit/vitest";
import { expect, test } from "vitest";
import { grpcFailures } from "./grpc-failures.ts";

const unavailable = { status_code: "200", grpc_status: "14", classification: "failure" };

test("a call that is unavailable behind a 200 is kept", () => {
  expect(grpcFailures).toKeep(counter("response_total", { ...unavailable, direction: "outbound" }));
});

test.for([
  { ...unavailable, grpc_status: "0", classification: "success" },
  { ...unavailable, grpc_status: "5" },
  { ...unavailable, grpc_status: "", status_code: "503" },
  { ...unavailable, classification: "success" },
  { status_code: "200", classification: "failure" },
])("any other response is dropped: %o", (attributes) => {
  expect(grpcFailures).toDrop(dataPoint(counter("response_total", attributes)));
});

test("a status that is a number is another status", () => {
  expect(grpcFailures).toDrop(counter("response_total", { ...unavailable, grpc_status: 14 }));
});

test("other metrics are dropped, whatever their attributes", () => {
  expect(grpcFailures).toDrop(payload(counter("request_total", unavailable), gauge("up")));
});

test("of a metric the points that failed are left, and no metric without points", () => {
  const scrape = fromExposition(`# TYPE response_total counter
response_total{dst="cart",status_code="200",grpc_status="0",classification="success"} 54008
response_total{dst="cart",status_code="200",grpc_status="14",classification="failure"} 17
response_total{dst="quote",status_code="500",grpc_status="",classification="failure"} 2
# TYPE request_total counter
request_total{dst="cart"} 54027
`);
  const { output, dropped } = grpcFailures.apply(scrape);
  const metrics = output.resourceMetrics?.[0]?.scopeMetrics?.[0]?.metrics ?? [];
  expect(metrics.map((metric) => metric?.name)).toEqual(["response_total"]);
  expect(metrics[0]?.sum?.dataPoints?.map((point) => point?.asDouble)).toEqual([17]);
  expect(dropped).toMatchObject({ resources: 0, scopes: 0, metrics: 1, dataPoints: 3 });
});
