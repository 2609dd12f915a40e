import { hasByteEscape } from "../../core/utf8.ts";

/**
 * The RE2 pattern that finds a text between two anchors, for a `TextTest`; nothing where patterns cannot say it: to a
 * pattern a broken byte and U+FFFD are the same.
 */
export function literalPattern(before: string, text: string, after: string): { readonly pattern?: string } {
  if (hasByteEscape(text) || text.includes("\ufffd")) return {};
  return { pattern: before + text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&") + after };
}
