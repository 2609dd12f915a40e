import { expect, test } from "vitest";
import {
  goDuration,
  parseGoDuration,
  parsePrometheusDuration,
  prometheusDuration,
} from "../../src/collector/duration.ts";
import { type DurationCase, readRecorded } from "../documents/recorded.ts";

const cases = readRecorded<DurationCase>("duration.json");

test.each(cases)("$text is a duration where Go and Prometheus say so", ({ text, go, prometheus }) => {
  expect(parseGoDuration(text)?.nanos.toString()).toBe(go);
  expect(parsePrometheusDuration(text)?.nanos.toString()).toBe(prometheus);
});

test("a schema gives the duration or says what one is", () => {
  expect(goDuration.parse("1m30s").nanos).toBe(90_000_000_000n);
  expect(prometheusDuration.parse("2w").nanos).toBe(1_209_600_000_000_000n);
  expect(goDuration.safeParse("1d").error?.issues[0]?.message).toBe(
    '"1d" is not a duration such as "30s" or "1m30s"',
  );
  expect(prometheusDuration.safeParse("").success).toBe(false);
});

test("a long text is no duration, at once", () => {
  const start = performance.now();
  expect(parseGoDuration("1h".repeat(1_000_000))).toBeUndefined();
  expect(parsePrometheusDuration("9".repeat(1_000_000))).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(500);
});
