import type { Explanation } from "../engine/explain.ts";
import { clip, showValue } from "./show-value.ts";

const most = 4;

/** What the paths, calls and calculations below an expression gave, such as `name = "up"`; each once. */
export function subValues(explanation: Explanation): string {
  return listed(explanation, ({ kind }) => kind !== "literal");
}

/** What the paths below an expression gave. */
export function pathValues(explanation: Explanation): string {
  return listed(explanation, ({ kind }) => kind === "path");
}

function listed(explanation: Explanation, isTold: (child: Explanation) => boolean): string {
  const seen = new Map<string, string>();
  for (const child of explanation.children) collect(child, isTold, seen);
  const shown = [...seen].slice(0, most).map(([text, value]) => `${text} = ${value}`);
  return [...shown, ...(seen.size > most ? ["…"] : [])].join(", ");
}

function collect(
  child: Explanation,
  isTold: (child: Explanation) => boolean,
  seen: Map<string, string>,
): void {
  const name = oneLine(child.text);
  if (child.value !== undefined && isTold(child) && !seen.has(name)) seen.set(name, shownValue(child));
  for (const below of child.children) collect(below, isTold, seen);
}

/** The value of an expression, and its name where its numbers have names: `3 (SPAN_KIND_CLIENT)`. */
export function shownValue({ value = null, enum: name }: Explanation): string {
  return name === undefined ? showValue(value) : `${showValue(value)} (${name})`;
}

/** A text without its line breaks, cut off where it is long. */
export function oneLine(text: string, width = 100): string {
  return clip(text.replace(/[\s\p{Cc}]+/gu, " "), width);
}
