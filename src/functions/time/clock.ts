import { type WallClock, wallClock } from "../../core/calendar.ts";
import * as t from "../../core/types.ts";
import { defineFunction, type FunctionDefinition, param } from "../define-function.ts";

/* @__NO_SIDE_EFFECTS__ */
function partOfTime(
  name: string,
  part: keyof WallClock & string,
  what: string,
  ofExample: bigint,
  since = "0.104.0",
): FunctionDefinition {
  return defineFunction({
    kind: "converter",
    name,
    category: "time",
    summary: `${what} of a time, by the clocks of its time zone.`,
    params: [param("time", t.time, "The time.")],
    returns: t.int,
    since,
    examples: [
      {
        source: `${name}(Time("2023-11-14 22:13:20.5", "%F %T.%f", location="Asia/Tokyo"))`,
        result: ofExample,
      },
      { source: `${name}("2023-11-14")`, error: "argument_type" },
    ],
    evaluate: (time) => BigInt(wallClock(time)[part]),
  });
}

export const year = /* @__PURE__ */ partOfTime("Year", "year", "The year", 2023n);
export const month = /* @__PURE__ */ partOfTime("Month", "month", "The month, 1 to 12,", 11n);
export const day = /* @__PURE__ */ partOfTime("Day", "day", "The day of the month", 14n);
export const weekday = /* @__PURE__ */ partOfTime(
  "Weekday",
  "weekday",
  "The day of the week, 0 for Sunday,",
  2n,
  "0.121.0",
);
export const hour = /* @__PURE__ */ partOfTime("Hour", "hour", "The hour, 0 to 23,", 22n);
export const minute = /* @__PURE__ */ partOfTime("Minute", "minute", "The minute", 13n);
export const second = /* @__PURE__ */ partOfTime("Second", "second", "The second", 20n, "0.118.0");
export const nanosecond = /* @__PURE__ */ partOfTime(
  "Nanosecond",
  "nanosecond",
  "The nanosecond within the second",
  500_000_000n,
  "0.118.0",
);
