import { expect, test } from "vitest";
import { createTransform } from "../../../src/collector/transform/create-transform.ts";
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
