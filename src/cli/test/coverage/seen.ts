import type { Covered } from "../../../engine/coverage.ts";

/** How far a condition or an editor was seen. */
export type Extent = "all" | "only true" | "only false" | "only failing" | "nothing" | "constant";

/** How far a condition or an editor was seen. */
export function extentOf(one: Covered): Extent {
  if (one.kind === "editor")
    return one.seen.ran > 0 ? "all" : one.seen.error > 0 ? "only failing" : "nothing";
  const { true: yes, false: no, error } = one.seen;
  if (one.isConstant) return "constant";
  if (yes > 0 && no > 0) return "all";
  if (yes > 0) return "only true";
  if (no > 0) return "only false";
  return error > 0 ? "only failing" : "nothing";
}

/** What was seen, in words. */
export function seenText(one: Covered): string {
  const { error } = one.seen;
  const failed = error > 0 ? `, failing ${error}` : "";
  if (one.kind === "editor") return `ran ${one.seen.ran}${failed}`;
  return one.isConstant ? "constant" : `true ${one.seen.true}, false ${one.seen.false}${failed}`;
}

/** What is left to be seen, in words; nothing where everything was. */
export function gapOf(one: Covered): string | undefined {
  switch (extentOf(one)) {
    case "only true":
      return "never false";
    case "only false":
      return "never true";
    case "only failing":
      return "only failing";
    case "nothing":
      return "never reached";
    default:
      return undefined;
  }
}
