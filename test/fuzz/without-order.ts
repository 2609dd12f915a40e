import type { Expectation } from "../reference/recorded-file.ts";

/** An answer whose maps in payloads have their entries in order of their keys. */
export function withoutOrder(answer: Expectation): Expectation {
  if (!("payload" in answer)) return answer;
  return { ...answer, payload: ordered(answer.payload) };
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(ordered);
    return items.every(isEntry)
      ? items.sort(({ key: a = "" }, { key: b = "" }) => (a < b ? -1 : a > b ? 1 : 0))
      : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, ordered(item)]));
}

/** Whether it is an entry of a map; an empty key is left out. */
function isEntry(item: unknown): item is { readonly key?: string } {
  if (typeof item !== "object" || item === null) return false;
  const names = Object.keys(item);
  return names.length > 0 && names.every((name) => name === "key" || name === "value");
}
