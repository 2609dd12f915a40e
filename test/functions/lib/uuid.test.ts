import { describe, expect, test } from "vitest";
import { randomUuid, sortableUuid } from "../../../src/functions/lib/uuid.ts";

const shape = (version: number) =>
  new RegExp(`^[0-9a-f]{8}-[0-9a-f]{4}-${version}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`);
const many = (make: () => string): string[] => Array.from({ length: 10_000 }, make);

/** Each bit that version and variant leave free is once 0 and once 1. */
function fixedBits(uuids: readonly string[]): string {
  const numbers = uuids.map((uuid) => BigInt(`0x${uuid.replaceAll("-", "")}`));
  const ones = numbers.reduce((all, one) => all & one);
  const zeros = numbers.reduce((all, one) => all | one);
  return Array.from({ length: 128 }, (_, i) => {
    const bit = 127n - BigInt(i);
    return (ones >> bit) & 1n ? "1" : (zeros >> bit) & 1n ? "x" : "0";
  }).join("");
}

describe("a random UUID", () => {
  test("has version 4 and the variant of RFC 9562, all other bits free", () => {
    const uuids = many(randomUuid);
    for (const uuid of uuids) expect(uuid).toMatch(shape(4));
    expect(fixedBits(uuids)).toBe(`${"x".repeat(48)}0100${"x".repeat(12)}10${"x".repeat(62)}`);
    expect(new Set(uuids).size).toBe(uuids.length);
  });
});

describe("a UUID by time", () => {
  const timeOf = (uuid: string) => Number.parseInt(uuid.replaceAll("-", "").slice(0, 12), 16);

  test("has version 7 and the variant, random bits behind the sequence", () => {
    const uuids = many(() => sortableUuid(Date.now));
    for (const uuid of uuids) expect(uuid).toMatch(shape(7));
    expect(fixedBits(uuids).slice(64)).toBe(`10${"x".repeat(62)}`);
  });

  test("begins with the milliseconds since the epoch", () => {
    const now = Date.now() + 3_600_000;
    expect(timeOf(sortableUuid(() => now))).toBe(now);
  });

  test("is greater than each before, within a millisecond and when the clock goes back", () => {
    const start = Date.now() + 7_200_000;
    let calls = 0;
    const uuids = many(() => sortableUuid(() => start - 50 * calls++));
    expect(uuids).toEqual(uuids.toSorted());
    expect(new Set(uuids).size).toBe(uuids.length);
    expect(timeOf(uuids[4095] as string)).toBe(start);
    expect(timeOf(uuids[4096] as string)).toBe(start + 1);
  });
});
