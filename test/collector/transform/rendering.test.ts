/** What each finding looks like: `npx vitest run -u` writes `fixtures/transform/diagnostics.txt` anew. */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createTransform } from "../../../src/collector/transform/create-transform.ts";
import type { TransformOptions } from "../../../src/collector/transform/types.ts";
import { transformMessages } from "../../../src/diagnostics/codes/transform.ts";
import { drawn, drawnError } from "../drawn.ts";

const fixture = fileURLToPath(new URL("../../../fixtures/transform/diagnostics.txt", import.meta.url));

const texts: readonly (readonly [settings: string, options?: TransformOptions])[] = [
  ["log_statements:\n  - set(log.body, 1)\n  - context: log\n    statements: []\n  -"],
  ["log_statements:\n  - context: logs\n    statements: []\nmetric_statements:\n  - context: span"],
  ["log_statements:\n  - set(body, 1)\nmetric_statements:\n  - set(metric.name, log.body)"],
  [
    "metric_statements:\n  - conditions: ['HasAttrKeyOnDatapoint(\"a\")']\n    statements: ['set(metric.unit, \"u\")']",
  ],
  ['log_statements:\n  - set(log.attributes["a"], 1) where\n  - set(log.bodi, nope())'],
  ["log_statements:\n  - statements: []", { compatibility: "0.118.0" }],
  ["flatten_data: true\nflatten:\n  log: true", { compatibility: "0.164.0" }],
  ["flatten_data: false"],
  ["error_mode: ignroe\nlog_statements:\n  - context: log\n    statements: [' ']\n    error_mode: slient"],
  ['profile_statements:\n  - set(profile.attributes["a"], 1)'],
  ["log_statements: []"],
  ["log_statements:\n  - context: log\n    statements: set(body, 1)"],
  ["log_statements:\n  - context: log\n    statements: flatten(attributes), flatten(attributes)"],
  ["log_statements:\n  - context: log\n    statements: [nope(body),flatten(attributes)]"],
  ["metric_statements:\n  - convert_sum_to_gauge()\n  - set(datapoint.value_int, 1)"],
];

function told(settings: string, options: TransformOptions = {}): string {
  return drawn("transform/mesh", settings, (text, shared) =>
    createTransform(text, "transform/mesh", { ...shared, ...options }),
  );
}

test("every finding is drawn as the fixture shows", async () => {
  const strict = createTransform({
    error_mode: "propagate",
    log_statements: ["set(log.body, ParseJSON(log.body))"],
  });
  const endless = createTransform({
    metric_statements: [{ context: "metric", statements: ["copy_metric()"] }],
  });
  const all = [
    ...texts.map(([text, options]) => told(text, options)),
    drawnError(() =>
      strict.apply({ resourceLogs: [{ scopeLogs: [{ logRecords: [{ body: { stringValue: "x" } }] }] }] }),
    ),
    drawnError(() => endless.apply({ resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name: "up" }] }] }] })),
  ].join("\n\n");
  for (const code of Object.keys(transformMessages)) expect(all).toContain(`[${code}]`);
  await expect(`${all.replace(/ +$/gm, "")}\n`).toMatchFileSnapshot(fixture);
});
