import type { EncodedValue } from "../../src/cli/encode-value.ts";
import { stringify } from "../../src/cli/json.ts";
import type { Expectation, Outcome } from "../reference/recorded-file.ts";

/**
 * Says how an answer differs from the recorded one, or nothing where they agree. Errors and refusals agree whatever
 * their words; where the reference crashes, any error or refusal agrees.
 */
export function disagreement(expected: Expectation, found: Expectation): string | undefined {
  if ("rejected" in expected) {
    return "rejected" in found ? undefined : `is taken, but must be refused: ${expected.rejected}`;
  }
  const crashes = expected.results.some((outcome) => "panic" in outcome);
  if ("rejected" in found) return crashes ? undefined : `is refused: ${found.rejected}`;
  if (expected.results.length !== found.results.length) {
    return `gives ${found.results.length} results for ${expected.results.length} records`;
  }
  for (const [index, outcome] of expected.results.entries()) {
    const other = found.results[index];
    if (other === undefined || !agrees(outcome, other)) {
      return `record ${index}: expected ${JSON.stringify(outcome)}, found ${JSON.stringify(other)}`;
    }
  }
  if (expected.payload === undefined) return undefined; // of a crash nothing is left
  const [wanted, left] = [payloadText(expected.payload), payloadText(found.payload)];
  return wanted === left ? undefined : `leaves ${left}, expected ${wanted}`;
}

function agrees(expected: Outcome, found: Outcome): boolean {
  if ("panic" in expected) return "error" in found;
  if ("payload" in expected)
    return "payload" in found && payloadText(expected.payload) === payloadText(found.payload);
  if ("value" in expected) return "value" in found && sameValues(expected.value, found.value);
  const alike =
    "matched" in expected ? "matched" in found && expected.matched === found.matched : "error" in found;
  return alike && sameValues(cacheOf(expected), cacheOf(found));
}

function cacheOf(outcome: Outcome): EncodedValue {
  return ("cache" in outcome ? outcome.cache : undefined) ?? { nil: true };
}

function sameValues(one: EncodedValue, other: EncodedValue): boolean {
  return canonical(one) === canonical(other);
}

/** A text that is the same for equal payloads: properties have no order, lists do. */
function payloadText(payload: unknown): string {
  return stringify(sorted(payload ?? null));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A text that is the same for equal values: maps have their keys in order. */
function canonical(value: EncodedValue): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: EncodedValue): unknown {
  const go = "go" in value ? { go: value.go } : {};
  if ("list" in value) return { list: value.list.map(ordered), ...go };
  if (!("map" in value)) return Object.fromEntries(Object.entries(value).sort());
  const entries = value.map.map(([key, item]) => [key, ordered(item)] as const);
  return { map: entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)), ...go };
}
