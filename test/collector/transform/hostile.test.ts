import { expect, test } from "vitest";
import { createTransform } from "../../../src/collector/transform/create-transform.ts";
import type { StatementSeen, TransformObserver } from "../../../src/collector/transform/types.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { recordsOf } from "../../../src/engine/records.ts";
import { breakPayload } from "../../fuzz/payload/break-payload.ts";
import { transformPrograms } from "../../fuzz/processors/transform-programs.ts";
import { Random } from "../../fuzz/random.ts";

const contexts = { resourceMetrics: "datapoint", resourceSpans: "spanevent", resourceLogs: "log" } as const;

function onlyOwnErrors(run: () => void): "failed" | "done" {
  try {
    run();
    return "done";
  } catch (error) {
    if (error instanceof OttlError) return "failed";
    throw error;
  }
}

test("broken settings and payloads raise nothing but errors of ottlkit's own", () => {
  const random = new Random(11);
  const programs = transformPrograms(11);
  const outcomes = { failed: 0, done: 0 };
  for (let i = 0; i < 120; i++) {
    const { config, payload } = programs.next().value ?? { config: {}, payload: {} };
    const outcome = onlyOwnErrors(() => {
      const transform = createTransform(Object(config), { onError: () => {} });
      for (let n = 0; n < 4; n++) {
        const broken = breakPayload(random, payload, 0.02) as object;
        onlyOwnErrors(() => transform.apply(broken));
        for (const [resources, context] of Object.entries(contexts)) {
          if (!(resources in payload)) continue;
          onlyOwnErrors(() => {
            for (const record of recordsOf(context, broken)) {
              onlyOwnErrors(() => transform.explain(record));
              onlyOwnErrors(() => transform.left(record));
            }
          });
        }
      }
    });
    outcomes[outcome]++;
  }
  expect(outcomes.done).toBeGreaterThan(80);
}, 60_000);

/** An attribute of lists within each other. */
function nested(depth: number): object {
  const open = '{"arrayValue":{"values":['.repeat(depth);
  return { key: "deep", value: JSON.parse(`${open}{"intValue":1}${"]}}".repeat(depth)}`) };
}

function changedPaths(statement: string, span: object): readonly string[] {
  const paths: string[] = [];
  const observer = {
    onStatement({ changes }: StatementSeen) {
      paths.push(...changes.map(({ kind, path }) => `${kind} ${path}`));
    },
  };
  const config = { error_mode: "propagate", trace_statements: [statement] } as const;
  const plain = createTransform(config);
  const payload = { resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] };
  expect(createTransform(config, { observer }).apply(payload)).toEqual(plain.apply(payload));
  expect(plain.explain({ span }).verdict).toBe("changed");
  return paths;
}

test.each([{ key: "broken", value: { intValue: "x" } }, { key: "broken", value: 7 }, nested(3_000)])(
  "what cannot be read is no reason to refuse a payload that is observed or explained",
  (attribute) => {
    const span = { attributes: [attribute, { key: "b", value: { stringValue: "old" } }] };
    expect(changedPaths('set(span.attributes["b"], "new")', span)).toEqual(['set attributes["b"]']);
    expect(changedPaths('set(span.attributes["c"], "new")', span)).toEqual(['added attributes["c"]']);
  },
);

test("events with data of any depth are explained and observed", () => {
  const transform = createTransform({ trace_statements: ["set(span.events, nil)"] });
  const events = [{ name: "e", attributes: [nested(20_000)] }];
  expect(transform.explain({ span: { events } })).toMatchObject({
    verdict: "changed",
    tried: [{ statements: [{ changes: [{ kind: "set", path: "events" }] }] }],
  });
});

test("thousands of attributes and of metrics are observed in time", () => {
  const attributes = Array.from({ length: 20_000 }, (_, i) => ({ key: `k${i}`, value: { intValue: i } }));
  expect(changedPaths('set(span.attributes["k5"], 1)', { attributes })).toEqual(['set attributes["k5"]']);
  const metrics = Array.from({ length: 3_000 }, (_, i) => ({ name: `m${i}`, gauge: {} }));
  let added = 0;
  const observer = {
    onStatement({ changes }: StatementSeen) {
      added += changes.filter(({ path }) => path.startsWith("metrics[")).length;
    },
  };
  const statements = ['copy_metric(name="copy") where name == "m2999"', 'set(unit, "1")'];
  createTransform({ metric_statements: [{ context: "metric", statements }] }, { observer }).apply({
    resourceMetrics: [{ scopeMetrics: [{ metrics }] }],
  });
  expect(added).toBe(1);
}, 10_000);

test("observers may be objects of classes", () => {
  class Counter implements TransformObserver {
    seen = 0;
    onGroup() {
      this.seen++;
    }
    onStatement() {
      this.seen++;
    }
  }
  const observer = new Counter();
  const transform = createTransform({ trace_statements: ['set(span.name, "x")'] }, { observer });
  transform.apply({ resourceSpans: [{ scopeSpans: [{ spans: [{}] }] }] });
  expect(observer.seen).toBe(2);
});
