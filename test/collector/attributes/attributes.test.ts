import { describe, expect, test } from "vitest";
import type { TelemetryData } from "../../../src/collector/signals.ts";
import { createAttributes } from "../../../src/collector.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { canonicalPayload } from "../../../src/shapes/otlp-json.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { type AttributesCase, cases, payloads } from "./cases.ts";
import { type Recorded, recorded, versions } from "./recorded.ts";

const all = recorded();

test("the recorded cases are those of the table", () => {
  expect(all.map(({ answers: _, ...one }) => one)).toEqual(cases);
});

describe.each(versions)("%s", (version) => {
  test.each(all)("$signal by $yaml", (one: Recorded) => {
    const answer = one.answers.find((given) => given.versions.includes(version));
    const { refused, payload } = answer ?? {};
    const outcome = run(one, version);
    if (refused !== undefined) expect(outcome, refused).toBeInstanceOf(OttlError);
    else expect(outcome).toEqual(canonicalPayload(payload ?? {}));
  });
});

function run({ yaml, signal }: AttributesCase, compatibility: string): object {
  try {
    const processor = createAttributes(document(yaml), "attributes", { compatibility, signal });
    return canonicalPayload(processor.apply(deepFreeze(payloads[signal])).output);
  } catch (error) {
    if (error instanceof OttlError) return error;
    throw error;
  }
}

function document(yaml: string): string {
  return `processors:\n  attributes:\n${yaml.replace(/^/gm, "    ")}\n`;
}

const byBodies = `include: { match_type: strict, log_bodies: [started] }\nactions: [{ key: a, value: 1, action: insert }]`;

describe("without the signal of a pipeline", () => {
  test("settings must be right for one signal, and payloads of the others are refused", () => {
    const processor = createAttributes(document(byBodies));
    expect(processor.apply(payloads.logs as TelemetryData).output).not.toEqual(payloads.logs);
    expect(() => processor.apply(payloads.traces as TelemetryData)).toThrow(
      'the settings are not for traces, where the Collector would not start: "log_bodies" is not asked of spans',
    );
  });

  test("settings that are right for none are refused with what is wrong for spans", () => {
    const yaml = byBodies.replace("log_bodies", "span_names: [x], log_bodies");
    expect(() => createAttributes(document(yaml))).toThrow('"log_bodies" is not asked of spans');
  });
});

test("what is not changed is shared with the caller's payload", () => {
  const given = payloads.logs as { resourceLogs: { scopeLogs: { logRecords: object[] }[] }[] };
  const yaml =
    "include: { match_type: strict, log_bodies: [started] }\nactions: [{ key: method, action: delete }]";
  const { output } = createAttributes(document(yaml)).apply(given as TelemetryData);
  const records = output.resourceLogs?.[0]?.scopeLogs?.[0]?.logRecords ?? [];
  const before = given.resourceLogs[0]?.scopeLogs[0]?.logRecords ?? [];
  expect(records.map((record, i) => record === before[i])).toEqual([false, true, true, true, true, true]);
});

test("settings may be data", () => {
  const processor = createAttributes({ actions: [{ key: "team", value: "x", action: "insert" }] });
  const { output } = processor.apply({ resourceLogs: [{ scopeLogs: [{ logRecords: [{}] }] }] });
  expect(output.resourceLogs?.[0]?.scopeLogs?.[0]?.logRecords).toEqual([
    { attributes: [{ key: "team", value: { stringValue: "x" } }] },
  ]);
});

test.each([
  [{ resourceLogs: {} }, "resourceLogs"],
  [{ resourceLogs: [{ scopeLogs: [{ logRecords: [1] }] }] }, "resourceLogs[0].scopeLogs[0].logRecords[0]"],
  [
    { resourceSpans: [{ scopeSpans: [{ spans: [{ attributes: 1 }] }] }] },
    "resourceSpans[0].scopeSpans[0].spans[0].attributes",
  ],
  [
    { resourceMetrics: [{ scopeMetrics: [{ metrics: [{ gauge: 1 }] }] }] },
    "scopeMetrics[0].metrics[0].gauge",
  ],
])("%j is refused at its place", (payload, path) => {
  const processor = createAttributes({ actions: [{ key: "a", action: "delete" }] });
  expect(() => processor.apply(payload as TelemetryData)).toThrow(path);
});

test("a client that is none is refused as an option is, and what it throws when it is asked for goes through", () => {
  const config = { actions: [{ key: "a", action: "upsert", from_context: "auth.x" }] } as const;
  const payload = { resourceLogs: [{ scopeLogs: [{ logRecords: [{}] }] }] };
  const { apply } = createAttributes(config, { client: { auth: 1 } as object });
  expect(() => apply(payload)).toThrow(/^option client\.auth must be/);
  const asking = createAttributes(config, {
    client: () => {
      throw new RangeError("own");
    },
  });
  expect(() => asking.apply(payload)).toThrow(new RangeError("own"));
});
