import { type MetricRecord, type MetricsData, recordsOf } from "ottlkit";
import { counter, gauge, histogram, payload } from "ottlkit/testing";
import { loadFixtures } from "ottlkit/testing/node";
import "ottlkit/vitest";
import { describe, expect, test } from "vitest";
import { forward } from "./forward.ts";
import { anchoredFilter, meshFilter } from "./mesh-filter.ts";

const dashboards = [
  counter("response_total", { direction: "inbound", status_code: "200" }),
  histogram("response_latency_ms", { direction: "inbound" }, { values: [3, 700] }),
  gauge("tcp_open_connections", { peer: "src" }),
  counter("tcp_read_bytes_total", { peer: "src" }),
  counter("tcp_write_bytes_total", { peer: "dst" }),
];

const noise = [
  counter("request_total"),
  counter("control_response_total"),
  counter("tcp_open_total"),
  counter("inbound_tcp_errors_total"),
  gauge("process_start_time_seconds"),
];

const controlLatency = histogram("control_response_latency_ms", { addr: "linkerd-identity:8080" });

describe("the mesh filter", () => {
  test("keeps what the dashboards show", () => {
    expect(meshFilter).toKeep(dashboards);
  });

  test("drops the proxy's other metrics", () => {
    expect(meshFilter).toDrop(noise);
  });

  test("lets the latency of the control plane through", () => {
    expect(meshFilter).toKeep(controlLatency); // IsMatch finds its pattern anywhere in the name
    expect(anchoredFilter).toDrop(controlLatency);
    expect(anchoredFilter).toKeep(dashboards);
  });
});

test.for(loadFixtures("fixtures/*", { cwd: import.meta.dirname }))(
  "six metrics are left of the scrape $file",
  ({ payload: scraped }) => {
    expect(namesOf(meshFilter.apply(scraped).output)).toEqual([
      "control_response_latency_ms",
      "response_latency_ms",
      "response_total",
      "tcp_open_connections",
      "tcp_read_bytes_total",
      "tcp_write_bytes_total",
    ]);
  },
);

test("payloads are sent on without what is dropped, and not at all where nothing is left", async () => {
  const sent: MetricsData[] = [];
  const payloads = new ReadableStream<MetricsData>({
    start(controller) {
      controller.enqueue(payload(...dashboards, ...noise));
      controller.enqueue(payload(...noise));
      controller.close();
    },
  });
  await forward(payloads, new WritableStream({ write: (left) => void sent.push(left) }));
  expect(sent).toEqual([payload(...dashboards)]);
});

function namesOf(metrics: MetricsData): (string | null | undefined)[] {
  const records: Iterable<MetricRecord> = recordsOf("metric", metrics);
  return [...records].map(({ metric }) => metric?.name).sort();
}
