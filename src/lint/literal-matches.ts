import { kept } from "../functions/lib/kept.ts";
import { type Literal, literalsOf } from "../regexp/literals.ts";
import { parseRegexp } from "../regexp/parse.ts";
import { RegexpError } from "../regexp/regexp-error.ts";
import { trim } from "../regexp/trim.ts";

/** The texts of which one must be found for a pattern to match; `undefined` where they cannot be listed. */
export function literalsOfPattern(pattern: string): readonly Literal[] | undefined {
  return listed(pattern).literals;
}

const listed = /* @__PURE__ */ kept((pattern) => ({ literals: list(pattern) }));

function list(pattern: string): readonly Literal[] | undefined {
  try {
    return literalsOf(trim(parseRegexp(pattern)));
  } catch (error) {
    if (error instanceof RegexpError) return undefined;
    throw error;
  }
}

/** Whether every text that holds the first literal as it asks for holds the other. */
export function covers(other: Literal, one: Literal): boolean {
  if (other.atStart && other.atEnd) return one.atStart && one.atEnd && one.text === other.text;
  if (other.atStart) return one.atStart && one.text.startsWith(other.text);
  if (other.atEnd) return one.atEnd && one.text.endsWith(other.text);
  return one.text.includes(other.text);
}

/** Whether no text can hold both. */
export function excludes(one: Literal, other: Literal): boolean {
  if (one.atStart && one.atEnd) return !holds(other, one.text);
  if (other.atStart && other.atEnd) return !holds(one, other.text);
  if (one.atStart && other.atStart) {
    return !one.text.startsWith(other.text) && !other.text.startsWith(one.text);
  }
  if (one.atEnd && other.atEnd) return !one.text.endsWith(other.text) && !other.text.endsWith(one.text);
  return false;
}

function holds({ text, atStart, atEnd }: Literal, whole: string): boolean {
  if (atStart && atEnd) return whole === text;
  if (atStart) return whole.startsWith(text);
  return atEnd ? whole.endsWith(text) : whole.includes(text);
}
