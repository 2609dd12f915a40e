/**
 * Reads what the Collector's debug exporter prints with `verbosity: detailed`, by the rules of its `internal/otlptext`. A
 * resource and a scope may be missing, which the exporter's `output` setting leaves out.
 */
import { type Signal, type SignalName, signals, type TelemetryData } from "../../collector/signals.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { dataPointsOf, recordsOf } from "../../engine/records.ts";
import type { InstrumentationScope, Resource } from "../../shapes/records.ts";
import { type Line, LineReader } from "./line-reader.ts";
import { readLog } from "./log-reader.ts";
import { MetricReader } from "./metric-reader.ts";
import { begin, closing, inside } from "./printed-lines.ts";
import { readAttributes } from "./read-attributes.ts";
import { SpanReader } from "./span-reader.ts";

/** What a text says. */
export interface DebugText {
  readonly payloads: readonly TelemetryData[];
  /** What the text leaves open, one sentence each. */
  readonly doubts: readonly string[];
}

const anyBegin = new RegExp(`${begin.source}|${inside.source}`, "m");

/** Whether a text holds something that the debug exporter prints, the begin of which may be missing. */
export function isDebugText(text: string): boolean {
  return anyBegin.test(text);
}

/**
 * Reads the payloads of a text, which other lines of the Collector's log may surround.
 *
 * @throws {OttlError} of phase `syntax` at the line where the text is cut, has a gap, or is about profiles.
 */
export function parseDebugText(text: string, file?: string): DebugText {
  return new DebugTextReader(text, file).read();
}

/** How the parts of a signal are headed, and counted in the line before a payload. */
interface Printed {
  readonly signal: Signal;
  readonly resource: string;
  readonly scope: string;
  readonly item: string;
  readonly totals: RegExp;
  /** A scope or an item that a payload can begin with. */
  readonly first: RegExp;
}

function signalOf(name: SignalName): Signal {
  return signals.find((signal) => signal.name === name) as Signal; // each has its name
}

const printed: readonly Printed[] = [
  {
    signal: signalOf("metrics"),
    resource: "ResourceMetrics",
    scope: "ScopeMetrics",
    item: "Metric",
    totals: /"resource metrics": (\d+), "metrics": (\d+), "data points": (\d+)/,
    first: /^(?:ScopeMetrics|Metric) #0\s*$/,
  },
  {
    signal: signalOf("traces"),
    resource: "ResourceSpans",
    scope: "ScopeSpans",
    item: "Span",
    totals: /"resource spans": (\d+), "spans": (\d+)/,
    first: /^(?:ScopeSpans|Span) #0\s*$/,
  },
  {
    signal: signalOf("logs"),
    resource: "ResourceLog",
    scope: "ScopeLogs",
    item: "LogRecord",
    totals: /"resource logs": (\d+), "log records": (\d+)/,
    first: /^(?:ScopeLogs|LogRecord) #0\s*$/,
  },
];

/** What the line before a payload counts. */
const counted: Readonly<Record<SignalName, string>> = {
  metrics: "metrics and data points",
  traces: "spans",
  logs: "log records",
};

function totalsOf({ name, resources, contexts }: Signal, payload: TelemetryData): string {
  const [, , context = ""] = contexts;
  const counts = [payload[resources]?.length ?? 0, [...recordsOf(context, payload)].length];
  if (name !== "metrics") return counts.join(" ");
  const points = [...recordsOf("metric", payload)].map(({ metric }) => dataPointsOf(metric ?? {}).length);
  return [...counts, points.reduce((sum, count) => sum + count, 0)].join(" ");
}

class DebugTextReader {
  readonly #text: string;
  readonly #file: string | undefined;
  readonly #lines: LineReader;
  readonly #items: Readonly<Record<SignalName, () => object>>;
  readonly #doubts: string[] = [];

  constructor(text: string, file: string | undefined) {
    this.#text = text;
    this.#file = file;
    this.#lines = new LineReader(text, file);
    const metrics = new MetricReader(this.#lines, (doubt) => {
      if (!this.#doubts.includes(doubt)) this.#doubts.push(doubt);
    });
    const spans = new SpanReader(this.#lines);
    this.#items = {
      metrics: () => metrics.read(),
      traces: () => spans.read(),
      logs: () => readLog(this.#lines),
    };
  }

  read(): DebugText {
    const payloads: TelemetryData[] = [];
    const differing: string[] = [];
    let announced: string | undefined;
    for (let line = this.#lines.line; line !== undefined; line = this.#lines.line) {
      const how = this.#begun(line);
      if (how === undefined) {
        if (inside.test(line.text)) this.#lines.refuse(`${beginnings}, with which a payload begins`);
        announced = announcedIn(line) ?? announced;
        this.#lines.skip();
        continue;
      }
      const payload = this.#payload(line, how);
      payloads.push(payload);
      if (announced !== undefined && announced !== `${how.signal.name} ${totalsOf(how.signal, payload)}`)
        differing.push(differs(line, how));
      announced = undefined;
    }
    const more = differing.length - mostDiffering;
    return {
      payloads,
      doubts: [
        ...this.#doubts,
        ...differing.slice(0, mostDiffering),
        ...(more > 0 ? [`${more.toLocaleString("en")} more payloads are not whole`] : []),
      ],
    };
  }

  /** The signal whose payload begins with a line: with a resource, a scope or an item. */
  #begun(line: Line): Printed | undefined {
    const [, heading] = begin.exec(line.text) ?? [];
    const how = printed.find(({ resource }) => resource === heading);
    if (heading !== undefined && how === undefined) this.#refuseSignal(line, heading);
    return how ?? printed.find(({ first }) => first.test(line.text));
  }

  #refuseSignal({ start, text }: Line, found: string): never {
    const span = { start: start + text.lastIndexOf(found), end: start + text.trimEnd().length };
    throw new OttlError("syntax", [makeDiagnostic("debug_text_signal", { found }, span)], this.#text, {
      file: this.#file,
    });
  }

  #payload(first: Line, how: Printed): TelemetryData {
    const all: object[] = [];
    const logged = !printed.some(({ resource, scope, item }) =>
      new RegExp(`^(?:${resource}|${scope}|${item}) #0`).test(first.text),
    );
    if (begin.test(first.text)) {
      this.#lines.skip();
      all.push(this.#resource(how));
      while (!this.#isNext(new RegExp(`^${how.resource} #0\\s*$`)) && this.#item(how.resource, all.length))
        all.push(this.#resource(how));
    } else all.push(this.#scopes(how));
    const { line } = this.#lines;
    if (line === undefined) {
      if (logged) this.#doubts.push(unclosed(first));
    } else if (closing.test(line.text)) {
      if (/^\s/.test(line.text)) this.#lines.skip();
    } else if (!begin.test(line.text) && !printed.some(({ first }) => first.test(line.text)))
      this.#lines.refuse("a line of the debug exporter");
    return { [how.signal.resources]: all };
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

  #resource(how: Printed): object {
    const [, schemaUrl = ""] = this.#lines.require(
      /^Resource SchemaURL:(?:\s+(\S+))?\s*$/,
      '"Resource SchemaURL:"',
    );
    const attributes = readAttributes(this.#lines, { header: "Resource attributes" });
    if (this.#lines.take(/^Resource entity refs:\s*$/)) while (this.#lines.take(/^\s+-> /));
    const resource: Resource = attributes.length === 0 ? {} : { attributes };
    return { resource, ...this.#scopes(how), ...(schemaUrl === "" ? {} : { schemaUrl }) };
  }

  /** The scopes of a resource; items without one are each time from number 0 those of another. */
  #scopes(how: Printed): object {
    const all: object[] = [];
    while (true) {
      if (this.#isNext(new RegExp(`^${how.item} #0\\s*$`))) all.push(this.#itemsOf(how));
      else if (all.length > 0 && this.#isNext(new RegExp(`^${how.scope} #0\\s*$`))) break;
      else if (this.#item(how.scope, all.length)) all.push(this.#scope(how));
      else break;
    }
    return { [how.signal.scopes]: all };
  }

  #scope(how: Printed): object {
    const [, schemaUrl = ""] = this.#lines.require(
      new RegExp(`^${how.scope} SchemaURL:(?:\\s+(\\S+))?\\s*$`),
      `"${how.scope} SchemaURL:"`,
    );
    const [, named = ""] = this.#lines.require(/^InstrumentationScope(?: (.*))?$/, '"InstrumentationScope"');
    const space = named.lastIndexOf(" ");
    const name = space < 0 ? named : named.slice(0, space);
    const version = space < 0 ? "" : named.slice(space + 1);
    const attributes = readAttributes(this.#lines, { header: "InstrumentationScope attributes" });
    const scope: InstrumentationScope = {
      ...(name === "" ? {} : { name }),
      ...(version === "" ? {} : { version }),
      ...(attributes.length === 0 ? {} : { attributes }),
    };
    return { scope, ...this.#itemsOf(how), ...(schemaUrl === "" ? {} : { schemaUrl }) };
  }

  #itemsOf({ signal, item }: Printed): object {
    const all: object[] = [];
    while (!(all.length > 0 && this.#isNext(new RegExp(`^${item} #0\\s*$`))) && this.#item(item, all.length))
      all.push(this.#items[signal.name]());
    return { [signal.items]: all };
  }
}

/** More payloads than these that are not whole are only counted. */
const mostDiffering = 5;

function differs({ number }: Line, { signal }: Printed): string {
  return `the payload that begins at line ${number} is not whole: the line before tells of other numbers of ${counted[signal.name]}`;
}

function unclosed({ number }: Line): string {
  return `the payload that begins at line ${number} may be cut: the line of JSON is missing with which the Collector's logger ends it`;
}

const beginnings = "ResourceMetrics #0, ResourceSpans #0 or ResourceLog #0";

/** What the line before a payload counts, if it is one. */
function announcedIn({ text }: Line): string | undefined {
  for (const { signal, totals } of printed) {
    const found = totals.exec(text);
    if (found !== null) return `${signal.name} ${found.slice(1).join(" ")}`;
  }
  return undefined;
}
