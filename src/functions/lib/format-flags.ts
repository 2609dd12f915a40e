/** What stands between `%` and the verb of a placeholder. */
export interface FormatFlags {
  minus: boolean;
  plus: boolean;
  sharp: boolean;
  space: boolean;
  zero: boolean;
  /** `%+v` and `%#v`, which are forms of their own: the flags themselves are off then. */
  plusV: boolean;
  sharpV: boolean;
  width: number | undefined;
  precision: number | undefined;
}

export function noFlags(): FormatFlags {
  return {
    minus: false,
    plus: false,
    sharp: false,
    space: false,
    zero: false,
    plusV: false,
    sharpV: false,
    width: undefined,
    precision: undefined,
  };
}

/** Fills a text up to the width: spaces or, on the left only, zeros. */
export function pad(text: string, flags: FormatFlags, zero = flags.zero): string {
  const missing = flags.width === undefined ? 0 : flags.width - characterCount(text, flags.width);
  if (missing <= 0) return text;
  if (flags.minus) return text + " ".repeat(missing);
  return (zero ? "0" : " ").repeat(missing) + text;
}

/** Number of characters, at most as many as asked for. */
function characterCount(text: string, most: number): number {
  if (text.length > 2 * most) return most;
  let count = text.length;
  for (let i = 1; i < text.length; i++) if (isPair(text, i)) count--;
  return count;
}

/** The begin of a text, by characters. */
export function truncate(text: string, characters: number | undefined): string {
  if (characters === undefined || text.length <= characters) return text;
  let end = 0;
  for (let count = 0; count < characters && end < text.length; count++) end += isPair(text, end + 1) ? 2 : 1;
  return text.slice(0, end);
}

/** Whether the unit at an index is the second of a character's two. */
function isPair(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800;
}
