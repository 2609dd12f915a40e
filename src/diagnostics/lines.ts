/** A line of a text: number and column from 1, the column in code points. */
export interface LinePlace {
  readonly line: number;
  readonly column: number;
  /** The line without its line break. */
  readonly text: string;
  /** The offset of its first character. */
  readonly start: number;
}

/** Finds the line of an offset. */
export function lineAt(source: string, offset: number): LinePlace {
  const at = Math.max(0, Math.min(offset, source.length));
  const start = at === 0 ? 0 : source.lastIndexOf("\n", at - 1) + 1;
  const newline = source.indexOf("\n", at);
  const end = newline < 0 ? source.length : newline;
  let line = 1;
  for (let i = source.indexOf("\n"); i >= 0 && i < start; i = source.indexOf("\n", i + 1)) line++;
  const text = source.slice(start, end).replace(/\r$/, "");
  return { line, column: codePoints(source, start, at) + 1, text, start };
}

function codePoints(source: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if ((source.charCodeAt(i) & 0xfc00) !== 0xdc00) count++;
  return count;
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** The number of terminal columns of a text: wide characters take two, combining marks none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const c of text) width += /\p{Mark}/u.test(c) ? 0 : wide.test(c) ? 2 : 1;
  return width;
}
