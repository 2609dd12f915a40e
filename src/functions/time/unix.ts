import { timeOfSeconds } from "../../core/calendar.ts";
import * as t from "../../core/types.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { localLocation } from "../lib/time-zones.ts";

export const unix = defineFunction({
  kind: "converter",
  name: "Unix",
  category: "time",
  summary: "The time that is a number of seconds after 1970, by the clocks of the machine's time zone.",
  params: [
    param("seconds", t.int, "The seconds."),
    optional("nanoseconds", t.int, "Nanoseconds more, of any number.", 0n),
  ],
  returns: t.time,
  since: "0.104.0",
  examples: [
    { source: "UnixMilli(Unix(1700000000))", result: 1_700_000_000_000n },
    { source: "UnixNano(Unix(1, nanoseconds=-1))", result: 999_999_999n },
    { source: 'Unix("1700000000")', error: "argument_type" },
  ],
  create() {
    const { zone } = localLocation();
    return (seconds, nanoseconds) => timeOfSeconds(seconds, nanoseconds, zone);
  },
});
