import type { CST } from "yaml";
import { tokensOf } from "./tokens.ts";

/**
 * The text with the lines joined, offsets kept, within the brackets and quotes that begin before an offset: there
 * yaml.v3 does not care how lines are indented, and the parser does. Where nothing is joined, the text itself.
 */
export function joinLines(text: string, document: CST.Token | undefined, before: number): string {
  let joined = text;
  let end = 0;
  for (const start of starts(document, before)) {
    if (start < end) continue;
    const next = joinAt(joined, start);
    if (next === undefined) continue;
    joined = next.text;
    end = next.end;
  }
  return joined;
}

/** Where brackets and quotes begin, those within others too. */
function starts(document: CST.Token | undefined, before: number): number[] {
  const found: number[] = [];
  for (const { token } of tokensOf(document))
    if (token.offset <= before && /^flow-collection$|quoted/.test(token.type)) found.push(token.offset);
  return found.sort((a, b) => a - b);
}

const word = /(?:[^\s,[\]{}?:#'"]|:(?!\s)|(?<=\S)['"#])+/y;
const restOfPlain = /(?:\s*(?:[^\s,[\]{}?:#]|:(?!\s)|(?<=\S)#)+)*/y;
const comment = /(?<=\s)#.*/y;
const single = /'(?:[^']|'')*'/y;
const double = /"(?:[^"\\]|\\.)*"/sy;
const marker = /\n(?:---|\.\.\.)(?=\s|$)/;

/** Joins the lines of what begins at an offset; `undefined` where it has no end, or a document ends within. */
function joinAt(text: string, start: number): { text: string; end: number } | undefined {
  const comments: [number, number][] = [];
  let depth = 0;
  let at = start;
  do {
    const character = text[at];
    if (character === undefined) return undefined;
    const quote = character === "'" ? single : character === '"' ? double : undefined;
    if (quote !== undefined) {
      const end = match(quote, text, at);
      if (end === undefined) return undefined;
      at = end;
    } else if (character === "[" || character === "{") {
      depth++;
      at++;
    } else if (character === "]" || character === "}") {
      depth--;
      at++;
    } else if (character === "#") {
      const end = match(comment, text, at) ?? at + 1;
      comments.push([at, end]);
      at = end;
    } else {
      const end = match(word, text, at);
      // A text without quotes may have them further on; an anchor or tag may have a quoted text behind it.
      at =
        end === undefined ? at + 1 : /[&*!]/.test(character) ? end : (match(restOfPlain, text, end) ?? end);
    }
  } while (depth > 0);
  let inside = text.slice(start, at);
  if (marker.test(inside)) return undefined;
  for (const [from, to] of comments.reverse())
    inside = inside.slice(0, from - start) + " ".repeat(to - from) + inside.slice(to - start);
  const joined = inside.replaceAll(/[\r\n\t]/g, " ");
  return { text: text.slice(0, start) + joined + text.slice(at), end: at };
}

function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
