import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";

/** A line of a text, where it begins, and its number from 1. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly number: number;
}

/** The lines of a text, one after another; blank ones are passed over. */
export class LineReader {
  readonly #lines: readonly Line[];
  readonly #source: string;
  readonly #file: string | undefined;
  #next = 0;

  constructor(source: string, file: string | undefined) {
    this.#source = source;
    this.#file = file;
    let start = 0;
    this.#lines = source.split("\n").flatMap((whole, i) => {
      const line = { text: whole.replace(/^\ufeff|\r$/g, ""), start, number: i + 1 };
      start += whole.length + 1;
      return line.text.trim() === "" ? [] : [line];
    });
  }

  /** The line that is read next; `undefined` at the end. */
  get line(): Line | undefined {
    return this.#lines[this.#next];
  }

  skip(): void {
    this.#next++;
  }

  /** What a pattern finds in the next line, which is read then. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const found = pattern.exec(this.line?.text ?? "\n") ?? undefined;
    if (found !== undefined) this.#next++;
    return found;
  }

  /** The same for a line that has to come. */
  require(pattern: RegExp, expected: string): RegExpExecArray {
    return this.take(pattern) ?? this.refuse(expected);
  }

  /**
   * A text that begins in the line that was read last, with its line breaks: it goes on up to the line that is
   * the last by itself and by the next one.
   */
  goOn(begin: string, isLast: (line: string, next: Line | undefined) => boolean, expected: string): string {
    let last = this.#lines[this.#next - 1] as Line; // something was read before
    const start = last.start + last.text.length - begin.length;
    let piece = begin;
    while (!isLast(piece, this.line)) {
      last = this.line ?? this.refuse(expected);
      piece = last.text;
      this.skip();
    }
    return this.#source.slice(start, last.start + last.text.length).replaceAll("\r\n", "\n");
  }

  /** Throws the error of the next line, or of the end. */
  refuse(expected: string): never {
    const { line } = this;
    // The last line that is read was cut where nothing follows that could be meant.
    const isLast = line !== undefined && this.#next === this.#lines.length - 1;
    const at = line ?? { text: "", start: this.#source.trimEnd().length };
    const span = { start: at.start, end: Math.max(at.start + at.text.length, at.start) };
    const found = line === undefined ? "nothing" : JSON.stringify(line.text.slice(0, 80));
    const hint =
      line === undefined || isLast
        ? "copy the text again, up to its end, or leave out the piece that is not whole"
        : "lines are missing before, or other output is between them: copy the text again";
    const diagnostic = makeDiagnostic(
      line === undefined || isLast ? "debug_text_cut" : "debug_text_line",
      { expected, found },
      span,
      { hint },
    );
    throw new OttlError("syntax", [diagnostic], this.#source, { file: this.#file });
  }

  /** Throws an error of the line that was read last. */
  refuseLast(expected: string): never {
    this.#next--;
    return this.refuse(expected);
  }
}
