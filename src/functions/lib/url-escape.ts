/** Percent escapes as Go's `net/url` reads and writes them in the parts of a URL, over strings with a character a byte. */

/** The parts that escape different characters. */
export type UrlPart = "path" | "host" | "zone" | "user" | "query" | "fragment";

/** The bytes that each part writes as escapes. */
const escaped: Readonly<Record<UrlPart, RegExp>> = {
  path: /[^\w\-.~$&+,/:;=@]/g,
  host: /[^\w\-.~!$&'()*+,;=:[\]<>"]/g,
  zone: /[^\w\-.~!$&'()*+,;=:[\]<>"]/g,
  user: /[^\w\-.~$&+,;=]/g,
  query: /[^\w\-.~]/g,
  fragment: /[^\w\-.~$&+,/:;=?@!()*]/g,
};

let escapes: readonly string[] | undefined;

/** The part with everything escaped that has to be. */
export function escapePart(text: string, part: UrlPart): string {
  escapes ??= Array.from(
    { length: 256 },
    (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  );
  const all = escapes;
  return text.replace(escaped[part], (byte) => all[byte.charCodeAt(0)] as string);
}

/** Whether a part that somebody escaped may stay as it is. */
export function isWellEscaped(text: string, part: UrlPart): boolean {
  return text.replace(/[!$&'()*+,;=:@[\]%]/g, "").search(escaped[part]) < 0;
}

/** The part without escapes, or `undefined` where one is broken or the part must not have it. */
export function unescapePart(text: string, part: UrlPart): string | undefined {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return undefined;
  if ((part === "host" || part === "zone") && !mayBeInHost(text, part)) return undefined;
  const spaced = part === "query" ? text.replaceAll("+", " ") : text;
  return spaced.replace(/%(..)/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** A host may escape only bytes that are not ASCII, and `%25`; a zone also a space and what a host has unescaped. */
function mayBeInHost(text: string, part: "host" | "zone"): boolean {
  const isFine = (text.match(/%../g) ?? []).every((written) => {
    const value = Number.parseInt(written.slice(1), 16);
    if (value === 0x25 || (part === "host" && value >= 0x80)) return true;
    return part === "zone" && (value === 0x20 || String.fromCharCode(value).search(escaped.host) < 0);
  });
  return isFine && text.replace(/%..|[\x80-\xff]/g, "").search(escaped[part]) < 0;
}
