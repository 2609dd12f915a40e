/** Whether what is written to a stream may be coloured: to a terminal, unless NO_COLOR says no. */
export function hasColours(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR;
}

/** A text on one line, without what a terminal would obey; names of metrics may hold anything. */
export function tame(text: string): string {
  return text.replace(/\p{Cc}/gu, " ");
}

/** A text of several lines, without what a terminal would obey. */
export function tameLines(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, " ");
}

/** A text as XML and HTML hold it, also in double quotes. */
export function markup(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
