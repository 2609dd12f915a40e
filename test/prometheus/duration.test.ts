import { expect, test } from "vitest";
import { parseDuration } from "../../src/prometheus/duration.ts";
import { type DurationCase, readRecorded } from "../documents/recorded.ts";

test.each(readRecorded<DurationCase>("duration.json"))(
  "$text is a duration where Prometheus says so",
  ({ text, prometheus }) => {
    const milliseconds = parseDuration(text);
    expect(milliseconds === undefined ? undefined : String(BigInt(milliseconds) * 1_000_000n)).toBe(
      prometheus,
    );
  },
);

test.each(["300y", "99999999999999999999y", "9223372036855ms", "292y52w365d"])(
  "%s, which Go's nanoseconds have no room for, is no duration",
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);

test("the longest duration is one", () => {
  expect(parseDuration("9223372036854ms")).toBe(9_223_372_036_854);
});

test("a long text is no duration", () => {
  expect(parseDuration("9".repeat(1_000_000))).toBeUndefined();
});
