import { describeGiven } from "../diagnostics/describe-given.ts";
import { misuse } from "./misuse.ts";

/** Throws where something is not what a check of its type tells it must be. */
export function requireThat(what: string, expected: string, given: unknown, accepts: boolean): void {
  if (!accepts)
    throw misuse(what, expected, typeof given === "number" ? String(given) : describeGiven(given));
}

/** Throws where something is no text. */
export function requireText(what: string, given: unknown): void {
  requireThat(what, "a text", given, typeof given === "string");
}

/** Throws where something is no plain object. */
export function requireObject(what: string, given: unknown): void {
  requireThat(what, "an object", given, typeof given === "object" && given !== null && !Array.isArray(given));
}

/** Throws where something is no number; `NaN` is one. */
export function requireNumber(what: string, given: unknown): void {
  requireThat(what, "a number", given, typeof given === "number");
}

/** Throws where something is no list of numbers. */
export function requireNumbers(what: string, given: unknown): void {
  requireThat(
    what,
    "an array of numbers",
    given,
    Array.isArray(given) && given.every((one) => typeof one === "number"),
  );
}

/** Throws where something is no number of things: whole, and not below 0. */
export function requireCount(what: string, given: unknown): void {
  const isWhole = typeof given === "bigint" || Number.isSafeInteger(given);
  requireThat(what, "a whole number from 0 on", given, isWhole && Number(given) >= 0);
}

/** Throws where something is no list of counts. */
export function requireCounts(what: string, given: unknown): void {
  requireThat(what, "an array", given, Array.isArray(given));
  for (const [i, count] of (given as readonly unknown[]).entries()) requireCount(`${what}[${i}]`, count);
}
