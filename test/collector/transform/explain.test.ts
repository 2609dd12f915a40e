import { describe, expect, test } from "vitest";
import type { TransformConfig } from "../../../src/collector/transform/config.ts";
import { createTransform } from "../../../src/collector/transform/create-transform.ts";
import type { Transform } from "../../../src/collector/transform/types.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { recordsOf } from "../../../src/engine/records.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { transformCases } from "./cases/index.ts";
import { payloads } from "./payloads.ts";

deepFreeze(payloads);

function nth(context: string, payload: keyof typeof payloads, index: number): object {
  const record = [...recordsOf(context, payloads[payload])][index];
  if (record === undefined) throw new Error(`no ${context} ${index}`);
  return record;
}

/** An explanation in lines. */
function told(transform: Transform, record: object): readonly string[] {
  const { verdict, tried } = transform.explain(record);
  return [
    verdict,
    ...tried.flatMap(({ group, recordPath, opened, conditions, statements }) => [
      `${group.context}${recordPath} ${opened ? "opened" : "shut"}`,
      ...conditions.map(
        ({ index, explanation, error }) => `? ${index} ${error?.outcome ?? String(explanation.value)}`,
      ),
      ...statements.map(({ index, explanation, changes, error }) =>
        [
          `! ${index} ${error?.outcome ?? explanation.ran}`,
          ...changes.map(({ kind, path }) => `${kind} ${path}`),
        ].join(" "),
      ),
    ]),
  ];
}

describe("an explanation", () => {
  test("tells which conditions were asked and what each statement changed", () => {
    const transform = createTransform({
      log_statements: [
        { context: "resource", statements: ['set(attributes["r"], 1)'] },
        {
          context: "log",
          conditions: ["ParseJSON(body) == nil", "severity_number > 9", "true"],
          statements: [
            'delete_key(attributes, "status")',
            'set(attributes["x"], ParseJSON(body))',
            'set(severity_text, "E")',
          ],
        },
        { context: "log", conditions: ["false"], statements: ["set(body, nil)"] },
      ],
    });
    expect(told(transform, nth("log", "logs", 1))).toEqual([
      "changed",
      "resource opened",
      '! 0 true added attributes["r"]',
      "log opened",
      "? 0 reported",
      "? 1 true",
      '! 0 true deleted attributes["status"]',
      "! 1 reported",
      "! 2 true set severity_text",
      "log shut",
      "? 0 false",
    ]);
  });

  test("tells what a path held and holds", () => {
    const transform = createTransform({
      log_statements: [
        'set(log.attributes["status"], 1)',
        'set(resource.attributes["x"], scope.name)',
        "set(log.cache, {})",
      ],
    });
    const [trial] = transform.explain(nth("log", "logs", 0)).tried;
    expect(trial?.statements.map(({ changes }) => changes)).toEqual([
      [{ kind: "set", path: 'attributes["status"]', before: 200n, after: 1n }],
      [{ kind: "added", path: 'resource.attributes["x"]', after: "web" }],
      [],
    ]);
  });

  test("tells where the entries of a map came into another order", () => {
    const transform = createTransform({
      log_statements: [
        { context: "log", statements: ['set(attributes["a"], 1)', 'delete_key(attributes, "http.method")'] },
      ],
    });
    expect(told(transform, nth("log", "logs", 0)).slice(2)).toEqual([
      '! 0 true added attributes["a"]',
      '! 1 true deleted attributes["http.method"] moved attributes',
    ]);
  });

  test("tells of values of a statement's condition", () => {
    const transform = createTransform({
      log_statements: ["set(log.body, 1) where log.severity_number == 9"],
    });
    const [, skipped] = [0, 1].map(
      (index) => transform.explain(nth("log", "logs", index)).tried[0]?.statements[0],
    );
    expect(skipped?.explanation.where).toMatchObject({
      value: false,
      children: [{ value: 17n }, { value: 9n }],
    });
    expect(skipped?.explanation.ran).toBe(false);
  });

  test("has what is in a record and what it is in", () => {
    const transform = createTransform({
      metric_statements: [
        { context: "metric", statements: ['copy_metric(name = "copy") where name == "requests"'] },
        { context: "datapoint", statements: ['set(attributes["m"], metric.name)'] },
        { context: "exemplar", statements: ['set(filtered_attributes["m"], 1)'] },
      ],
    });
    expect(told(transform, nth("metric", "metrics", 0))).toEqual([
      "changed",
      "metric opened",
      "! 0 true added metrics[1]",
      "datapoint.sum.dataPoints[0] opened",
      '! 0 true added attributes["m"]',
      "datapoint.sum.dataPoints[1] opened",
      '! 0 true added attributes["m"]',
      "exemplar.sum.dataPoints[1].exemplars[0] opened",
      '! 0 true added filtered_attributes["m"]',
      "exemplar.sum.dataPoints[1].exemplars[1] opened",
      '! 0 true added filtered_attributes["m"]',
    ]);
    expect(told(transform, nth("datapoint", "metrics", 1)).filter((line) => !line.startsWith("!"))).toEqual([
      "changed",
      "metric opened",
      "datapoint opened",
      "exemplar.exemplars[0] opened",
      "exemplar.exemplars[1] opened",
    ]);
    expect(told(transform, nth("exemplar", "metrics", 1)).filter((line) => !line.startsWith("!"))).toEqual([
      "changed",
      "metric opened",
      "datapoint opened",
      "exemplar opened",
    ]);
    expect(told(transform, nth("resource", "metrics", 0))).toEqual(["unchanged"]);
  });

  test("follows data points that a statement makes anew", () => {
    const transform = createTransform({
      metric_statements: [
        { context: "metric", statements: ["scale_metric(2.0)"] },
        { context: "datapoint", statements: ['set(attributes["m"], 1)'] },
      ],
    });
    expect(told(transform, nth("datapoint", "metrics", 0)).slice(2)).toEqual(
      ["! 0 true set metric.data_points", "datapoint opened", '! 0 true added attributes["m"]'].map((line) =>
        line.replace("metric.data_points", "data_points"),
      ),
    );
  });

  test("tells that a record is gone", () => {
    const transform = createTransform({
      trace_statements: [{ context: "span", statements: ["set(events, nil)"] }],
    });
    expect(told(transform, nth("spanevent", "traces", 0))).toEqual([
      "gone",
      "span opened",
      "! 0 true set events",
    ]);
    expect(transform.left(nth("spanevent", "traces", 0))).toBeUndefined();
  });

  test("tells what rejects the payload, and not what does so elsewhere", () => {
    const transform = createTransform({
      error_mode: "propagate",
      trace_statements: [
        { context: "spanevent", statements: ['set(attributes["p"], ParseJSON(name)) where name == "retry"'] },
      ],
    });
    const explanation = transform.explain(nth("spanevent", "traces", 1));
    expect(explanation.verdict).toBe("rejected");
    expect(explanation.rejectedBy).toMatchObject({
      kind: "statement",
      index: 0,
      error: { outcome: "rejected" },
    });
    expect(transform.left(nth("spanevent", "traces", 1))).toBeUndefined();
    expect(transform.explain(nth("spanevent", "traces", 0)).verdict).toBe("unchanged");
  });

  test("takes records written by hand", () => {
    const transform = createTransform({
      metric_statements: [{ context: "datapoint", statements: ["set(value_int, 2)"] }],
      log_statements: ["set(log.body, 1)"],
    });
    expect(transform.left({ dataPoint: { asInt: "1" } })).toEqual({ dataPoint: { asInt: "2" } });
    expect(transform.left({ log: {}, resource: {} })).toEqual({
      log: { body: { intValue: "1" } },
      resource: {},
    });
  });

  test.each([null, 1, {}, payloads.logs])("refuses what is no record: %j", (record) => {
    const transform = createTransform({ log_statements: ["set(log.body, 1)"] });
    expect(() => transform.explain(record as never)).toThrow(OttlError);
  });
});

describe("the record that is left", () => {
  const whole = transformCases.filter(({ config, payload, gates }) => {
    const text = JSON.stringify(config);
    return (
      gates === undefined && ["logs", "traces", "metrics"].includes(payload) && !/shared|cache/.test(text)
    );
  });

  test("is the one of a payload that has nothing else", () => {
    let compared = 0;
    for (const { config, payload } of whole) {
      const transform = made(config);
      if (transform === undefined) continue;
      const context = { logs: "log", traces: "span", metrics: "metric" }[payload as "logs"];
      for (const record of recordsOf(context, payloads[payload])) {
        const left = transform.left(record);
        const part = (left as Record<string, unknown> | undefined)?.[context];
        expect(part, JSON.stringify(config)).toEqual(applied(transform, record, payload as "logs", context));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });
});

function made(config: unknown): Transform | undefined {
  try {
    return createTransform(Object(config) as TransformConfig);
  } catch (error) {
    if (error instanceof OttlError) return undefined;
    throw error;
  }
}

function applied(
  transform: Transform,
  record: object,
  payload: "logs" | "traces" | "metrics",
  context: string,
): unknown {
  const names = {
    logs: ["resourceLogs", "scopeLogs", "logRecords"],
    traces: ["resourceSpans", "scopeSpans", "spans"],
    metrics: ["resourceMetrics", "scopeMetrics", "metrics"],
  }[payload] as [string, string, string];
  const [resources, scopes, items] = names;
  const { resourceContainer, scopeContainer, [context]: item } = record as Record<string, object>;
  const only = {
    [resources]: [{ ...resourceContainer, [scopes]: [{ ...scopeContainer, [items]: [item] }] }],
  };
  try {
    const { output } = transform.apply(only);
    const [resource] = listOf(output, resources);
    const [scope] = listOf(resource, scopes);
    return listOf(scope, items)[0];
  } catch (error) {
    if (error instanceof OttlError) return undefined;
    throw error;
  }
}

function listOf(owner: unknown, property: string): readonly unknown[] {
  return (owner as Record<string, readonly unknown[]>)[property] ?? [];
}
