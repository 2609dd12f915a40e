import { fromByteString, hasByteEscape, toByteString } from "../../core/utf8.ts";

/** The text without what it begins with; bytes decide, so that a prefix may end within a character. */
export function withoutPrefix(text: string, prefix: string): string {
  if (!hasByteEscape(prefix)) return text.startsWith(prefix) ? text.slice(prefix.length) : text;
  const bytes = toByteString(text);
  const start = toByteString(prefix);
  return bytes.startsWith(start) ? fromByteString(bytes.slice(start.length)) : text;
}

/** The text without what it ends with; bytes decide. */
export function withoutSuffix(text: string, suffix: string): string {
  if (!hasByteEscape(suffix))
    return text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text;
  const bytes = toByteString(text);
  const end = toByteString(suffix);
  return bytes.endsWith(end) ? fromByteString(bytes.slice(0, bytes.length - end.length)) : text;
}
