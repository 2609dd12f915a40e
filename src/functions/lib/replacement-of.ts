import { formatReplacement } from "./replacement-format.ts";

/** What is put in: the replacement, or what a function answers for it, in a format if there is one. */
export function replacementOf(
  replacement: string,
  call: ((text: string) => string) | undefined,
  format: (() => string) | null,
): string {
  if (call === undefined) return replacement;
  const text = call(replacement);
  return format === null ? text : formatReplacement(format(), text);
}
