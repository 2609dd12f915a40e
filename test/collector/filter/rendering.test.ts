/** What each finding looks like: `npx vitest run -u` writes `fixtures/filter/diagnostics.txt` anew. */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createFilter } from "../../../src/collector/filter/create-filter.ts";
import type { FilterOptions } from "../../../src/collector/filter/types.ts";
import { filterMessages } from "../../../src/diagnostics/codes/filter.ts";
import { drawn, drawnError } from "../drawn.ts";

const fixture = fileURLToPath(new URL("../../../fixtures/filter/diagnostics.txt", import.meta.url));

const texts = [
  "metrics:\n  metric: []\n  include:\n    match_type: strict\nmetric_conditions: []",
  "metrics:\n  exclude:\n    match_type: expr\n    expressions: ['MetricName == \"up\"']",
  "metric_conditions:\n  - metric.name == nil\n  - conditions: []\n  -",
  "error_mode: ignroe\nmetric_conditions:\n  - context: metrics\n  - conditions:\n      - name == nil\n      - span.name == nil",
  "trace_conditions:\n  - context: log\n  - conditions: ['metric.name == nil', instrumentation_scope.name == nil, 'true']",
  'metrics:\n  metric: name == nil, name == "up"',
  "profiles:\n  profile: []\nlogs: {}",
  "trace_conditions:\n  - span.name == nil\nspans:\n  exclude:\n    match_type: strict",
  "spans:\n  include:\n    match_type: regex\n    span_names: [up]\n  exclude:\n    match_type: strict\n    log_bodies: [a]",
  "spans:\n  include:\n    match_type: strict\n  exclude:\n    match_type: strict\n    span_kinds: [client]",
  "logs:\n  include:\n    match_type: regexp\n    bodies: ['(a']\n    record_attributes:\n      - value: a\n      - key: b\n        value: 1\n    severity_number:\n      min: notice",
];

function told(settings: string, options: FilterOptions = {}): string {
  return drawn("filter/mesh", settings, (text, shared) =>
    createFilter(text, "filter/mesh", { ...shared, ...options }),
  );
}

test("every finding is drawn as the fixture shows", async () => {
  const rejects = createFilter({ error_mode: "propagate", metrics: { metric: ["ParseJSON(name) == nil"] } });
  const payload = (...metrics: unknown[]) =>
    ({ resourceMetrics: [{ scopeMetrics: [{ metrics }] }] }) as never;
  const all = [
    ...texts.map((text) => told(text)),
    told("metric_conditions: []", { compatibility: "0.118.0" }),
    told("metrics:\n  metric: []", { signal: "logs" }),
    drawnError(() => rejects.apply(payload({ name: "up" }, { name: "down" }))),
    drawnError(() => rejects.apply(payload(1))),
    drawnError(() => rejects.apply({ resourceProfiles: [] } as never)),
  ].join("\n\n");
  for (const code of Object.keys(filterMessages)) expect(all).toContain(`[${code}]`);
  await expect(`${all.replace(/ +$/gm, "")}\n`).toMatchFileSnapshot(fixture);
});
