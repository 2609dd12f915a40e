import { expect, test, vi } from "vitest";
import { kept } from "../../../src/functions/lib/kept.ts";

test("keeps as many results as it may, the latest ones", () => {
  const make = vi.fn((text: string) => text.toUpperCase());
  const upper = kept(make, 2);
  expect(["a", "b", "a", "c", "c", "b", "a"].map(upper)).toEqual(["A", "B", "A", "C", "C", "B", "A"]);
  expect(make.mock.calls.flat()).toEqual(["a", "b", "c", "a"]);
});

test("keeps nothing of long texts", () => {
  const make = vi.fn((text: string) => text.length);
  const lengthOf = kept(make);
  const long = "x".repeat(20_000);
  expect([lengthOf(long), lengthOf(long)]).toEqual([20_000, 20_000]);
  expect(make).toHaveBeenCalledTimes(2);
});

test("keeps no failure", () => {
  const fails = kept((): never => {
    throw new Error("no");
  });
  expect(() => fails("a")).toThrow("no");
  expect(() => fails("a")).toThrow("no");
});
