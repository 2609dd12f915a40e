import type { Expectation } from "../reference/recorded-file.ts";

/** An answer whose maps in payloads have their entries in order of their keys. */
export function withoutOrder(answer: Expectation): Expectation {
  if (!("payload" in answer)) return answer;
  return { ...answer, payload: ordered(answer.payload) };
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(ordered);
    return items.every(isEntry) ? items.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)) : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, ordered(item)]));
}

function isEntry(item: unknown): item is { readonly key: string } {
  return typeof item === "object" && item !== null && "key" in item && typeof item.key === "string";
}
