import type { Span } from "../diagnostics/diagnostic.ts";
import { MappedTextBuilder } from "./mapped-text.ts";
import type { SourceText } from "./node.ts";
import type { Placed } from "./placed.ts";

/** A line of a `.ottl` file that begins with `#`. */
export interface OttlComment {
  /** From the `#` on. */
  readonly text: string;
  /** Where it is in the file. */
  readonly span: Span;
  /** Where it stands in the text that it was taken out of. */
  readonly offset: number;
}

/** What stands between two lines `---` of a `.ottl` file: one text, its comments taken out. */
export interface OttlSection extends Placed {
  /** Its lines in the file, without those that separate it. */
  readonly span: Span;
  readonly comments: readonly OttlComment[];
}

/** Reads a `.ottl` file: texts separated by lines `---`, and comments on lines of their own. */
export function readOttlFile({ text }: SourceText): readonly OttlSection[] {
  const sections: OttlSection[] = [];
  let section = new SectionReader(text, text.startsWith("\ufeff") ? 1 : 0);
  for (let start = section.start; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline + 1;
    if (text.slice(start, end).trimEnd() === "---") {
      sections.push(section.end(start));
      section = new SectionReader(text, end);
    } else section.line(start, end);
    start = end;
  }
  return [...sections, section.end(text.length)];
}

class SectionReader {
  readonly start: number;
  readonly #source: string;
  readonly #out: MappedTextBuilder;
  readonly #comments: OttlComment[] = [];

  constructor(source: string, start: number) {
    this.start = start;
    this.#source = source;
    this.#out = new MappedTextBuilder(source);
  }

  line(start: number, end: number): void {
    const line = this.#source.slice(start, end);
    const at = line.search(/\S/);
    if (line[at] !== "#") {
      this.#out.copy(start, end);
      return;
    }
    const text = line.trim();
    const span = { start: start + at, end: start + at + text.length };
    this.#comments.push({ text, span, offset: this.#out.length });
  }

  end(end: number): OttlSection {
    const mapped = this.#out.build(end);
    return {
      text: mapped.text,
      locate: (span) => mapped.locate(span),
      span: { start: this.start, end },
      comments: this.#comments,
    };
  }
}
