/**
 * What the characters of a YAML scalar stand for, as yaml.v3's scanner reads them (scannerc.go): line folding,
 * escapes, block indentation and chomping. Every piece of the value remembers where it is written.
 */
import { Failure } from "../core/failure.ts";
import { type MappedText, MappedTextBuilder } from "./mapped-text.ts";

export type FlowStyle = "plain" | "single" | "double";

/** The text of a scalar written at `[from, to)`, quotes included; throws a `Failure` with a span for a bad escape. */
export function flowScalarText(source: string, from: number, to: number, style: FlowStyle): MappedText {
  return new FlowReader(source, from, to, style).read();
}

const ordinary = {
  plain: /[^ \t\r\n\x85\u2028\u2029]+/y,
  single: /[^ \t\r\n\x85\u2028\u2029']+/y,
  double: /[^ \t\r\n\x85\u2028\u2029\\]+/y,
};
const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "'": "'",
  "\\": "\\",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};
const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

class FlowReader {
  readonly #source: string;
  readonly #style: FlowStyle;
  readonly #end: number;
  readonly #out: MappedTextBuilder;
  #at: number;

  constructor(source: string, from: number, to: number, style: FlowStyle) {
    const quote = style === "plain" ? 0 : 1;
    this.#source = source;
    this.#style = style;
    this.#at = from + quote;
    this.#end = Math.max(this.#at, to - quote);
    this.#out = new MappedTextBuilder(source);
  }

  read(): MappedText {
    while (this.#at < this.#end) {
      const start = this.#at;
      const run = ordinary[this.#style];
      run.lastIndex = start;
      if (run.test(this.#source)) {
        this.#at = Math.min(run.lastIndex, this.#end);
        this.#out.copy(start, this.#at);
      } else if (this.#source[start] === "'") {
        if (start + 1 >= this.#end)
          throw new Failure("yaml_quote_open", { quote: "'" }, { start, end: start + 1 });
        this.#at += 2;
        this.#out.replace("'", start, this.#at);
      } else if (this.#source[start] === "\\") this.#escape();
      else this.#gap(start);
    }
    return this.#out.build(this.#end);
  }

  #escape(): void {
    const start = this.#at;
    if (start + 1 >= this.#end)
      throw new Failure("yaml_quote_open", { quote: '"' }, { start, end: start + 1 });
    const letter = this.#source[start + 1] ?? "";
    if (breakLength(this.#source, start + 1) > 0) {
      this.#at = start + 1 + breakLength(this.#source, start + 1);
      this.#gap(start, "");
      return;
    }
    const plain = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
    const count = Object.hasOwn(digits, letter) ? digits[letter] : undefined;
    this.#at = Math.min(start + 2 + (count ?? 0), this.#end);
    const text =
      plain ?? (count === undefined ? undefined : character(this.#source.slice(start + 2, this.#at), count));
    if (text === undefined)
      throw new Failure(
        "yaml_escape",
        { escape: this.#source.slice(start, this.#at) },
        { start, end: this.#at },
      );
    this.#out.replace(text, start, this.#at);
  }

  /** Blanks, kept as they are, or line breaks with the blanks around them, folded; after an escaped break `first` is given. */
  #gap(start: number, first?: string): void {
    let leading = first;
    let rest = "";
    for (; this.#at < this.#end; ) {
      const length = breakLength(this.#source, this.#at);
      if (length > 0) {
        const text = breakText(this.#source, this.#at);
        if (leading === undefined) leading = text;
        else rest += text;
        this.#at += length;
      } else if (isBlank(this.#source, this.#at)) this.#at++;
      else break;
    }
    if (leading === undefined) this.#out.copy(start, this.#at);
    else if (leading === "\n") this.#out.replace(rest === "" ? " " : rest, start, this.#at);
    else this.#out.replace(leading + rest, start, this.#at);
  }
}

function character(hex: string, count: number): string | undefined {
  if (hex.length !== count || !/^[\da-fA-F]+$/.test(hex)) return undefined;
  const point = Number.parseInt(hex, 16);
  return point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? undefined : String.fromCodePoint(point);
}

/** What the header of a block scalar says, and how far its parent is indented (-1 for none). */
export interface BlockHeader {
  readonly folded: boolean;
  readonly chomp: "strip" | "clip" | "keep";
  /** The indentation indicator, 0 for none. */
  readonly increment: number;
  readonly parentIndent: number;
}

/** The text of a block scalar whose lines are at `[from, to)`; throws a `Failure` with a span for tabs as indentation. */
export function blockScalarText(source: string, from: number, to: number, header: BlockHeader): MappedText {
  return new BlockReader(source, from, to, header).read();
}

/** Line breaks that were read but not yet written. */
interface Breaks {
  readonly text: string;
  readonly start: number;
}

class BlockReader {
  readonly #source: string;
  readonly #end: number;
  readonly #header: BlockHeader;
  readonly #out: MappedTextBuilder;
  #at: number;
  #lineStart: number;
  #indent: number;

  constructor(source: string, from: number, to: number, header: BlockHeader) {
    this.#source = source;
    this.#end = to;
    this.#header = header;
    this.#out = new MappedTextBuilder(source);
    this.#at = from;
    this.#lineStart = from;
    this.#indent = header.increment > 0 ? Math.max(0, header.parentIndent) + header.increment : 0;
  }

  read(): MappedText {
    const { folded, chomp } = this.#header;
    let first: Breaks = { text: "", start: this.#at };
    let rest = this.#breaks();
    let followsBlank = false;
    while (this.#at < this.#end && this.#at - this.#lineStart === this.#indent) {
      const blank = isBlank(this.#source, this.#at);
      const folds = folded && !followsBlank && !blank && first.text === "\n";
      if (!folds) this.#out.replace(first.text, first.start, rest.text === "" ? this.#at : rest.start);
      else if (rest.text === "") this.#out.replace(" ", first.start, this.#at);
      this.#out.replace(rest.text, folds ? first.start : rest.start, this.#at);
      followsBlank = blank;
      this.#line();
      first = { text: breakText(this.#source, this.#at), start: this.#at };
      this.#break();
      rest = this.#breaks();
    }
    if (chomp !== "strip")
      this.#out.replace(first.text, first.start, rest.text === "" ? this.#at : rest.start);
    if (chomp === "keep") this.#out.replace(rest.text, rest.start, this.#at);
    return this.#out.build(this.#end);
  }

  #line(): void {
    const start = this.#at;
    while (this.#at < this.#end && breakLength(this.#source, this.#at) === 0) this.#at++;
    this.#out.copy(start, this.#at);
  }

  #break(): void {
    if (this.#at >= this.#end) return;
    this.#at += breakLength(this.#source, this.#at);
    this.#lineStart = this.#at;
  }

  /** Skips indentation and empty lines; the first time finds out how far the lines are indented. */
  #breaks(): Breaks {
    const start = this.#at;
    let text = "";
    let widest = 0;
    for (;;) {
      while (this.#isIndentation() && this.#source[this.#at] === " ") this.#at++;
      widest = Math.max(widest, this.#at - this.#lineStart);
      if (this.#isIndentation() && this.#source[this.#at] === "\t")
        throw new Failure("yaml_tab_indentation", {}, { start: this.#at, end: this.#at + 1 });
      if (this.#at >= this.#end || breakLength(this.#source, this.#at) === 0) break;
      text += breakText(this.#source, this.#at);
      this.#break();
    }
    if (this.#indent === 0) this.#indent = Math.max(widest, this.#header.parentIndent + 1, 1);
    return { text, start };
  }

  #isIndentation(): boolean {
    return this.#at < this.#end && (this.#indent === 0 || this.#at - this.#lineStart < this.#indent);
  }
}

function isBlank(source: string, at: number): boolean {
  const c = source[at];
  return c === " " || c === "\t";
}

/** The length of the line break at an offset, 0 where there is none. */
function breakLength(source: string, at: number): number {
  switch (source[at]) {
    case "\r":
      return source[at + 1] === "\n" ? 2 : 1;
    case "\n":
    case "\x85":
    case "\u2028":
    case "\u2029":
      return 1;
    default:
      return 0;
  }
}

/** What the line break at an offset stands for; empty where there is none. */
function breakText(source: string, at: number): string {
  const c = source[at];
  if (c === "\u2028" || c === "\u2029") return c;
  return breakLength(source, at) > 0 ? "\n" : "";
}
