import { backslash, braceClose, comma, type ExpositionScanner, equal, quote } from "./exposition-scanner.ts";
import { type Label, type Labels, sortedLabels } from "./labels.ts";
import { canonicalBound, readBound } from "./number.ts";
import type { MetricType } from "./sample.ts";

const loneSurrogate = /\p{Surrogate}/u;

/** A label as the last series had it at the same place: most lines repeat most labels of the line before. */
interface Known {
  readonly written: string;
  readonly label: Label;
}

/** Reads the labels of a series, in braces. */
export class LabelReader {
  /** The metric name, where the braces hold it: `{"my.metric",a="b"}`. */
  name: string | undefined = undefined;
  readonly #scanner: ExpositionScanner;
  readonly #canonicalBounds: boolean;
  readonly #known: Known[] = [];
  #knownType: MetricType = "unknown";

  constructor(scanner: ExpositionScanner, canonicalBounds: boolean) {
    this.#scanner = scanner;
    this.#canonicalBounds = canonicalBounds;
  }

  /**
   * Reads from the opening brace to behind the closing one. `name` is the metric name before the brace; an
   * exemplar's labels may hold none.
   */
  read(type: MetricType, name: string | undefined, isExemplar = false): Labels {
    const scanner = this.#scanner;
    const labels: Label[] = [];
    this.name = name;
    if (type !== this.#knownType) this.#known.length = 0;
    this.#knownType = type;
    scanner.at++;
    for (;;) {
      scanner.skipBlanks();
      if (scanner.skip(braceClose)) return sortedLabels(labels);
      const label = this.#knownLabel(labels.length) ?? this.#label(labels.length, type, isExemplar);
      if (label !== undefined) labels.push(label);
      scanner.skipBlanks();
      if (scanner.skip(comma)) continue;
      // The older format needs no comma between labels.
      if (scanner.open && scanner.peek() !== braceClose)
        scanner.fail("exposition_label_end", { found: scanner.found() });
    }
  }

  #knownLabel(index: number): Label | undefined {
    const known = this.#known[index];
    if (known === undefined || !this.#scanner.text.startsWith(known.written, this.#scanner.at))
      return undefined;
    this.#scanner.at += known.written.length;
    return known.label;
  }

  /** Reads a label, or the metric name in quotes, which is none. */
  #label(index: number, type: MetricType, isExemplar: boolean): Label | undefined {
    const scanner = this.#scanner;
    const start = scanner.at;
    const quoted = scanner.peek() === quote;
    if (quoted) scanner.skipQuoted("name");
    else scanner.skipName(false);
    const end = scanner.at;
    if (start === end) scanner.fail("exposition_label_name", { found: scanner.found() });
    const written = scanner.text.slice(start, end);
    scanner.skipBlanks();
    if (quoted && (scanner.peek() === comma || scanner.peek() === braceClose)) {
      if (isExemplar) scanner.fail("exposition_label_equal", { label: written, found: scanner.found() });
      if (this.name !== undefined) scanner.fail("exposition_name_twice", {}, start, end);
      this.name = unescaped(written.slice(1, -1));
      return undefined;
    }
    const name = quoted ? unescaped(written.slice(1, -1)) : written;
    if (!scanner.skip(equal)) scanner.fail("exposition_label_equal", { label: name, found: scanner.found() });
    scanner.skipBlanks();
    if (scanner.peek() !== quote)
      scanner.fail("exposition_label_value", { label: name, found: scanner.found() });
    const valueStart = scanner.at;
    scanner.skipQuoted("label value", true);
    const text = scanner.text.slice(valueStart + 1, scanner.at - 1);
    if (loneSurrogate.test(text))
      scanner.fail("exposition_encoding", { what: "the label value" }, valueStart, scanner.at);
    const label = { name, value: this.#value(type, name, unescaped(text)) };
    this.#known[index] = { written: scanner.text.slice(start, scanner.at), label };
    return label;
  }

  #value(type: MetricType, name: string, value: string): string {
    const isBound = (type === "histogram" && name === "le") || (type === "summary" && name === "quantile");
    if (!isBound || !this.#canonicalBounds) return value;
    const bound = readBound(value);
    return bound === undefined ? value : canonicalBound(bound);
  }
}

/** Replaces the escapes of label values; a backslash before another character stays. */
export function unescaped(text: string): string {
  if (text.indexOf("\\") < 0) return text;
  let result = "";
  let start = 0;
  for (let i = text.indexOf("\\"); i >= 0; i = text.indexOf("\\", i)) {
    const next = text.charCodeAt(i + 1);
    const known = next === quote || next === backslash || next === 110;
    if (!known) {
      i += 1;
      continue;
    }
    result += text.slice(start, i) + (next === 110 ? "\n" : text[i + 1]);
    i += 2;
    start = i;
  }
  return result + text.slice(start);
}
