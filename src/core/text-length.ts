import { Failure } from "./failure.ts";
import { longestText } from "./limits.ts";

/** Throws `text_too_long` where a function would make a text of more UTF-16 code units than it may. */
export function requireTextLength(length: number): void {
  if (length > longestText) throw new Failure("text_too_long", { limit: longestText });
}

/** Joins texts with a separator; throws `text_too_long` before a text that is too long is made. */
export function joinTexts(texts: readonly string[], separator: string): string {
  let length = separator.length * Math.max(0, texts.length - 1);
  for (const text of texts) length += text.length;
  requireTextLength(length);
  return texts.join(separator);
}
