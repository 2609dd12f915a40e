import { RegexpError, type RegexpReason } from "./regexp-error.ts";

/** A place in a pattern that moves forward by code points. */
export class Scanner {
  readonly pattern: string;
  position: number;
  #lastClose: number | undefined;

  constructor(pattern: string) {
    this.pattern = pattern;
    this.position = 0;
  }

  get done(): boolean {
    return this.position >= this.pattern.length;
  }

  /** Whether the rest begins with the text. */
  sees(text: string): boolean {
    return this.pattern.startsWith(text, this.position);
  }

  /** The code unit that is so many units ahead, as a string; "" past the end. */
  peek(ahead = 0): string {
    return this.pattern.charAt(this.position + ahead);
  }

  /** Passes the text if it comes next. */
  skip(text: string): boolean {
    const seen = this.sees(text);
    if (seen) this.position += text.length;
    return seen;
  }

  /** The end of the named class that begins here with `[:`, or -1; many that have none cost no more than one. */
  classEnd(): number {
    this.#lastClose ??= this.pattern.lastIndexOf(":]");
    const from = this.position + 2;
    return this.#lastClose < from ? -1 : this.pattern.indexOf(":]", from);
  }

  /** Passes one code point; throws where it is a lone surrogate, which stands for a byte that is not UTF-8. */
  rune(end = this.pattern.length): number {
    const rune = this.pattern.codePointAt(this.position) as number; // callers ask before the end only
    if (rune >= 0xd800 && rune <= 0xdfff) this.fail("invalid UTF-8", this.position, end);
    this.position += rune > 0xffff ? 2 : 1;
    return rune;
  }

  /** Throws where the pattern has a lone surrogate between the offsets. */
  checkUtf8(start: number, end: number): void {
    const here = this.position;
    this.position = start;
    while (this.position < end) this.rune(end);
    this.position = here;
  }

  /** Refuses the part of the pattern from an offset to here, or to `end`. */
  fail(reason: RegexpReason, start: number, end = this.position): never {
    throw new RegexpError(this.pattern, reason, start, end);
  }
}
