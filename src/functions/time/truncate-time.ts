import { addNanos } from "../../core/calendar.ts";
import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { timeAt } from "../lib/example-values.ts";

/** Nanoseconds from the begin of the year 1, from which Go counts, to 1970. */
const yearOne = 62_135_596_800_000_000_000n;

export const truncateTime = defineFunction({
  kind: "converter",
  name: "TruncateTime",
  category: "time",
  summary:
    "The last moment before a time that is a multiple of a duration after the begin of the year 1, by UTC.",
  params: [
    param("time", t.time, "The time."),
    param("duration", t.duration, "The duration; one that is not positive leaves the time as it is."),
  ],
  returns: t.time,
  since: "0.104.0",
  examples: [
    {
      source: 'TruncateTime(Time("2023-11-14 22:13:20", "%F %T", location="UTC"), Duration("1h"))',
      result: timeAt(1_699_999_200_000_000_000n),
    },
    { source: 'TruncateTime("2023", Duration("1h"))', error: "argument_type" },
  ],
  evaluate(time, { nanos: step }) {
    if (step <= 0n) return time;
    const rest = (time.nanos + yearOne) % step;
    return addNanos(time, -(rest < 0n ? rest + step : rest));
  },
});
