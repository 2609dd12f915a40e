import type { CST } from "yaml";
import { quotedEnd } from "./quoted-end.ts";
import { tokensOf } from "./tokens.ts";

/**
 * The text with the lines joined, offsets kept, within the brackets and quotes that begin before an offset: there
 * yaml.v3 does not care how lines are indented, and the parser does. Where nothing is joined, the text itself.
 */
export function joinLines(text: string, document: CST.Token | undefined, before: number): string {
  const pieces: string[] = [];
  let end = 0;
  let lost = 0;
  for (const start of starts(document, before)) {
    if (start < end || lost > mostLost) continue;
    const piece = joinAt(text, start);
    if (piece === undefined) {
      lost += text.length - start;
      continue;
    }
    pieces.push(text.slice(end, start), piece.joined);
    end = piece.end;
  }
  return pieces.join("") + text.slice(end);
}

/** How many characters are looked at for brackets and quotes that turn out to have no end. */
const mostLost = 4_000_000;

/** Where brackets and quotes begin, those within others too. */
function starts(document: CST.Token | undefined, before: number): number[] {
  const found: number[] = [];
  for (const { token } of tokensOf(document))
    if (token.offset <= before && /^flow-collection$|quoted/.test(token.type)) found.push(token.offset);
  return found.sort((a, b) => a - b);
}

// Where a word ends, and where a text without quotes does: no pattern repeats over the whole of a long text.
const endOfWord = /[\s,[\]{}?]|:(?=\s)|(?<!\S)['"#]/g;
const endOfPlain = /[,[\]{}?]|:(?=\s)|(?<!\S)#/g;
const endOfLine = /[\n\r\u2028\u2029]/g;
const marker = /\n(?:---|\.\.\.)(?=\s|$)/;

/** Joins the lines of what begins at an offset; `undefined` where it has no end, or a document ends within. */
function joinAt(text: string, start: number): { joined: string; end: number } | undefined {
  const pieces: string[] = [];
  let from = start;
  let depth = 0;
  let at = start;
  do {
    const character = text[at];
    if (character === undefined) return undefined;
    if (character === "'" || character === '"') {
      const end = quotedEnd(text, at);
      if (end === undefined) return undefined;
      at = end;
    } else if (character === "[" || character === "{") {
      depth++;
      at++;
    } else if (character === "]" || character === "}") {
      depth--;
      at++;
    } else if (character === "#") {
      const end = /\s/.test(text[at - 1] ?? "") ? next(endOfLine, text, at) : at + 1;
      pieces.push(onOneLine(text.slice(from, at)), " ".repeat(end - at));
      from = at = end;
    } else {
      const end = next(endOfWord, text, at);
      // A text without quotes may have them further on; an anchor or tag may have a quoted text behind it.
      at = end === at ? at + 1 : /[&*!]/.test(character) ? end : plainEnd(text, end);
    }
  } while (depth > 0);
  if (marker.test(text.slice(start, at))) return undefined;
  pieces.push(onOneLine(text.slice(from, at)));
  return { joined: pieces.join(""), end: at };
}

function onOneLine(text: string): string {
  return text.replaceAll(/[\r\n\t]/g, " ");
}

/** Where a text without quotes ends of which a first word is read; the blanks behind it are no part of it. */
function plainEnd(text: string, from: number): number {
  let end = next(endOfPlain, text, from);
  while (end > from && /\s/.test(text[end - 1] ?? "")) end--;
  return end;
}

/** Where a pattern is found from an offset on; the end of the text where it is not. */
function next(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
