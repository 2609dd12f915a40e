import {
  braceOpen,
  ExpositionScanner,
  hash,
  isBlank,
  newline,
  quote,
  space,
  tab,
} from "./exposition-scanner.ts";
import { LabelReader, unescaped } from "./label-reader.ts";
import type { Labels } from "./labels.ts";
import { readNumber } from "./number.ts";
import type { Exemplar, ExpositionFormat, Metadata, MetadataLine, MetricType, Sample } from "./sample.ts";

const textTypes: Readonly<Record<string, MetricType>> = {
  counter: "counter",
  gauge: "gauge",
  histogram: "histogram",
  summary: "summary",
  untyped: "unknown",
};
const openMetricsTypes: Readonly<Record<string, MetricType>> = {
  counter: "counter",
  gauge: "gauge",
  histogram: "histogram",
  gaugehistogram: "gaugehistogram",
  summary: "summary",
  info: "info",
  stateset: "stateset",
  unknown: "unknown",
};
const maxTimestamp = 2n ** 63n - 1n;
const loneSurrogate = /\p{Surrogate}/u;
const exemplarMark = " # {";

/**
 * Reads one exposition, line by line. Both formats share a grammar; OpenMetrics wants one space where the older
 * format takes any blanks, has more types, exemplars and an end mark.
 */
export class ExpositionParser {
  readonly samples: Sample[] = [];
  readonly metadata: MetadataLine[] = [];
  readonly #scanner: ExpositionScanner;
  readonly #labels: LabelReader;
  /** The type of the last TYPE line, whether or not the samples after it are of its family. */
  #type: MetricType = "unknown";

  constructor(text: string, format: ExpositionFormat, canonicalBounds: boolean) {
    this.#scanner = new ExpositionScanner(text, format);
    this.#labels = new LabelReader(this.#scanner, canonicalBounds);
  }

  /** Reads to the end; throws a `Failure` with the span of what is wrong. */
  run(): void {
    while (this.#line());
  }

  /** Reads a line; `false` at the end of the exposition. */
  #line(): boolean {
    const scanner = this.#scanner;
    const start = scanner.at;
    scanner.skipBlanks();
    const code = scanner.peek();
    if (code === hash) return this.#comment(start);
    if (scanner.open) {
      if (Number.isNaN(code)) scanner.fail("exposition_no_end", {});
    } else {
      if (code === newline) return scanner.skip(newline);
      // A NUL where a line begins is the end, as the reference's lexer has it.
      if (Number.isNaN(code) || code === 0) return false;
    }
    this.#sample(start);
    return true;
  }

  #comment(start: number): boolean {
    const scanner = this.#scanner;
    scanner.at++;
    const separated = scanner.peek() === space || (scanner.peek() === tab && !scanner.open);
    if (scanner.open) scanner.at++;
    else scanner.skipBlanks();
    if (separated) {
      if (scanner.open && scanner.text.startsWith("EOF", scanner.at)) return this.#end();
      const keyword = scanner.text.slice(scanner.at, scanner.at + 4);
      const known = keyword === "HELP" || keyword === "TYPE" || (keyword === "UNIT" && scanner.open);
      const after = scanner.text.charCodeAt(scanner.at + 4);
      if (known && (after === space || (after === tab && !scanner.open))) {
        scanner.at += 5;
        scanner.skipBlanks();
        this.#metadata(keyword, start);
        return true;
      }
    }
    if (scanner.open) scanner.fail("exposition_line_start", { found: "a comment" }, start);
    const end = scanner.lineEnd();
    // So does one at the start of a comment, or anywhere in a comment without a blank behind the hash.
    const ended = scanner.peek() === 0 || (!separated && scanner.text.slice(scanner.at, end).includes("\0"));
    scanner.at = end + 1;
    return !ended;
  }

  #end(): boolean {
    const scanner = this.#scanner;
    scanner.at += 3;
    scanner.skip(newline);
    if (scanner.at < scanner.text.length) scanner.fail("exposition_after_end", {});
    return false;
  }

  #metadata(keyword: string, offset: number): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    const quoted = scanner.peek() === quote;
    if (quoted) scanner.skipQuoted("metric name");
    else scanner.skipName(true);
    const nameEnd = scanner.at;
    if (start === nameEnd) scanner.fail("exposition_metadata_name", { keyword, found: scanner.found() });
    const name = quoted ? scanner.text.slice(start + 1, nameEnd - 1) : scanner.text.slice(start, nameEnd);
    const end = scanner.lineEnd();
    const text = this.#metadataText(keyword, nameEnd, end);
    this.metadata.push({ name, offset, ...this.#metadataOf(keyword, name, text, end) });
    scanner.at = end + 1;
  }

  /** The rest of a metadata line without its separator, one byte whatever it is. */
  #metadataText(keyword: string, start: number, end: number): string {
    const scanner = this.#scanner;
    const rest = scanner.text.slice(start, end);
    if (scanner.open) {
      if (rest[0] !== " " || end === scanner.text.length)
        scanner.fail("exposition_metadata_text", { keyword }, start, end);
      return rest.slice(1);
    }
    if (rest[0] === "\0") scanner.fail("exposition_line_end", { found: scanner.found() });
    // The first byte of a longer character goes alone.
    if (keyword === "HELP" && rest.charCodeAt(0) > 127)
      scanner.fail("exposition_encoding", { what: "the help text" }, start, end);
    return isAllBlank(rest) ? "" : rest.slice(1);
  }

  #metadataOf(keyword: string, name: string, text: string, end: number): Partial<Metadata> {
    const scanner = this.#scanner;
    const start = end - text.length;
    if (keyword === "TYPE") {
      const types = scanner.open ? openMetricsTypes : textTypes;
      if (!Object.hasOwn(types, text))
        scanner.fail("exposition_type", { type: text, valid: Object.keys(types) }, start, end);
      this.#type = types[text] as MetricType;
      return { type: this.#type };
    }
    if (keyword === "HELP") {
      if (loneSurrogate.test(text))
        scanner.fail("exposition_encoding", { what: "the help text" }, start, end);
      return { help: scanner.open ? unescaped(text) : unescapedHelp(text) };
    }
    if (text !== "" && !name.endsWith(`_${text}`))
      scanner.fail("exposition_unit", { unit: text, name }, start, end);
    return { unit: text };
  }

  #sample(start: number): void {
    const scanner: ExpositionScanner = this.#scanner;
    const nameStart = scanner.at;
    let name: string | undefined;
    let end = nameStart;
    if (scanner.peek() !== braceOpen) {
      scanner.skipName(true);
      end = scanner.at;
      if (end === nameStart) scanner.fail("exposition_line_start", { found: scanner.found() });
      // The reference takes blanks before the name for a part of it.
      name = scanner.text.slice(start, end);
      scanner.skipBlanks();
    }
    let labels: Labels = [];
    if (scanner.peek() === braceOpen) {
      labels = this.#labels.read(this.#type, name);
      name = this.#labels.name;
      end = scanner.at;
    }
    if (name === undefined) scanner.fail("exposition_name_missing", {}, nameStart, end);
    const series = scanner.text.slice(start, end);
    const value = this.#value();
    const sample = { name, labels, value, series, offset: start };
    scanner.skipBlanks();
    if (scanner.skipLineEnd()) this.samples.push(sample);
    else if (this.#hasRest()) this.samples.push({ ...sample, ...this.#rest() });
    else {
      // In OpenMetrics the sample counts, and the next line is what is wrong.
      if (scanner.open) this.samples.push(sample);
      scanner.fail("exposition_timestamp", { found: scanner.found() });
    }
  }

  #value(): number {
    const scanner = this.#scanner;
    if (scanner.open) {
      if (!scanner.skip(space)) scanner.fail("exposition_value_missing", { found: scanner.found() });
    } else scanner.skipBlanks();
    return this.#number();
  }

  /** Reads a number up to the next blank. */
  #number(): number {
    const scanner = this.#scanner;
    const start = scanner.at;
    for (; ; scanner.at++) {
      const code = scanner.peek();
      if (Number.isNaN(code) || code === newline || code === space) break;
      if (!scanner.open && (code === tab || code === braceOpen)) break;
    }
    if (start === scanner.at) scanner.fail("exposition_value_missing", { found: scanner.found() });
    const number = readNumber(scanner.text, start, scanner.at);
    if (typeof number === "number") return number;
    const text = scanner.text.slice(start, scanner.at);
    return scanner.fail(
      number === "range" ? "exposition_value_range" : "exposition_value",
      { text },
      start,
      scanner.at,
    );
  }

  #hasRest(): boolean {
    const scanner = this.#scanner;
    if (!scanner.open) return isDigit(scanner.peek());
    const next = scanner.text.charCodeAt(scanner.at + 1);
    return scanner.peek() === space && next !== space && next !== newline;
  }

  /** What may follow the value: a timestamp and, in OpenMetrics, an exemplar. */
  #rest(): { timestamp?: bigint; exemplar?: Exemplar } {
    const scanner = this.#scanner;
    if (this.#isExemplar()) return { exemplar: this.#exemplar() };
    const timestamp = scanner.open ? this.#seconds() : this.#milliseconds();
    scanner.skipBlanks();
    if (scanner.skipLineEnd()) return { timestamp };
    if (!this.#isExemplar()) scanner.fail("exposition_line_end", { found: scanner.found() });
    return { timestamp, exemplar: this.#exemplar() };
  }

  #isExemplar(): boolean {
    return this.#scanner.open && this.#scanner.text.startsWith(exemplarMark, this.#scanner.at);
  }

  #exemplar(): Exemplar {
    const scanner = this.#scanner;
    scanner.at += exemplarMark.length - 1;
    const labels = this.#labels.read("unknown", "", true);
    const value = this.#value();
    if (scanner.skipLineEnd()) return { labels, value };
    const timestamp = this.#seconds();
    if (!scanner.skipLineEnd()) scanner.fail("exposition_line_end", { found: scanner.found() });
    return { labels, value, timestamp };
  }

  /** A timestamp of the older format: digits only. */
  #milliseconds(): bigint {
    const scanner = this.#scanner;
    const start = scanner.at;
    while (isDigit(scanner.peek())) scanner.at++;
    const text = scanner.text.slice(start, scanner.at);
    const value = text.replace(/^0+/, "").length > 19 ? maxTimestamp + 1n : BigInt(text);
    if (value > maxTimestamp) scanner.fail("exposition_timestamp_range", { text }, start, scanner.at);
    return value;
  }

  /** A timestamp of OpenMetrics: seconds, with any fraction. */
  #seconds(): bigint {
    const scanner = this.#scanner;
    if (!scanner.skip(space)) scanner.fail("exposition_timestamp", { found: scanner.found() });
    const start = scanner.at;
    const value = Math.trunc(this.#number() * 1000);
    if (!Number.isFinite(value))
      scanner.fail(
        "exposition_timestamp_range",
        { text: scanner.text.slice(start, scanner.at) },
        start,
        scanner.at,
      );
    return BigInt.asIntN(64, BigInt(value));
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAllBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
}

/** Help texts of the older format keep an escaped quote. */
function unescapedHelp(text: string): string {
  return text.replace(/\\([\\n])/g, (_, c) => (c === "n" ? "\n" : "\\"));
}
