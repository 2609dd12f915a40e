import { textOf } from "../core/text.ts";
import type { Explanation } from "../engine/explain.ts";
import { showText } from "./show-value.ts";
import { oneLine, pathValues, subValues } from "./sub-values.ts";

/** Why a condition came out as it did, in one line, told of the sub-expression that decided. */
export function because(decider: Explanation): string {
  const { kind, value, error, found, children } = decider;
  const text = oneLine(decider.text);
  if (error !== undefined) return `${text} failed: ${error.message}`;
  if (found !== undefined) return `${text} ${matched(decider, found)}`;
  if (kind === "constant") return `${text} is always ${value}`;
  const isChain = kind === "or" || kind === "and";
  const values = isChain ? pathValues(decider) : subValues(decider);
  const where = values === "" ? "" : ` where ${values}`;
  if (kind === "or") return `none of its ${children.length} alternatives is true${where}`;
  if (kind === "and") return `all of its ${children.length} parts are true${where}`;
  return `${text} is ${value}${where}`;
}

/** Where a search matched; where that is not the begin of the text, its pattern is bound to nothing. */
function matched({ text, children }: Explanation, { start, end }: NonNullable<Explanation["found"]>): string {
  const subject = children[0]?.value;
  const of = subject === undefined ? "" : ` of ${showText(textOf(subject) ?? "", 60, start)}`;
  const name = /^\w+/.exec(text)?.[0] ?? "the search";
  return `matched at ${start}..${end}${of}${start > 0 ? ` (${name} is unanchored)` : ""}`;
}
