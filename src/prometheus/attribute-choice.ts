import { compileRegexp } from "../regexp/compile.ts";

/** Attributes by the patterns of their keys, in which `*` is any text and `?` any character. */
export interface AttributeChoice {
  /** Default: all, where some are excluded, else none. */
  readonly included?: readonly string[];
  /** Of those, these not. */
  readonly excluded?: readonly string[];
}

/** Makes a test whether an attribute of a key is chosen. */
export function attributeChoice(choice: boolean | AttributeChoice): (key: string) => boolean {
  if (typeof choice === "boolean") return () => choice;
  const { included = [], excluded = [] } = choice;
  const isIncluded = included.length === 0 ? () => excluded.length > 0 : anyOf(included);
  const isExcluded = anyOf(excluded);
  return (key) => isIncluded(key) && !isExcluded(key);
}

function anyOf(patterns: readonly string[]): (key: string) => boolean {
  const tests = patterns.map((pattern) => {
    const source = pattern
      .replace(/[^\p{L}\p{N}_*?]/gu, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".");
    return compileRegexp(`(?s)^${source}$`).test;
  });
  return (key) => tests.some((test) => test(key));
}
