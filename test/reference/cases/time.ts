import { type Group, group, type Sections } from "./group.ts";
import { ofOneTarget, targets, together } from "./targets.ts";

const value = { kind: "value" } as const;

/** Times of every kind: of telemetry, of texts in many zones, of numbers near the ends of int64. */
const times: readonly string[] = [
  "time",
  "Unix(0)",
  "Unix(-1)",
  "Unix(1700000000, 123456789)",
  "Unix(0, -1)",
  "Unix(-62135596800)",
  "Unix(-62135596801)",
  "Unix(253402300800)",
  "Unix(9223372036, 854775808)",
  "Unix(9223372036854775807)",
  "Unix(-9223372036854775807)",
  "Unix(9223371966579724799)",
  "Unix(9223371966579724800)",
  'Time("2024-02-29 23:59:59.999999999", "%F %T.%s", location="UTC")',
  'Time("0001-01-01", "%F", location="UTC")',
  'Time("9999-12-31 23:59:59", "%F %T", location="UTC")',
  'Time("2023-03-26 02:30:00", "%F %T", location="Europe/Berlin")',
  'Time("2023-10-29 02:30:00", "%F %T", location="Europe/Berlin")',
  'Time("1880-01-01 00:00:00", "%F %T", location="America/New_York")',
  'Time("2050-07-01 12:00:00", "%F %T", location="Australia/Sydney")',
  'Time("2011-12-30 12:00:00", "%F %T", location="Pacific/Apia")',
  'Time("2023-01-01 00:30:00 -0330", "%F %T %z")',
  'Time("2023-12-31 23:30:00 +14:00", "%F %T %z")',
  'Time("2023-01-01 00:00:00 CET", "%F %T %Z")',
];

/** A function of one time. */
function ofTime(name: string, about: string, more: Sections = {}): Group {
  return group(
    `functions/${name}`,
    about,
    value,
    together(ofOneTarget(name, "time"), {
      "answers for times of every kind": times.map((time) => `${name}(${time})`),
      "takes its argument by its own name": [
        `${name}(time = time)`,
        `${name}(time = Unix(5))`,
        `${name}(Time = time)`,
        `${name}(time = time, time = time)`,
      ],
      "is compared as an int": [
        { text: `${name}(time) > 0`, kind: "condition", data: "shapes" },
        { text: `${name}(Unix(0)) == ${name}(Unix(0))`, kind: "condition" },
      ],
      ...more,
    }),
  );
}

const now: Group = group("functions/Now", "The present moment.", value, {
  "goes on and never back": [
    "Now() >= Now()",
    "Now() <= Now()",
    "Now() > time",
    'Now() - Now() < Duration("1h")',
    'Now() - Now() > Duration("-1h")',
    'Now() - Unix(0) > Duration("10000h")',
    "Now() == nil",
    "Now() != nil",
    "Now() == Unix(0)",
    'Now() + Duration("1h") > Now()',
    'Now() < Now() + Duration("1s")',
    'Now() - Duration("1h") < Now()',
    "Now() < time",
    "Unix(UnixSeconds(Now())) <= Now()",
    'TruncateTime(Now(), Duration("1h")) <= Now()',
    'Now() > Time("2024", "%Y")',
    'Now() < Time("2200", "%Y")',
    "Now() == time_unix_nano",
    "Now() > 5",
    'Now() == "now"',
    "IsString(Now())",
    "IsInt(Now())",
    "IsMap(Now())",
    "IsEmpty(Now())",
    "UnixNano(Now()) > 1700000000000000000",
    "Year(Now()) >= 2024",
    "Year(Now()) < 2200",
  ].map((text) => ({ text, kind: "condition" as const })),
  "is of the clocks of the machine": [
    'FormatTime(Now(), "%Z")',
    'FormatTime(Now(), "%z")',
    'FormatTime(Now(), "%k")',
    'IsMatch(FormatTime(Now(), "%Y-%m-%d"), "^2")',
    "Hour(Now()) < 24",
  ],
  "fits where a time fits and nowhere else": [
    "Int(Now())",
    "Double(Now())",
    "Bool(Now())",
    "Len(Now())",
    "Hours(Now())",
    "Duration(Now())",
    'Split(Now(), ",")',
    'Now()["a"]',
    "Now()[0]",
    "-Now()",
  ],
  "does not look at arguments": [
    "1",
    "nil",
    '"UTC"',
    "time = 1",
    "a = 1, a = 2",
    "a = 1, 2",
    "[1, 2]",
    "nowhere.at_all",
    "Unheard(1)",
    "Len",
  ].map((args) => ({ text: `Year(Now(${args})) > 2000`, kind: "condition" as const })),
  "is spelled exactly so": ["Now(,)", "Now(1,)", "Now", "now()", "Now().x", "NOW()", "Now(", "Nows()"],
});

const unix: Group = group("functions/Unix", "The time of seconds and nanoseconds since 1970.", value, {
  "wraps around as int64 does": [
    "0",
    "1",
    "-1",
    "1700000000",
    "0, 0",
    "0, 1",
    "0, -1",
    "0, 999999999",
    "0, 1000000000",
    "1, -1000000001",
    "0, 9223372036854775807",
    "0, -9223372036854775807",
    "9223372036854775807",
    "9223372036854775807, 1",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775807, -9223372036854775807",
    "9223371974719179007",
    "9223371974719179008",
    "253402300799",
    "253402300800",
    "-62135596800",
    "-62167219200",
    "-62167219201",
    "1 + 1",
    'Int("5")',
    'Int("5"), Int("6")',
    "value_int",
    "time_unix_nano",
    "time_unix_nano / 1000000000, time_unix_nano",
    "METRIC_DATA_TYPE_SUM",
  ].map((args) => `Unix(${args})`),
  "takes or refuses seconds of each kind": targets.map((target) => `Unix(${target})`),
  "takes or refuses nanoseconds of each kind": targets.map((target) => `Unix(1, ${target})`),
  "answers for each value of telemetry": [
    { text: 'Unix(attributes["v"])', data: "values" },
    { text: 'Unix(1, attributes["v"])', data: "values" },
    { text: 'UnixNano(Unix(attributes["v"], attributes["v"]))', data: "values" },
    { text: "Unix(time_unix_nano / 1000000000) < time", kind: "condition", data: "shapes" },
  ],
  "needs one or two arguments": ["Unix()", "Unix(1, 2, 3)", "Unix(1,)", "Unix"],
  "takes its arguments by name": [
    "Unix(seconds = 1)",
    "Unix(seconds = 1, nanoseconds = 2)",
    "Unix(nanoseconds = 2, seconds = 1)",
    "Unix(1, nanoseconds = 2)",
    "Unix(nanoseconds = 2)",
    "Unix(second = 1)",
    "Unix(Seconds = 1)",
  ],
});

const step = (args: string): string => `TruncateTime(${args})`;
const truncateTime: Group = group("functions/TruncateTime", "A time rounded down to a multiple.", value, {
  "counts from the begin of the year 1": [
    ...times.map((time) => step(`${time}, Duration("1h")`)),
    ...["1ns", "7s", "1m", "24h", "168h", "730h", "1h30m", "2562047h47m16.854775807s", "1.5ms", "3us"].map(
      (length) => step(`Unix(1700000000, 123456789), Duration("${length}")`),
    ),
    ...["1ns", "7s", "24h", "999h"].map((length) => step(`Unix(-62135596801, 5), Duration("${length}")`)),
    ...["5m", "24h"].map((length) => step(`Unix(9223372036854775807), Duration("${length}")`)),
  ],
  "leaves a time for durations that are not positive": ["0s", "-1h", "-1ns"].map((length) =>
    step(`Unix(1700000000, 5), Duration("${length}")`),
  ),
  "keeps the time zone": [
    'FormatTime(TruncateTime(Time("2023-07-01 12:34:56", "%F %T", location="Asia/Kolkata"), Duration("1h")), "%F %T %Z")',
    'FormatTime(TruncateTime(Time("2023-07-01 12:34:56 -0330", "%F %T %z"), Duration("24h")), "%F %T %z")',
  ],
  "takes or refuses a time of each kind": targets.map((target) => step(`${target}, Duration("1h")`)),
  "takes or refuses a duration of each kind": targets.map((target) => step(`time, ${target}`)),
  "answers for each value of telemetry": [
    { text: 'TruncateTime(time, Duration("1m"))', data: "shapes" },
    { text: 'TruncateTime(attributes["v"], Duration("1m"))', data: "values" },
    { text: 'TruncateTime(time, attributes["v"])', data: "values" },
    { text: 'TruncateTime(time, Duration("1h")) <= time', kind: "condition", data: "shapes" },
    { text: "TruncateTime(time, time - start_time)", data: "shapes" },
  ],
  "needs exactly two arguments": [step(""), step("time"), step('time, Duration("1s"), 1'), "TruncateTime"],
  "takes its arguments by name": [
    step('time = time, duration = Duration("1m")'),
    step('duration = Duration("1m"), time = time'),
    step('time, duration = Duration("1m")'),
    step('time = time, unit = Duration("1m")'),
  ],
});

/** The functions that make times, take them apart and count from 1970. */
export const time: readonly Group[] = [
  ofTime("Year", "The year of a time."),
  ofTime("Month", "The month of a time.", {
    "answers for each month": Array.from(
      { length: 12 },
      (_, i) => `Month(Time("2023-${String(i + 1).padStart(2, "0")}-28", "%F"))`,
    ),
  }),
  ofTime("Day", "The day of the month of a time."),
  ofTime("Weekday", "The day of the week of a time.", {
    "answers for each day": Array.from({ length: 7 }, (_, i) => `Weekday(Time("2023-11-1${i}", "%F"))`),
  }),
  ofTime("Hour", "The hour of a time."),
  ofTime("Minute", "The minute of a time."),
  ofTime("Second", "The second of a time."),
  ofTime("Nanosecond", "The nanosecond of a time."),
  ofTime("UnixSeconds", "Seconds since 1970."),
  ofTime("UnixMilli", "Milliseconds since 1970."),
  ofTime("UnixMicro", "Microseconds since 1970."),
  ofTime("UnixNano", "Nanoseconds since 1970."),
  now,
  truncateTime,
  unix,
];
