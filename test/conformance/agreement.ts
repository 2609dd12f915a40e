import type { EncodedValue } from "../../src/cli/encode-value.ts";
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
  return undefined;
}

function agrees(expected: Outcome, found: Outcome): boolean {
  if (!("value" in expected)) return !("value" in found);
  return "value" in found && canonical(expected.value) === canonical(found.value);
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
