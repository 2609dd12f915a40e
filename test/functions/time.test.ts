import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { dateOfDays, daysOfDate, wallClock } from "../../src/core/calendar.ts";
import { mostTimeAttempts, mostTimeDirectives } from "../../src/core/limits.ts";
import { printedTime } from "../../src/core/time-text.ts";
import { Timestamp, type Value } from "../../src/core/values.ts";
import { localeLists, nameLists } from "../../src/functions/data/time-locales.ts";
import { zoneLines } from "../../src/functions/data/time-zones.ts";
import { parseDuration } from "../../src/functions/lib/parse-duration.ts";
import { findTranslation } from "../../src/functions/lib/time-locale.ts";
import { findLocation } from "../../src/functions/lib/time-zones.ts";
import { formatTime } from "../../src/functions/time/format-time.ts";
import { now } from "../../src/functions/time/now.ts";
import { time } from "../../src/functions/time/time.ts";
import { unix } from "../../src/functions/time/unix.ts";

type Make = (...known: unknown[]) => (...args: unknown[]) => Value;

function read(text: string, format: string, location = "", locale?: string): string {
  const result = (time.create as Make)(undefined, format, location, locale)(text); // bound to its parameters
  return result instanceof Timestamp ? printedTime(result) : "no time";
}

function codeOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe("the calendar", () => {
  test("counts days forth and back over four hundred years and at the ends of Go's range", () => {
    for (let days = daysOfDate(1799, 12, 31); days <= daysOfDate(2200, 1, 1); days++) {
      const { year, month, day } = dateOfDays(days);
      expect(daysOfDate(year, month, day)).toBe(days);
    }
    expect(dateOfDays(-106_751_991_073_400)).toEqual({
      year: -292_277_022_400,
      month: 3,
      day: 1,
      yearDay: 61,
    });
  });

  test("agrees with JavaScript about days of the week and of the year", () => {
    for (let days = -30_000; days < 30_000; days += 7 * 13 + 1) {
      const date = new Date(days * 86_400_000);
      const clock = wallClock(new Timestamp(BigInt(days) * 86_400_000_000_000n));
      expect(clock.weekday).toBe(date.getUTCDay());
      expect(clock.yearDay).toBe((date.getTime() - Date.UTC(date.getUTCFullYear(), 0)) / 86_400_000 + 1);
    }
  });
});

describe("time zones", () => {
  const names = zoneLines
    .trim()
    .split("\n")
    .flatMap((line) => line.slice(0, line.indexOf(";")).split(" "));

  test("are found by every name", () => {
    expect(names.length).toBeGreaterThan(590);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(findLocation(name)?.zone.name, name).toBe(name);
  });

  test("have clocks that the runtime shows, too", () => {
    for (const name of ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Tehran"]) {
      const zone = findLocation(name)?.zone;
      const shown = new Intl.DateTimeFormat("en", { timeZone: name, timeZoneName: "longOffset" });
      for (let second = 0; second < 1_900_000_000; second += 10_000_019) {
        const [, sign, hours, minutes] =
          /GMT(?:([-+])(\d\d):(\d\d))?/.exec(shown.format(second * 1000)) ?? [];
        const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === "-" ? -60 : 60);
        expect(zone?.at(second).offset, `${name} ${second}`).toBe(offset === 0 ? 0 : offset);
      }
    }
  });

  test.each([
    "",
    "europe/berlin",
    "Europe",
    "../UTC",
    "Europe/Berlin ",
    "LMT",
    "(",
    "Europe/Berlin;LMT",
    "x".repeat(1e6),
  ])("are not found by other names", (name) =>
    expect(findLocation(name)?.zone.name).toBe(name === "" ? "UTC" : undefined),
  );

  test("of the machine are those of the runtime", () => {
    vi.stubEnv("TZ", "Asia/Kolkata");
    expect(read("2023-11-14 12:00", "%F %R")).toBe("2023-11-14T12:00:00+05:30");
    expect((formatTime.create as Make)(undefined, "%R %Z")((unix.create as Make)()(0n, 0n))).toBe(
      "05:30 IST",
    );
    vi.unstubAllEnvs();
  });
});

describe("locales", () => {
  const tags = localeLists
    .trim()
    .split(/\s/)
    .map((line) => line.slice(0, line.indexOf(":")));

  test("are found by every tag, and their lists are there", () => {
    expect(tags.length).toBeGreaterThan(1000);
    const lists = nameLists.split(/;\n?/);
    for (const tag of tags) expect(findTranslation(tag), tag).toBeDefined();
    for (const list of lists) expect([0, 2, 7, 12]).toContain(list === "" ? 0 : list.split("|").length);
  });

  test.each(["", "FR", "fr_FR", "fr:", "fr ", ".*", "zz"])("are not found by %j", (tag) => {
    expect(findTranslation(tag)).toBeUndefined();
  });
});

describe("a time without a year", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each([
    ["2024-01-03T12:00:00Z", "Jan 10 12:00", "2024-01-10T12:00:00Z"],
    ["2024-01-03T12:00:00Z", "Jan 10 12:01", "2023-01-10T12:01:00Z"],
    ["2024-01-03T12:00:00Z", "Dec 31 00:00", "2023-12-31T00:00:00Z"],
    ["2024-03-01T00:00:00Z", "Feb 29 00:00", "2024-02-29T00:00:00Z"],
    ["2023-03-01T00:00:00Z", "Feb 29 00:00", "2023-03-01T00:00:00Z"],
    ["2023-12-31T00:00:00Z", "Jan 01 00:00", "2023-01-01T00:00:00Z"],
  ])("at %s, %s is %s", (moment, text, result) => {
    vi.setSystemTime(new Date(moment));
    expect(read(text, "%b %d %H:%M")).toBe(result);
  });

  test("is not what Now answers", () => {
    vi.setSystemTime(new Date("2024-01-03T12:00:00.123Z"));
    const moment = (now.create as Make)()();
    expect(moment instanceof Timestamp && printedTime(moment)).toBe("2024-01-03T12:00:00.123Z");
  });
});

describe("limits", () => {
  test("a format may have so many directives and no more", () => {
    expect(codeOf(() => read("1", "%d".repeat(mostTimeDirectives)))).toBe("time_mismatch");
    expect(codeOf(() => read("1", "%d".repeat(mostTimeDirectives + 1)))).toBe("argument_value");
  });

  test("a text that fits none of many layouts is given up", () => {
    const started = performance.now();
    expect(2 ** 40).toBeGreaterThan(mostTimeAttempts);
    expect(codeOf(() => read("+01".repeat(40), "%z".repeat(41)))).toBe("time_mismatch");
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test.each([
    [`2023${" ".repeat(3e6)}`, "%Y %d"],
    [`2023 GMT+${"0".repeat(3e6)}`, "%Y %Z"],
    ["é".repeat(3e6), "%B"],
  ])("a long text is refused in time", (text, format) => {
    expect(codeOf(() => read(text, format, "", "fr"))).toBe("time_mismatch");
  });
});

describe("the last layout that fitted", () => {
  test("does not hide the others", () => {
    const again = (time.create as Make)(undefined, "%F %z", "", undefined);
    for (const [text, offset] of [
      ["2023-01-02 +0100", 3600],
      ["2023-01-02 +02:00", 7200],
      ["2023-1-2  +03", 10_800],
      ["2023-01-02 +0100", 3600],
    ] as const) {
      const result = again(text);
      expect(result instanceof Timestamp && wallClock(result).offset, text).toBe(offset);
    }
  });
});

test.each([
  ["1h2m3.004005006s", 3_723_004_005_006n],
  ["-9223372036854775808ns", -(2n ** 63n)],
  ["9223372036854775808ns", "range"],
  [`${"0".repeat(1e6)}1s`, 1_000_000_000n],
  ["9".repeat(1e6), "syntax"],
  ["1s ", "syntax"],
])("a duration is read as Go reads it", (text, nanos) => expect(parseDuration(text)).toBe(nanos));
