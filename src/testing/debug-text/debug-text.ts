/**
 * Reads what the Collector's debug exporter prints of metrics with `verbosity: detailed`, by the rules of its
 * `internal/otlptext`. A resource and a scope may be missing, which the exporter's `output` setting leaves out.
 */
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { dataPointsOf, recordsOf } from "../../engine/records.ts";
import type {
  InstrumentationScope,
  KeyValue,
  Metric,
  MetricsData,
  Resource,
  ResourceMetrics,
  ScopeMetrics,
} from "../../shapes/records.ts";
import { type Line, LineReader } from "./line-reader.ts";
import { PointReader } from "./point-reader.ts";
import { printedValue, valueTypes } from "./printed-value.ts";

/** What a text says. */
export interface DebugText {
  readonly payloads: readonly MetricsData[];
  /** What the text leaves open, one sentence each. */
  readonly doubts: readonly string[];
}

/** Begin of a payload: behind what a logger writes before it, or by itself. */
const begin = /^(?:[^#\n]*\s)?(Resource(?:Metrics|Spans|Logs|Profiles|Entity)) #0\s*$/;
/** A piece of a payload that is never the first line of one. */
const inside =
  /^(?:(?:Resource|Scope)(?:Metrics|Spans|Logs|Profiles) #\d+|(?:Metric|Span|LogRecord) #\d+|\w+DataPoints #\d+|Descriptor:|Data point attributes:|StartTimestamp: |Resource SchemaURL:)/;
const anyBegin = new RegExp(`${begin.source}|${inside.source}`, "m");

/** Whether a text holds something that the debug exporter prints, the begin of which may be missing. */
export function isDebugText(text: string): boolean {
  return anyBegin.test(text);
}

/**
 * Reads the payloads of a text, which other lines of the Collector's log may surround.
 *
 * @throws {OttlError} of phase `syntax` at the line where the text is cut, has a gap, or is about another signal.
 */
export function parseDebugText(text: string, file?: string): DebugText {
  return new DebugTextReader(text, file).read();
}

/** The line of JSON with which the Collector's logger ends what it logs, and the begin of something else that it logs. */
const closing = /^\s+\{\s*"|^\d{4}-\d\d-\d\d[T ][\d:.]+\S*\s+\w+\s/;

/** The line before a payload, which counts what is in it. */
const totals = /"resource metrics": (\d+), "metrics": (\d+), "data points": (\d+)/;

function totalsOf(payload: MetricsData): string {
  const metrics = [...recordsOf("metric", payload)];
  const points = metrics.reduce((sum, { metric }) => sum + dataPointsOf(metric ?? {}).length, 0);
  return [payload.resourceMetrics?.length, metrics.length, points].join(" ");
}

/** What can follow the value of an attribute. */
const anyLine = new RegExp(
  `^\\s+-> |${begin.source}|${inside.source}|${closing.source}|^(?:Exemplars?|InstrumentationScope|Value|Timestamp|Resource entity refs)\\b`,
);

/** A bracket closes a value where something else follows. */
function endsValue(line: string, next: Line | undefined): boolean {
  return /\)\s*$/.test(line) && (next === undefined || anyLine.test(next.text));
}

class DebugTextReader {
  readonly #text: string;
  readonly #file: string | undefined;
  readonly #lines: LineReader;
  readonly #points: PointReader;
  readonly #doubts: string[] = [];

  constructor(text: string, file: string | undefined) {
    this.#text = text;
    this.#file = file;
    this.#lines = new LineReader(text, file);
    this.#points = new PointReader(
      this.#lines,
      (header, indent) => this.#attributes(header, indent),
      (doubt) => {
        if (!this.#doubts.includes(doubt)) this.#doubts.push(doubt);
      },
    );
  }

  read(): DebugText {
    const payloads: MetricsData[] = [];
    let announced: string | undefined;
    for (let line = this.#lines.line; line !== undefined; line = this.#lines.line) {
      const signal = begin.exec(line.text)?.[1];
      if (signal !== undefined && signal !== "ResourceMetrics") this.#refuseSignal(line, signal);
      if (signal === undefined && !/^(ScopeMetrics|Metric) #0\s*$/.test(line.text)) {
        if (inside.test(line.text)) this.#lines.refuse("ResourceMetrics #0, with which a payload begins");
        announced = totals.exec(line.text)?.slice(1, 4).join(" ") ?? announced;
        this.#lines.skip();
        continue;
      }
      const payload = this.#payload(line);
      payloads.push(payload);
      if (announced !== undefined && announced !== totalsOf(payload)) this.#doubts.push(this.#differs(line));
      announced = undefined;
    }
    return { payloads, doubts: this.#doubts };
  }

  #refuseSignal({ start, text }: Line, found: string): never {
    const span = { start: start + text.lastIndexOf(found), end: start + text.trimEnd().length };
    throw new OttlError("syntax", [makeDiagnostic("debug_text_signal", { found }, span)], this.#text, {
      file: this.#file,
    });
  }

  #payload(first: Line): MetricsData {
    const resourceMetrics: ResourceMetrics[] = [];
    const logged = !/^(?:Resource|Scope)?Metrics? #0/.test(first.text);
    if (begin.test(first.text)) {
      this.#lines.skip();
      resourceMetrics.push(this.#resource());
      while (
        !this.#isNext(/^ResourceMetrics #0\s*$/) &&
        this.#item("ResourceMetrics", resourceMetrics.length)
      )
        resourceMetrics.push(this.#resource());
    } else resourceMetrics.push({ scopeMetrics: this.#scopes() });
    const { line } = this.#lines;
    if (line === undefined) {
      if (logged) this.#doubts.push(this.#unclosed(first));
    } else if (closing.test(line.text)) {
      if (/^\s/.test(line.text)) this.#lines.skip();
    } else if (!begin.test(line.text) && !/^(ScopeMetrics|Metric) #0\s*$/.test(line.text))
      this.#lines.refuse("a line of the debug exporter");
    return { resourceMetrics };
  }

  #differs(first: Line): string {
    const line = this.#lines.numberOf(first);
    return `the payload that begins at line ${line} is not whole: the line before tells of other numbers of metrics and data points`;
  }

  #unclosed(first: Line): string {
    const line = this.#lines.numberOf(first);
    return `the payload that begins at line ${line} may be cut: the line of JSON is missing with which the Collector's logger ends it`;
  }

  #isNext(pattern: RegExp): boolean {
    return pattern.test(this.#lines.line?.text ?? "");
  }

  /** Reads the heading of an item, whose number has to be the next one. */
  #item(name: string, index: number): boolean {
    if (!this.#isNext(new RegExp(`^${name} #\\d+\\s*$`))) return false;
    this.#lines.require(new RegExp(`^${name} #${index}\\s*$`), `${name} #${index}`);
    return true;
  }

  #resource(): ResourceMetrics {
    const [, schemaUrl = ""] = this.#lines.require(
      /^Resource SchemaURL:\s*(\S*)\s*$/,
      '"Resource SchemaURL:"',
    );
    const attributes = this.#attributes("Resource attributes", "");
    if (this.#lines.take(/^Resource entity refs:\s*$/)) while (this.#lines.take(/^\s+-> /));
    const resource: Resource = attributes.length === 0 ? {} : { attributes };
    return { resource, scopeMetrics: this.#scopes(), ...(schemaUrl === "" ? {} : { schemaUrl }) };
  }

  /** The scopes of a resource; metrics without one are each time from number 0 those of another. */
  #scopes(): ScopeMetrics[] {
    const scopes: ScopeMetrics[] = [];
    while (true) {
      if (this.#isNext(/^Metric #0\s*$/)) scopes.push({ metrics: this.#metrics() });
      else if (scopes.length > 0 && this.#isNext(/^ScopeMetrics #0\s*$/)) return scopes;
      else if (this.#item("ScopeMetrics", scopes.length)) scopes.push(this.#scope());
      else return scopes;
    }
  }

  #scope(): ScopeMetrics {
    const [, schemaUrl = ""] = this.#lines.require(
      /^ScopeMetrics SchemaURL:\s*(\S*)\s*$/,
      '"ScopeMetrics SchemaURL:"',
    );
    const [, named = ""] = this.#lines.require(/^InstrumentationScope(?: (.*))?$/, '"InstrumentationScope"');
    const space = named.lastIndexOf(" ");
    const name = space < 0 ? named : named.slice(0, space);
    const version = space < 0 ? "" : named.slice(space + 1);
    const attributes = this.#attributes("InstrumentationScope attributes", "");
    const scope: InstrumentationScope = {
      ...(name === "" ? {} : { name }),
      ...(version === "" ? {} : { version }),
      ...(attributes.length === 0 ? {} : { attributes }),
    };
    return { scope, metrics: this.#metrics(), ...(schemaUrl === "" ? {} : { schemaUrl }) };
  }

  #metrics(): Metric[] {
    const metrics: Metric[] = [];
    while (!(metrics.length > 0 && this.#isNext(/^Metric #0\s*$/)) && this.#item("Metric", metrics.length))
      metrics.push(this.#metric());
    return metrics;
  }

  #metric(): Metric {
    const lines = this.#lines;
    lines.require(/^Descriptor:\s*$/, '"Descriptor:"');
    const [, name = ""] = lines.require(/^\s+-> Name:\s?(.*)$/, '"-> Name:"');
    const [, described = ""] = lines.require(/^\s+-> Description:\s?(.*)$/, '"-> Description:"');
    const endsDescription = (_: string, next: Line | undefined) =>
      next === undefined || /^\s+-> Unit:/.test(next.text) || inside.test(next.text);
    const description = lines.goOn(described, endsDescription, '"-> Unit:"');
    const [, unit = ""] = lines.require(/^\s+-> Unit:\s?(.*)$/, '"-> Unit:"');
    const [, type = ""] = lines.require(
      /^\s+-> DataType: (Empty|None|Gauge|Sum|Histogram|ExponentialHistogram|Summary)\s*$/,
      '"-> DataType:" and one of Gauge, Sum, Histogram, ExponentialHistogram, Summary',
    );
    const metadata = this.#attributes("     -> Metadata", "     ");
    return {
      name,
      ...(description === "" ? {} : { description }),
      ...(unit === "" ? {} : { unit }),
      ...this.#points.data(type),
      ...(metadata.length === 0 ? {} : { metadata }),
    };
  }

  /** Attributes below a heading; none where it is missing. */
  #attributes(header: string, indent: string): KeyValue[] {
    const attributes: KeyValue[] = [];
    if (!this.#lines.take(new RegExp(`^\\s*${header.trim()}:\\s*$`))) return attributes;
    const entry = new RegExp(`^${indent}\\s+-> (.*?): (${valueTypes})\\((.*)$`);
    if (!this.#isNext(entry)) this.#lines.refuse(`an attribute, such as "-> key: Str(text)"`);
    for (let found = this.#lines.take(entry); found; found = this.#lines.take(entry)) {
      const [, key = "", type = "", rest = ""] = found;
      const whole = this.#lines.goOn(rest, endsValue, `")", which ends the value of ${key}`);
      const value = printedValue(type, whole.replace(/\)\s*$/, ""));
      if (value === undefined) this.#lines.refuseLast(`a value of type ${type}`);
      attributes.push({ key, value });
    }
    return attributes;
  }
}
