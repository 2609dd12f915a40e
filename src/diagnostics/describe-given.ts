import { kindOf } from "./invalid-option.ts";

/** What a value is, of an object with its first keys. */
export function describeGiven(given: unknown): string {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return kindOf(given);
  const keys = Object.keys(given).slice(0, 3);
  return keys.length === 0 ? "an empty object" : `an object with ${keys.join(", ")}`;
}
