import type { KeyValue, OtlpSpan, SpanEvent, SpanLink } from "../../shapes/records.ts";
import type { Line, LineReader } from "./line-reader.ts";
import { begin, closing } from "./printed-lines.ts";
import { readSetTime } from "./printed-time.ts";
import { readAttributes } from "./read-attributes.ts";

const kinds = ["Unspecified", "Internal", "Server", "Client", "Producer", "Consumer"];
const codes = ["Unset", "Ok", "Error"];

/** What can follow the value of an attribute of a span, an event or a link. */
const follows = new RegExp(
  `^\\s+-> |^(?:Events|Links):\\s*$|^(?:Span|SpanEvent|SpanLink|ScopeSpans|ResourceSpans) #\\d+\\s*$|${begin.source}|${closing.source}`,
);

/** Reads spans. */
export class SpanReader {
  readonly #lines: LineReader;

  constructor(lines: LineReader) {
    this.#lines = lines;
  }

  /** The span whose heading was read. */
  read(): OtlpSpan {
    const traceId = this.#id(" {4}Trace ID {7}:", 32);
    const parentSpanId = this.#id(" {4}Parent ID {6}:", 16);
    const spanId = this.#id(" {4}ID {13}:", 16);
    const name = this.#text(/^ {4}Name {11}:\s?(.*)$/, '"Name           :"', /^ {4}Kind {11}:/);
    const kind = this.#word("Kind {11}", kinds);
    const traceState = this.#lines.take(/^ {4}TraceState {5}:\s?(.*)$/)?.[1] ?? "";
    const startTimeUnixNano = readSetTime(this.#lines, "Start time");
    const endTimeUnixNano = readSetTime(this.#lines, "End time");
    const status = this.#status();
    const dropped = {
      droppedAttributesCount: this.#count("DroppedAttributesCount"),
      droppedEventsCount: this.#count("DroppedEventsCount"),
      droppedLinksCount: this.#count("DroppedLinksCount"),
    };
    const attributes = this.#attributes("Attributes");
    const events = this.#all("Events", "SpanEvent", () => this.#event());
    const links = this.#all("Links", "SpanLink", () => this.#link());
    return set({
      traceId,
      spanId,
      traceState,
      parentSpanId,
      name,
      kind,
      startTimeUnixNano,
      endTimeUnixNano,
      attributes,
      ...dropped,
      events,
      links,
      status,
    });
  }

  #status(): object | undefined {
    const code = this.#word("Status code {4}", codes);
    const ends = /^ {4}Dropped\w+Count: \d|^(?:Attributes|Events|Links):\s*$/;
    const message = this.#text(/^ {4}Status message :\s?(.*)$/, '"Status message :"', ends);
    return code === undefined && message === "" ? undefined : set({ code, message });
  }

  #event(): SpanEvent {
    const name = this.#text(/^\s+-> Name:\s?(.*)$/, '"-> Name:"', /^\s+-> Timestamp: /);
    const timeUnixNano = readSetTime(this.#lines, "Timestamp");
    const droppedAttributesCount = this.#count("-> DroppedAttributesCount");
    return set({
      timeUnixNano,
      name,
      attributes: this.#attributes("-> Attributes:"),
      droppedAttributesCount,
    });
  }

  #link(): SpanLink {
    const traceId = this.#id("\\s+-> Trace ID:", 32);
    const spanId = this.#id("\\s+-> ID:", 16);
    const [, traceState = ""] = this.#lines.require(/^\s+-> TraceState:\s?(.*)$/, '"-> TraceState:"');
    const droppedAttributesCount = this.#count("-> DroppedAttributesCount");
    const attributes = this.#attributes("-> Attributes:");
    return set({ traceId, spanId, traceState, attributes, droppedAttributesCount });
  }

  /** What is below a heading, numbered from 0 on. */
  #all<T>(heading: string, item: string, read: () => T): T[] {
    const items: T[] = [];
    if (!this.#lines.take(new RegExp(`^${heading}:\\s*$`))) return items;
    do {
      this.#lines.require(new RegExp(`^${item} #${items.length}\\s*$`), `${item} #${items.length}`);
      items.push(read());
    } while (new RegExp(`^${item} #\\d+\\s*$`).test(this.#lines.line?.text ?? ""));
    return items;
  }

  #attributes(header: string): KeyValue[] {
    return readAttributes(this.#lines, { header, indent: header === "Attributes" ? "" : "     ", follows });
  }

  #id(name: string, digits: number): string {
    const pattern = new RegExp(`^${name}\\s?([\\da-f]{${digits}})?\\s*$`);
    const shown = name.replace(/ \{\d+\}|\\s\+/g, "");
    return this.#lines.require(pattern, `"${shown}" and ${digits} digits, or nothing`)[1] ?? "";
  }

  /** A word of a list as its number; nothing for the first one. */
  #word(name: string, words: readonly string[]): number | undefined {
    const [, word = ""] = this.#lines.require(
      new RegExp(`^ {4}${name}:\\s?(${words.join("|")})?\\s*$`),
      `"${name.replace(/ \{\d+\}/, "")}:" and one of ${words.join(", ")}`,
    );
    return Math.max(0, words.indexOf(word)) || undefined;
  }

  /** A number that older versions do not print; nothing for 0. */
  #count(name: string): number | undefined {
    return Number(this.#lines.take(new RegExp(`^\\s+${name}: (\\d+)\\s*$`))?.[1] ?? 0) || undefined;
  }

  /** A text that may have several lines. */
  #text(first: RegExp, expected: string, next: RegExp): string {
    const [, rest = ""] = this.#lines.require(first, expected);
    const ends = (_: string, line: Line | undefined) =>
      line === undefined || next.test(line.text) || follows.test(line.text);
    return this.#lines.goOn(rest, ends, expected);
  }
}

/** An object without what is not set. */
function set<T extends object>(all: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(all).filter(
    ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }; // some of the same
}
