import * as t from "../../core/types.ts";
import { fromByteString, isAscii, toByteString } from "../../core/utf8.ts";
import type { Timestamp } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import {
  formerTimes,
  readTimeFormat,
  type TimeDialect,
  timesToday,
  writingLayout,
} from "../lib/time-directives.ts";
import { readLayout } from "../lib/time-layout.ts";
import { writeTime } from "../lib/write-time.ts";

export const formatTime = defineFunction({
  kind: "converter",
  name: "FormatTime",
  category: "time",
  summary: "Writes a time in a format of strptime directives, by the clocks of its time zone.",
  params: [
    param("time", t.time, "The time."),
    param(
      "format",
      t.stringLiteral,
      "The format, such as `%Y-%m-%d`; digits and unknown directives are refused.",
    ),
  ],
  returns: t.string,
  since: "0.118.0",
  examples: [
    {
      source:
        'FormatTime(Time("2023-11-14 22:13:20.5", "%F %T.%L", location="UTC"), "%a %d %b %H:%M:%S.%L %Z")',
      result: "Tue 14 Nov 22:13:20.5 UTC",
    },
    {
      source: 'FormatTime(Time("2023-11-14", "%F", location="Asia/Tokyo"), "%F %z")',
      result: "2023-11-14 +0900",
    },
    { source: 'FormatTime(Unix(0), "%Q")', error: "call_refused" },
    { source: 'FormatTime("2023", "%Y")', error: "argument_type" },
  ],
  create: createFor(timesToday),
  formerly: formerTimes(createFor),
});

/* @__NO_SIDE_EFFECTS__ */
function createFor(dialect: TimeDialect) {
  return (_time: unknown, format = "") => {
    const layout = readLayout(toByteString(writingLayout(readTimeFormat(format, dialect))));
    const ascii = isAscii(format);
    return (time: Timestamp): string => {
      const text = writeTime(layout, time);
      return ascii ? text : fromByteString(text);
    };
  };
}
