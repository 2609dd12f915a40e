import { describe, expect, test } from "vitest";
import { OttlError } from "../../src/index.ts";
import {
  parseExposition,
  readRelabelRules,
  relabel,
  relabelRules,
  remoteWrite,
  scrape,
  staticTargets,
  targetsOf,
} from "../../src/prometheus.ts";

/** What a caller without types may give. */
const oddValues: readonly unknown[] = [
  ...[null, 3, Number.NaN, 5n, "x", true, Symbol("x"), () => 1],
  ...[[], [3], [null], [{}], {}, { a: 3 }, new Map(), new Date(Number.NaN)],
];

const target = { job: "j", instance: "i" };
const job = { job_name: "j" };

const ruleOf = (field: string, odd: unknown) => [{ [field]: odd }];
const ruleFields = "action source_labels separator regex modulus target_label replacement".split(" ");
const scrapeOptions =
  "time durationSeconds previous compatibility format honorTimestamps trimMetricSuffixes externalLabels extraMetrics honorLabels metricRelabelRules nameValidation limits".split(
    " ",
  );
const writeOptions =
  "compatibility externalLabels targetInfo scopeInfo resourceToTelemetryConversion namespace addMetricSuffixes".split(
    " ",
  );
const targetFields =
  "job_name scheme metrics_path params scrape_interval static_configs relabel_configs".split(" ");

// The types keep such calls out; callers without types make them.
const functions: Readonly<Record<string, (odd: never) => unknown>> = {
  "parseExposition, the text": (odd) => parseExposition(odd),
  "parseExposition, the options": (odd) => parseExposition("", odd),
  "parseExposition, an option": (odd) => parseExposition("", { format: odd }),
  "scrape, the text": (odd) => scrape(odd, target, { time: 1 }),
  "scrape, the target": (odd) => scrape("x 1\n", odd, { time: 1 }),
  "scrape, the options": (odd) => scrape("x 1\n", target, odd),
  ...each(["job", "instance", "labels", "discovered"], "scrape", (field, odd) =>
    scrape("x 1\n", { ...target, [field]: odd }, { time: 1 }),
  ),
  ...each(scrapeOptions, "scrape", (name, odd) => scrape("x 1\n", target, { time: 1, [name]: odd })),
  "remoteWrite, the payload": (odd) => remoteWrite(odd),
  "remoteWrite, the options": (odd) => remoteWrite({}, odd),
  ...each(writeOptions, "remoteWrite", (name, odd) => remoteWrite({}, { [name]: odd })),
  "relabel, the labels": (odd) => relabel(odd, []),
  "relabel, the rules": (odd) => relabel([{ name: "a", value: "b" }], odd),
  "relabelRules, the rules": (odd) => relabelRules(odd),
  "relabelRules, the options": (odd) => relabelRules([], odd),
  "readRelabelRules, the rules": (odd) => readRelabelRules(odd),
  ...each(ruleFields, "relabelRules", (field, odd) => relabelRules(ruleOf(field, odd))),
  "staticTargets, the job": (odd) => staticTargets(odd),
  "targetsOf, the job": (odd) => targetsOf(odd),
  "targetsOf, the labels": (odd) => targetsOf(job, odd),
  "targetsOf, the options": (odd) => targetsOf(job, [], odd),
  ...each(targetFields, "targetsOf", (field, odd) => targetsOf({ ...job, [field]: odd })),
};

function each(names: readonly string[], of: string, call: (name: string, odd: never) => unknown) {
  return Object.fromEntries(names.map((name) => [`${of}, ${name}`, (odd: never) => call(name, odd)]));
}

function errorOf(call: () => unknown): unknown {
  try {
    call();
    return undefined;
  } catch (error) {
    return error;
  }
}

test.each(Object.entries(functions))(
  "%s: odd values are refused with an error of ours, or work",
  (_, call) => {
    let refused = 0;
    for (const odd of oddValues) {
      const error = errorOf(() => call(odd as never)); // that the type is wrong is the point
      if (error === undefined) continue;
      expect(error).toBeInstanceOf(OttlError);
      refused++;
    }
    expect(refused).toBeGreaterThan(8);
  },
);

describe("what is refused is named", () => {
  test.each([
    [() => scrape("x 1\n", target, { time: Number.NaN }), "option time must be a finite number, found NaN"],
    [
      () => scrape("x 1\n", undefined as never, { time: 1 }),
      "option target must be an object, found nothing",
    ],
    [
      () => scrape("x 1\n", target, { time: 1, previous: JSON.parse("{}") }),
      "option previous must be the state of an earlier scrape, as it was, found an object",
    ],
    [
      () => relabel([], [{ action: "keep" } as never]),
      "option rules[0] must be a rule that relabelRules made, found an object",
    ],
    [
      () => targetsOf({ job_name: "j", relabel_configs: [{ regex: /x/ as never }] }),
      "option rules[0].regex must be a text, found an object",
    ],
    [
      () => parseExposition("", { format: "json" as never }),
      'option format must be "text" or "openmetrics", found "json"',
    ],
  ])("%#", (call, message) => {
    const error = errorOf(call) as OttlError;
    expect([error.phase, error.diagnostics[0]?.message]).toEqual(["configuration", message]);
  });
});
