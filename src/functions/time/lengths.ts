import * as t from "../../core/types.ts";
import { defineFunction, type FunctionDefinition, param } from "../define-function.ts";

/** A duration in a unit, as a double: whole units and the rest are divided apart, as Go does. */
/* @__NO_SIDE_EFFECTS__ */
function doubleUnits(name: string, unit: bigint, ofExample: number): FunctionDefinition {
  return defineFunction({
    kind: "converter",
    name,
    category: "time",
    summary: `The ${name.toLowerCase()} that a duration lasts, with their fraction.`,
    params: [param("duration", t.duration, "The duration.")],
    returns: t.double,
    since: "0.104.0",
    examples: [
      { source: `${name}(Duration("1h30m"))`, result: ofExample },
      { source: `${name}("1h")`, error: "argument_type" },
    ],
    evaluate: ({ nanos }) => Number(nanos / unit) + Number(nanos % unit) / Number(unit),
  });
}

/** A duration in a unit, as an int: what is less than a unit is cut off. */
/* @__NO_SIDE_EFFECTS__ */
function wholeUnits(name: string, unit: bigint, ofExample: bigint): FunctionDefinition {
  return defineFunction({
    kind: "converter",
    name,
    category: "time",
    summary: `The whole ${name.toLowerCase()} that a duration lasts.`,
    params: [param("duration", t.duration, "The duration.")],
    returns: t.int,
    since: "0.104.0",
    examples: [
      { source: `${name}(Duration("1.0000007s"))`, result: ofExample },
      { source: `${name}("1s")`, error: "argument_type" },
    ],
    evaluate: ({ nanos }) => nanos / unit,
  });
}

export const hours = /* @__PURE__ */ doubleUnits("Hours", 3_600_000_000_000n, 1.5);
export const minutes = /* @__PURE__ */ doubleUnits("Minutes", 60_000_000_000n, 90);
export const seconds = /* @__PURE__ */ doubleUnits("Seconds", 1_000_000_000n, 5400);
export const milliseconds = /* @__PURE__ */ wholeUnits("Milliseconds", 1_000_000n, 1000n);
export const microseconds = /* @__PURE__ */ wholeUnits("Microseconds", 1_000n, 1_000_000n);
export const nanoseconds = /* @__PURE__ */ wholeUnits("Nanoseconds", 1n, 1_000_000_700n);
