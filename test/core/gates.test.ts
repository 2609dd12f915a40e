import { describe, expect, test } from "vitest";
import { compatibility } from "../../src/core/compatibility.ts";
import type { Failure } from "../../src/core/failure.ts";
import { gateStage, gates, gatesOf, switchGates } from "../../src/core/gates.ts";
import { compareVersions } from "../../src/core/versions.ts";

const ids = Object.keys(gates);
const lambda = "ottl.functions.enableLambda";
const setNil = "ottl.set.allowNil";

test.each(ids)("the stages of %s come in the order of versions and never go back", (id) => {
  const { stages = [], until = "0.165.0" } = gates[id] ?? {};
  const order = stages.map(([, stage]) => ["alpha", "beta", "stable"].indexOf(stage));
  expect(order).toEqual(order.toSorted());
  const versions = [...stages.map(([since]) => since), until];
  expect(versions).toEqual(versions.toSorted(compareVersions));
  expect(stages.length).toBeGreaterThan(0);
});

test.each([
  ["0.154.0", undefined],
  ["0.155.0", "alpha"],
  ["0.165.0", "alpha"],
])("in %s the gate of lambdas is %s", (version, stage) => expect(gateStage(lambda, version)).toBe(stage));

test.each([
  ["0.158.0", undefined, false],
  ["0.159.0", "alpha", false],
  ["0.161.0", "beta", true],
  ["0.162.0", "stable", true],
  ["0.164.0", undefined, true],
])("in %s the gate of setting nil is %s, and on: %s", (version, stage, on) => {
  expect(gateStage(setNil, version)).toBe(stage);
  expect(switchGates(version, []).has(setNil)).toBe(on);
});

test("a version has the gates that its sources register", () => {
  expect(gatesOf("0.118.0")).toEqual([
    "processor.transform.ConvertBetweenSumAndGaugeMetricContext",
    "transform.flatten.logs",
  ]);
  expect(gatesOf("0.165.0")).toEqual([
    lambda,
    "pkg.ottl.enableDynamicMapKeys",
    "pkg.ottl.functions.enableDynamicSliceArguments",
    "pkg.ottl.functions.enableExperimental",
    "processor.transform.enableExperimentalFunctions",
    "transform.flatten.logs",
  ]);
});

describe("switches", () => {
  test("are written as for the flag of the Collector, the last one counts", () => {
    expect(switchGates("0.165.0", [lambda]).has(lambda)).toBe(true);
    expect(switchGates("0.165.0", [`+${lambda}`]).has(lambda)).toBe(true);
    expect(switchGates("0.165.0", [`+${lambda}`, `-${lambda}`]).has(lambda)).toBe(false);
    expect(switchGates("0.161.0", [`-${setNil}`]).has(setNil)).toBe(false);
  });

  test("may switch on what is stable, but not off", () => {
    expect(switchGates("0.162.0", [`+${setNil}`]).has(setNil)).toBe(true);
    expect(() => switchGates("0.162.0", [lambda, `-${setNil}`])).toThrow(
      expect.objectContaining({ code: "gate_stays_on", params: { gate: setNil, version: "0.162.0", at: 1 } }),
    );
  });

  test.each(["", "+", "++ottl.functions.enableLambda", "nope", "__proto__", "constructor", "ottl.set"])(
    "that name no gate are refused: %j",
    (text) => {
      expect(() => switchGates("0.165.0", [text])).toThrow(
        expect.objectContaining({ code: "unknown_gate" }) as Failure,
      );
    },
  );

  test("of gates that other versions have are refused with the versions", () => {
    const refused = { code: "unknown_gate" };
    expect(() => switchGates("0.154.0", [lambda])).toThrow(
      expect.objectContaining({ ...refused, params: expect.objectContaining({ since: "0.155.0" }) }),
    );
    expect(() => switchGates("0.165.0", [setNil])).toThrow(
      expect.objectContaining({
        ...refused,
        params: expect.objectContaining({ since: "0.159.0", until: "0.163.0" }),
      }),
    );
  });
});

describe("a capability behind a gate", () => {
  const gate = "processor.filter.defaultErrorModeIgnore";
  const has = (version: string, switches: readonly string[] = []) =>
    compatibility(version, switches).has("filter_ignores_errors");

  test("is there where the gate is on", () => {
    expect(has("0.150.0")).toBe(false);
    expect(has("0.150.0", [gate])).toBe(true);
    expect(has("0.153.0")).toBe(true);
    expect(has("0.153.0", [`-${gate}`])).toBe(false);
  });

  test("is not there before the gate and stays when the gate is gone", () => {
    expect(has("0.149.0")).toBe(false);
    expect(has("0.165.0")).toBe(true);
  });
});
