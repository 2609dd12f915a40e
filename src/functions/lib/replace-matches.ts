/** Replacing what an RE2 pattern matches, as Go's `regexp` does. */
import { longestText } from "../../core/limits.ts";
import { TextBuilder } from "../../core/text-builder.ts";
import { joinTexts, requireTextLength } from "../../core/text-length.ts";
import { joinEscapes } from "../../core/utf8.ts";
import type { Match } from "../../regexp/match.ts";
import type { Matcher } from "../../regexp/matcher.ts";

/** A text with every match replaced by what a template makes of it (`$1`, `${name}`, `$$`); throws `text_too_long`. */
export function replaceAll(matcher: Matcher, text: string, template: string): string {
  if (!template.includes("$") && text.length * Math.max(1, template.length) <= longestText) {
    const replaced = matcher.replace(text, template);
    if (replaced !== undefined) return joinEscapes(replaced);
  }
  const expand = templateOf(template, matcher.groups);
  const out = new TextBuilder();
  let lastEnd = 0;
  for (let from = 0; from <= text.length; ) {
    const match = matcher.exec(text, from);
    if (match === undefined) break;
    const [{ start, end }] = match;
    out.append(text.slice(lastEnd, start));
    if (end > lastEnd || start === 0) out.append(expand(text, match)); // nothing for an empty match right behind another
    lastEnd = end;
    from = Math.max(end, from + Math.max(1, characterLength(text, from)));
  }
  out.append(text.slice(lastEnd));
  return joinEscapes(out.text);
}

/** A text with every match replaced by what a function makes of the expanded template; throws `text_too_long`. */
export function replaceEach(
  matcher: Matcher,
  text: string,
  template: string,
  replace: (expanded: string) => string,
): string {
  const expand = templateOf(template, matcher.groups);
  const out = new TextBuilder();
  let lastEnd = 0;
  for (const match of matchesOf(matcher, text)) {
    const [{ start, end }] = match;
    out.append(text.slice(lastEnd, start));
    out.append(replace(joinEscapes(expand(text, match))));
    lastEnd = end;
  }
  out.append(text.slice(lastEnd));
  return joinEscapes(out.text);
}

/** How often a text of the greatest length may be written while its matches are replaced. */
const mostRewrites = 64;

/**
 * The same as old versions do it: what is made of a match replaces what matched wherever it then stands in the text.
 * Throws `text_too_long`.
 */
export function replaceEverywhere(
  matcher: Matcher,
  text: string,
  template: string,
  replace: (expanded: string) => string,
): string {
  const expand = templateOf(template, matcher.groups);
  let out = text;
  let written = 0;
  for (const match of matchesOf(matcher, text)) {
    const [{ start, end }] = match;
    const replacement = replace(joinEscapes(expand(text, match)));
    const parts = start === end ? ["", ...out, ""] : out.split(text.slice(start, end));
    out = joinEscapes(joinTexts(parts, replacement));
    written += out.length;
    requireTextLength(written / mostRewrites); // the whole text is written anew for each match
  }
  return out;
}

/** The matches in a text, as Go finds all of them: none that is empty right behind another. */
function* matchesOf(matcher: Matcher, text: string): Generator<Match> {
  let previousEnd = -1;
  for (let from = 0; from <= text.length; ) {
    const match = matcher.exec(text, from);
    if (match === undefined) break;
    const [{ start, end }] = match;
    const isEmptyHere = end === from;
    if (!isEmptyHere || start !== previousEnd) yield match;
    from = isEmptyHere ? from + Math.max(1, characterLength(text, from)) : end;
    previousEnd = end;
  }
}

function characterLength(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}

/** A piece of a template: the text itself, or the number or the name of a group. */
type Piece = { readonly text: string } | { readonly group: number } | { readonly name: string };

/** Makes the expansion of a template; a group that does not exist or took no part is empty. */
function templateOf(template: string, groups: Matcher["groups"]): (text: string, match: Match) => string {
  if (!template.includes("$")) return () => template;
  const pieces = piecesOf(template);
  return (text, match) => {
    let out = "";
    for (const piece of pieces) {
      out += pieceText(piece, groups, text, match);
      requireTextLength(out.length);
    }
    return out;
  };
}

function pieceText(piece: Piece, groups: Matcher["groups"], text: string, match: Match): string {
  if ("text" in piece) return piece.text;
  const span =
    "group" in piece
      ? match[piece.group]
      : match.find((one, i) => one !== undefined && i > 0 && groups[i] === piece.name);
  return span === undefined ? "" : text.slice(span.start, span.end);
}

/** `$` and a name, the name in braces or as long as it can be; `$$` is a dollar, and so is one without a name. */
const reference = /\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu;

function piecesOf(template: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of template.matchAll(reference)) {
    if (found.index > end) pieces.push({ text: template.slice(end, found.index) });
    end = found.index + found[0].length;
    const name = found[1] ?? found[2];
    if (name === undefined) pieces.push({ text: "$" });
    else pieces.push(/^(?:0|[1-9][0-9]{0,8})$/.test(name) ? { group: Number(name) } : { name });
  }
  if (end < template.length) pieces.push({ text: template.slice(end) });
  return pieces;
}
