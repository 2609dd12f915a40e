/** Where a quoted text ends that begins at an offset, behind its last quote; `undefined` where it has no end. */
export function quotedEnd(text: string, start: number): number | undefined {
  return text[start] === "'" ? singleEnd(text, start) : doubleEnd(text, start);
}

/** A quote within single quotes is written twice. */
function singleEnd(text: string, start: number): number | undefined {
  for (let at = text.indexOf("'", start + 1); at >= 0; at = text.indexOf("'", at + 2))
    if (text[at + 1] !== "'") return at + 1;
  return undefined;
}

function doubleEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return at + 1;
    if (text[at] === "\\") at++;
  }
  return undefined;
}
