import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFilter } from "../../src/collector/filter/create-filter.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { dataPointsOf, recordsOf } from "../../src/engine/records.ts";
import type { Metric, MetricRecord, MetricsData } from "../../src/shapes/records.ts";
import { judge } from "../../src/testing/judge.ts";
import { verdictReport } from "../../src/testing/verdict-report.ts";

const folder = join(import.meta.dirname, "../../fixtures/data");
const payloads = readdirSync(folder).map(
  (name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8")) as MetricsData] as const,
);

const configs = [
  { metric: ['name == "http.server.duration"', "Len(data_points) > 1"] },
  { metric: ['not(IsMatch(name, "[aeiou]"))'], datapoint: ['attributes["k"] != nil', "value_double > 1.5"] },
  { resource: ['attributes["service.name"] != nil'], datapoint: ["count > 1"] },
  { datapoint: ["IsString(attributes) or count == 0"] },
  { resource: [], metric: ["type == METRIC_DATA_TYPE_SUM"] },
];

describe.for(configs)("the verdicts of a filter by %o", (metrics) => {
  const filter = createFilter({ metrics });

  test.for(payloads)("are what the filter does to the metrics of %s", ([, payload]) => {
    for (const record of recordsOf("metric", payload)) {
      const alone = aloneOf(record);
      const verdicts = judge(filter, record).map(({ verdict }) => verdict);
      const left = [...recordsOf("metric", filter.apply(alone).output)] as MetricRecord[];
      const points = (metric: Metric) => dataPointsOf(metric).length;
      expect(verdicts.includes("kept"), JSON.stringify(record.metric)).toBe(left.length > 0);
      const isSplit = verdicts.length > 1;
      if (isSplit && left[0]?.metric)
        expect(verdicts.filter((verdict) => verdict === "kept")).toHaveLength(points(left[0].metric));
      expect(verdictReport(filter, judge(filter, record))).toMatch(/^✗ (\d+ )?(kept|dropped)/);
    }
  });
});

/** A payload of one metric. */
function aloneOf({ resource, resourceContainer, scope, scopeContainer, metric }: MetricRecord): MetricsData {
  const scopeMetrics = [{ ...scopeContainer, scope, metrics: [metric ?? {}] }];
  return { resourceMetrics: [{ ...resourceContainer, resource, scopeMetrics }] };
}

test("a verdict under propagate is that of the payload", () => {
  const filter = createFilter({ error_mode: "propagate", metrics: { metric: ["Len(unit) / 0 == 1"] } });
  for (const [, payload] of payloads) {
    const records = [...recordsOf("metric", payload)] as MetricRecord[];
    const [record] = records;
    if (record === undefined) continue;
    expect(judge(filter, record)[0]?.verdict).toBe("rejected");
    expect(() => filter.apply(aloneOf(record))).toThrow(OttlError);
  }
});
