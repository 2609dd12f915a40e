import type { FilterContext } from "./types.ts";

/** The contexts of conditions on metrics, from the top down. */
export const filterContexts: readonly FilterContext[] = ["resource", "scope", "metric", "datapoint"];

/** Whether a word is a context of conditions on metrics. */
export function isFilterContext(word: string): word is FilterContext {
  return (filterContexts as readonly string[]).includes(word);
}
