import { expect, test } from "vitest";
import { type Metric, remoteWrite } from "../../src/prometheus.ts";

const point = { timeUnixNano: "1000000000", asDouble: 1 };
const counter = { sum: { dataPoints: [point], aggregationTemporality: 2, isMonotonic: true } };
const gauge = { gauge: { dataPoints: [point] } };
const histogram = {
  histogram: { dataPoints: [{ timeUnixNano: "1000000000", bucketCounts: [] }], aggregationTemporality: 2 },
};

test.each([
  ["response_total", counter, "", "response_total"],
  ["stack_poll_total_ms", counter, "", "stack_poll_ms_total"],
  ["opentelemetry_span_exports", counter, "", "opentelemetry_span_exports_total"],
  ["tcp_open_connections", gauge, "", "tcp_open_connections"],
  ["scrape_duration_seconds", gauge, "s", "scrape_duration_seconds"],
  ["response_latency_ms", histogram, "", "response_latency_ms"],
  ["http.server.duration", histogram, "ms", "http_server_duration_milliseconds"],
  ["system.cpu.utilization", gauge, "1", "system_cpu_utilization_ratio"],
  ["requests.count", counter, "1", "requests_count_total"],
  ["disk.io", counter, "By/s", "disk_io_bytes_per_second_total"],
  ["queue.size", gauge, "{request}", "queue_size"],
  ["2xx.count", gauge, "", "_2xx_count"],
])("%s of unit %3$j becomes %4$s", (name, data, unit, expected) => {
  for (const compatibility of ["0.118.0", "0.161.0", "0.165.0"])
    expect(exportedName({ name, unit, ...data }, compatibility)).toBe(expected);
});

test.each([
  ["0.118.0", "rpc_server_größe", "colon_is_split", "by_rate_per_by_rate"],
  ["0.161.0", "rpc_server_gr_e", "colon:is:split", "by_rate_per_by_rate"],
])("version %s has its own letters", (compatibility, word, colon) => {
  expect(exportedName({ name: "rpc.server.größe", ...gauge }, compatibility)).toBe(word);
  expect(exportedName({ name: "colon:is:split", ...gauge }, compatibility)).toBe(colon);
});

test("a name of nothing that can be exported is an error since 0.131.0", () => {
  const payload = { resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name: "日本", ...gauge }] }] }] };
  expect(remoteWrite(payload).errors).toEqual(['the metric "日本" has no name that can be exported']);
  expect(remoteWrite(payload, { compatibility: "0.118.0" }).samples[0]?.name).toBe("日本");
});

function exportedName(metric: Metric, compatibility: string): string | undefined {
  const { samples } = remoteWrite(
    { resourceMetrics: [{ scopeMetrics: [{ metrics: [metric] }] }] },
    { compatibility },
  );
  return samples[0]?.name.replace(/_count$/, (suffix) => (metric.histogram === undefined ? suffix : ""));
}
