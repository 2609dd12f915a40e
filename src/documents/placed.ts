import type { Span } from "../diagnostics/diagnostic.ts";
import { MappedTextBuilder } from "./mapped-text.ts";

/** A text and where its ranges are in a file. */
export interface Placed {
  readonly text: string;
  readonly locate: (span: Span) => Span;
}

/** A range of a text with what takes its place. */
export interface Replacement extends Span {
  readonly text: string;
}

/** A text with ranges of it replaced, given from front to back; a replacement is where the range was. */
export function replaced({ text, locate }: Placed, replacements: readonly Replacement[]): Placed {
  const builder = new MappedTextBuilder(text);
  let at = 0;
  for (const { start, end, text: by } of replacements) {
    builder.copy(at, start);
    builder.replace(by, start, end);
    at = end;
  }
  builder.copy(at, text.length);
  const mapped = builder.build(text.length);
  return { text: mapped.text, locate: (span) => locate(mapped.locate(span)) };
}

/** A text with every occurrence of a word replaced. */
export function placedWith(placed: Placed, word: string, by: string): Placed {
  const replacements: Replacement[] = [];
  const { length } = word;
  for (let at = placed.text.indexOf(word); at >= 0; at = placed.text.indexOf(word, at + length))
    replacements.push({ start: at, end: at + length, text: by });
  return replacements.length === 0 ? placed : replaced(placed, replacements);
}
