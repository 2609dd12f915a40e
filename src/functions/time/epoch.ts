import { floorDivide } from "../../core/calendar.ts";
import * as t from "../../core/types.ts";
import { defineFunction, type FunctionDefinition, param } from "../define-function.ts";

/** The units from 1970 to a time; what int64 cannot hold wraps around. */
/* @__NO_SIDE_EFFECTS__ */
function sinceEpoch(name: string, unit: bigint, units: string, ofExample: bigint): FunctionDefinition {
  return defineFunction({
    kind: "converter",
    name,
    category: "time",
    summary: `The ${units} from 1970 to a time, rounded down.`,
    params: [param("time", t.time, "The time.")],
    returns: t.int,
    since: "0.104.0",
    examples: [
      { source: `${name}(Unix(1700000000, 123456789))`, result: ofExample },
      { source: `${name}(1700000000)`, error: "argument_type" },
    ],
    evaluate: ({ nanos }) => BigInt.asIntN(64, floorDivide(nanos, unit)),
  });
}

export const unixSeconds = /* @__PURE__ */ sinceEpoch(
  "UnixSeconds",
  1_000_000_000n,
  "seconds",
  1_700_000_000n,
);
export const unixMilli = /* @__PURE__ */ sinceEpoch(
  "UnixMilli",
  1_000_000n,
  "milliseconds",
  1_700_000_000_123n,
);
export const unixMicro = /* @__PURE__ */ sinceEpoch(
  "UnixMicro",
  1_000n,
  "microseconds",
  1_700_000_000_123_456n,
);
export const unixNano = /* @__PURE__ */ sinceEpoch("UnixNano", 1n, "nanoseconds", 1_700_000_000_123_456_789n);
