import { joinEscapes } from "../../core/utf8.ts";
import type { Value } from "../../core/values.ts";
import { noFlags } from "./format-flags.ts";
import { GoPrinter } from "./go-printer.ts";
import { type GoValue, goValue } from "./go-value.ts";

/** Writes values into the placeholders of a format as Go's `fmt.Sprintf` does, what is wrong with them included. */
export function formatLikeGo(format: string, values: readonly Value[]): string {
  const formatter = new Formatter(format, values.map(goValue));
  return joinEscapes(formatter.run());
}

/** The greatest width, precision and number of a value. */
const greatest = 1_000_000;

class Formatter {
  readonly #format: string;
  readonly #values: readonly (GoValue | null)[];
  readonly #lastBracket: number;
  readonly #printer = new GoPrinter();
  #at = 0;
  /** The next value. */
  #next = 0;
  /** Whether any placeholder numbers its value: then values left over are not told. */
  #isReordered = false;
  /** Whether the value's number that the placeholder names is one. */
  #isNumberGood = true;
  /** Whether a value's number stands right before. */
  #isAfterNumber = false;

  constructor(format: string, values: readonly (GoValue | null)[]) {
    this.#format = format;
    this.#values = values;
    this.#lastBracket = format.lastIndexOf("]");
  }

  run(): string {
    const { length } = this.#format;
    while (this.#at < length) {
      const found = this.#format.indexOf("%", this.#at);
      const percent = found < 0 ? length : found;
      this.#printer.write(this.#format.slice(this.#at, percent));
      this.#at = percent + 1;
      if (percent < length) this.#placeholder();
    }
    if (!this.#isReordered) this.#tellLeftOver();
    return this.#printer.text;
  }

  #placeholder(): void {
    this.#isNumberGood = true;
    this.#readFlags();
    this.#readNumber();
    this.#readWidth();
    this.#readPrecision();
    if (!this.#isAfterNumber) this.#readNumber();
    const point = this.#format.codePointAt(this.#at);
    if (point === undefined) {
      this.#printer.write("%!(NOVERB)");
      return;
    }
    const verb = String.fromCodePoint(point);
    this.#at += verb.length;
    this.#print(verb);
  }

  #print(verb: string): void {
    if (verb === "%") this.#printer.write("%");
    else if (!this.#isNumberGood) this.#printer.write(`%!${verb}(BADINDEX)`);
    else if (this.#next >= this.#values.length) this.#printer.write(`%!${verb}(MISSING)`);
    else {
      const { flags } = this.#printer;
      if (verb === "v" || verb === "w") {
        flags.sharpV = flags.sharp;
        flags.plusV = flags.plus;
        flags.sharp = false;
        flags.plus = false;
      }
      this.#printer.print(this.#values[this.#next++] as GoValue | null, verb); // it is not missing
    }
  }

  #readFlags(): void {
    const flags = noFlags();
    this.#printer.flags = flags;
    for (; ; this.#at++) {
      const character = this.#format.charAt(this.#at);
      if (character === "#") flags.sharp = true;
      else if (character === "0") flags.zero = true;
      else if (character === "+") flags.plus = true;
      else if (character === "-") flags.minus = true;
      else if (character === " ") flags.space = true;
      else return;
    }
  }

  /** Reads the number of the next value, such as `[2]`. */
  #readNumber(): void {
    this.#isAfterNumber = false;
    if (this.#format.charAt(this.#at) !== "[") return;
    this.#isReordered = true;
    const start = this.#at + 1;
    const end = start > this.#lastBracket ? -1 : this.#format.indexOf("]", start);
    const number = end < 0 ? undefined : this.#wholeNumber(start, end);
    this.#isAfterNumber = number !== undefined;
    this.#at = end < 0 ? start : end + 1;
    if (number !== undefined && number >= 1 && number <= this.#values.length) this.#next = number - 1;
    else this.#isNumberGood = false;
  }

  #wholeNumber(start: number, end: number): number | undefined {
    this.#at = start;
    const number = this.#readDigits(end);
    return this.#at === end ? number : undefined;
  }

  #readWidth(): void {
    const { flags } = this.#printer;
    if (this.#format.charAt(this.#at) === "*") {
      this.#at++;
      const width = this.#valueAsNumber();
      if (width === undefined) this.#printer.write("%!(BADWIDTH)");
      else if (width < 0) {
        flags.minus = true;
        flags.zero = false;
      }
      flags.width = width === undefined ? undefined : Math.abs(width);
      this.#isAfterNumber = false;
      return;
    }
    flags.width = this.#readDigits(this.#format.length);
    if (this.#isAfterNumber && flags.width !== undefined) this.#isNumberGood = false;
  }

  #readPrecision(): void {
    const { flags } = this.#printer;
    if (this.#format.charAt(this.#at) !== "." || this.#at + 1 >= this.#format.length) return;
    this.#at++;
    if (this.#isAfterNumber) this.#isNumberGood = false;
    this.#readNumber();
    if (this.#format.charAt(this.#at) !== "*") {
      flags.precision = this.#readDigits(this.#format.length) ?? 0;
      return;
    }
    this.#at++;
    const precision = this.#valueAsNumber();
    flags.precision = precision === undefined || precision < 0 ? undefined : precision;
    if (flags.precision === undefined) this.#printer.write("%!(BADPREC)");
    this.#isAfterNumber = false;
  }

  /** The next value where it is a whole number that is not too great. */
  #valueAsNumber(): number | undefined {
    const value = this.#values[this.#next];
    if (value !== undefined) this.#next++;
    if (value?.kind !== "int" && value?.kind !== "uint") return undefined;
    const number = Number(value.value);
    return Math.abs(number) > greatest ? undefined : number;
  }

  /** The number that digits say; one that is much too great swallows all that follows. */
  #readDigits(end: number): number | undefined {
    let number: number | undefined;
    for (; this.#at < end; this.#at++) {
      const digit = this.#format.charCodeAt(this.#at) - 0x30;
      if (!(digit >= 0 && digit <= 9)) break;
      if (number !== undefined && number > greatest) {
        this.#at = end;
        return undefined;
      }
      number = (number ?? 0) * 10 + digit;
    }
    return number;
  }

  #tellLeftOver(): void {
    const left = this.#values.slice(this.#next);
    if (left.length === 0) return;
    const printer = this.#printer;
    printer.flags = noFlags();
    printer.write("%!(EXTRA ");
    left.forEach((value, i) => {
      if (i > 0) printer.write(", ");
      if (value !== null) printer.write(`${value.type}=`);
      printer.print(value, "v");
    });
    printer.write(")");
  }
}
