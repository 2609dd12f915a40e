import { Failure } from "../core/failure.ts";
import { byteOfEscape, isUtf16 } from "../core/utf8.ts";
import type { prometheusMessages } from "../diagnostics/codes/prometheus.ts";
import { visible } from "../diagnostics/visible.ts";
import type { ExpositionFormat } from "./sample.ts";

type Messages = typeof prometheusMessages;

/** Character codes with a meaning in the formats. */
export const tab = 9;
export const newline = 10;
export const space = 32;
export const quote = 34;
export const hash = 35;
export const comma = 44;
export const equal = 61;
export const backslash = 92;
export const braceOpen = 123;
export const braceClose = 125;

/** A position in an exposition and the smallest steps from it. */
export class ExpositionScanner {
  readonly text: string;
  /** Whether the text is OpenMetrics. */
  readonly open: boolean;
  at = 0;

  constructor(text: string, format: ExpositionFormat) {
    this.text = text;
    this.open = format === "openmetrics";
  }

  /** The character code at the position, NaN at the end. */
  peek(): number {
    return this.text.charCodeAt(this.at);
  }

  /** Skips spaces and tabs, which OpenMetrics does not allow. */
  skipBlanks(): void {
    if (this.open) return;
    while (isBlank(this.text.charCodeAt(this.at))) this.at++;
  }

  /** Skips the characters of a metric name, or of a label name, which has no colons. */
  skipName(colons: boolean): void {
    const start = this.at;
    for (; ; this.at++) {
      const code = this.text.charCodeAt(this.at);
      const letter = ((code | 32) >= 97 && (code | 32) <= 122) || code === 95 || (code === 58 && colons);
      if (!letter && !(code >= 48 && code <= 57 && this.at > start)) return;
    }
  }

  /**
   * Skips a quoted string with backslash escapes. Line breaks may be in it, but not behind a backslash nor in label
   * values of OpenMetrics; NULs only in label values.
   */
  skipQuoted(what: string, isValue = false): void {
    const start = this.at;
    const oneLine = isValue && this.open;
    for (this.at++; ; this.at++) {
      let code = this.peek();
      if (code === quote) break;
      const escaped = code === backslash;
      if (escaped) code = this.text.charCodeAt(++this.at);
      const ends =
        Number.isNaN(code) || (code === newline && (escaped || oneLine)) || (code === 0 && !isValue);
      if (ends) this.fail("exposition_quote", { what }, start, this.lineEnd(start));
    }
    this.at++;
  }

  /** Skips a character, where it is there. */
  skip(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at++;
    return true;
  }

  /** Skips the end of a line; OpenMetrics needs the line break, the older format may lack the last one. */
  skipLineEnd(): boolean {
    if (this.at < this.text.length) return this.skip(newline);
    if (this.open) this.fail("exposition_no_end", {});
    return true;
  }

  /** The offset of the next line break, or of the end. */
  lineEnd(from = this.at): number {
    const end = this.text.indexOf("\n", from);
    return end < 0 ? this.text.length : end;
  }

  /** What is at an offset, for a message. */
  found(at = this.at): string {
    const point = this.text.codePointAt(at);
    if (point === undefined) return "the end of the text";
    if (point === newline) return "the end of the line";
    if (at === 0 && isUtf16(this.text)) return "UTF-16 where UTF-8 must be";
    const character = String.fromCodePoint(point);
    const byte = byteOfEscape(character);
    if (byte !== undefined) return `what is not UTF-8 (byte ${byte})`;
    if (character === "\ufeff") return "a byte order mark (U+FEFF)";
    return visible(character);
  }

  /** Ends the scrape: the span is the character at the position unless one is given. */
  fail<C extends keyof Messages>(
    code: C,
    params: Parameters<Messages[C]>[0] extends undefined
      ? Readonly<Record<string, never>>
      : Parameters<Messages[C]>[0],
    start = this.at,
    end = start + 1,
  ): never {
    throw new Failure(code, params, { start, end });
  }
}

/** Whether a character code is a space or a tab. */
export function isBlank(code: number): boolean {
  return code === space || code === tab;
}
