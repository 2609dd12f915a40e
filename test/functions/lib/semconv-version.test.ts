import { expect, test } from "vitest";
import { isWithin, semconvVersionOf } from "../../../src/functions/lib/semconv-version.ts";

const isTaken = (text: string) => {
  const version = semconvVersionOf(text);
  return version !== undefined && isWithin(version, 37n, 43n);
};

test.each(["1.37.0", "v1.37", "1.43.0", "1.43.0-rc.1", "1.43.0+build.7", "01.040.000", "1.37.1-rc.1"])(
  "%s is from 1.37.0 to 1.43.0",
  (text) => expect(isTaken(text)).toBe(true),
);

test.each(["1.37.0-rc.1", "1.36.9", "1.43.1", "1.44.0-rc.1", "1", "2.37.0", "0.40.0"])(
  "%s is not from 1.37.0 to 1.43.0",
  (text) => expect(isTaken(text)).toBe(false),
);

test.each([
  "",
  "1.",
  "1.40.0-",
  "1.40.0-01",
  "1.40.0 ",
  "V1.40",
  "1.40.x",
  `1.40.0-${"a".repeat(250)}`,
  "1.18446744073709551616",
])("%j is no version", (text) => expect(semconvVersionOf(text)).toBeUndefined());
