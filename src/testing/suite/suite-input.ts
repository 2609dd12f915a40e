import type { Pipeline } from "../../collector/pipeline/pipeline.ts";
import type { SignalName, TelemetryData } from "../../collector/signals.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { recordsOf } from "../../engine/records.ts";
import type { MetricsData } from "../../shapes/records.ts";
import { printedPayloads } from "../debug-text/printed-payloads.ts";
import { fromExposition } from "../from-exposition.ts";
import { jsonPieces } from "../json-pieces.ts";
import { isJsonText, parsePayloads } from "../parse-payloads.ts";
import { payloadOf } from "../payload.ts";
import { fixtureTime } from "../point.ts";
import type { SuiteCase } from "./read-suite.ts";
import { recordOfShortMetric, refuseTime } from "./short-metric.ts";
import { recordOfShortLog, recordOfShortSpan } from "./short-records.ts";

/** A file of a suite. */
export interface SuiteFile {
  /** As it is called in messages. */
  readonly name: string;
  readonly text: string;
}

/** Gives the files that a path or a pattern of a suite means; throws an `OttlError` where there is none. */
export type SuiteFiles = (pattern: string) => readonly SuiteFile[];

/** How scrapes among the files are read. */
export interface InputReading {
  readonly files: SuiteFiles;
  readonly version: string | undefined;
  /** Whose scrape jobs take them. */
  readonly pipeline?: Pipeline;
}

/** The payloads that a case gives to a processor or a pipeline. */
export function payloadsOf(one: SuiteCase, reading: InputReading): readonly TelemetryData[] {
  const { records, payloads } = partsOf(one, reading, parsePayloads);
  if (records.length === 0) return payloads;
  return [...made(one, records), ...payloads];
}

/** A payload of each signal that records are of. */
function made(one: SuiteCase, records: readonly object[]): readonly TelemetryData[] {
  const bySignal = Map.groupBy(records, (record) => signalOf(one, record));
  return [...bySignal].map(([signal, some]) => payloadOf(signal, some));
}

function signalOf(one: SuiteCase, record: object): SignalName {
  if ("metric" in record) return "metrics";
  if ("span" in record) return "traces";
  if ("log" in record) return "logs";
  if ("resource" in record) return "metrics";
  throw one.refuse("record", "a processor takes records with a metric, a span, a log or a resource");
}

/** The records of a context that a case gives to conditions or statements. */
export function recordsOfCase(one: SuiteCase, context: string, reading: InputReading): readonly object[] {
  const { raw, short, payloads } = partsOf(one, reading, anyPayloads);
  const all = short.length === 0 ? payloads : [...made(one, short), ...payloads];
  const found = [...raw, ...all.flatMap((each) => [...recordsOf(context, each)])];
  if (found.length === 0) throw one.refuse("expect", `the input holds nothing of context ${context}`);
  return found;
}

/** Reads OTLP JSON of any signal; what is no payload is refused where its records are looked for. */
function anyPayloads(text: string, file: string): readonly TelemetryData[] {
  return jsonPieces(text, file).map(({ json }) => json as TelemetryData);
}

function partsOf(one: SuiteCase, reading: InputReading, parse: typeof anyPayloads) {
  const { metric, metrics = [], span, spans = [], log, logs = [] } = one.input;
  const { record, records = [], payload: inline, file = [] } = one.input;
  const short = [
    ...shorts(one, ["metric", "metrics"], metric, metrics, recordOfShortMetric),
    ...shorts(one, ["span", "spans"], span, spans, recordOfShortSpan),
    ...shorts(one, ["log", "logs"], log, logs, recordOfShortLog),
  ];
  const raw = [...(record === undefined ? [] : [record]), ...records].map((each) =>
    explained(one, record === each ? "record" : "records", () => wire(each) as object),
  );
  const payloads = [
    // A wrong shape is refused where it is read.
    ...(inline === undefined ? [] : [explained(one, "payload", () => wire(inline) as TelemetryData)]),
    ...[file].flat().flatMap((pattern) => filePayloads(one, pattern, reading, parse)),
  ];
  return { raw, short, records: [...raw, ...short], payloads };
}

/** The records that are written in short, one or several of a kind. */
function shorts<S>(
  one: SuiteCase,
  [single, several]: readonly [string, string],
  given: S | undefined,
  others: readonly S[],
  make: (short: S) => object,
): readonly object[] {
  return [
    ...(given === undefined ? [] : [explained(one, single, () => make(given))]),
    ...others.map((other) => explained(one, several, () => make(other))),
  ];
}

/** Runs a step whose complaint belongs to a setting of the suite. */
export function explained<T>(one: SuiteCase, key: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof RangeError) throw one.refuse(key, "it is nested too deeply");
    if (!(error instanceof OttlError) || error.source !== "") throw error;
    throw one.refuse(key, error.diagnostics[0].message);
  }
}

function filePayloads(
  one: SuiteCase,
  pattern: string,
  reading: InputReading,
  parse: typeof anyPayloads,
): readonly TelemetryData[] {
  const found = explained(one, "file", () => reading.files(pattern));
  return found.flatMap(({ name, text }) => {
    if (text.trim() === "") throw one.refuse("file", `${name} is empty: expected OTLP JSON or a scrape`);
    const printed = printedPayloads(text, name);
    if (printed !== undefined) return printed.payloads;
    return isJsonText(text) ? parse(text, name) : [scraped(one, { name, text }, reading)];
  });
}

/** What the scrape job of the pipeline makes of a scrape, or where there is none what the receiver would. */
function scraped(
  one: SuiteCase,
  { name, text }: SuiteFile,
  { version, pipeline }: InputReading,
): MetricsData {
  const { job: wanted, target, labels = {} } = one.input;
  const jobs = pipeline?.jobs.filter((job) => wanted === undefined || job.name === wanted) ?? [];
  const [job, second] = jobs;
  if (second !== undefined)
    throw one.refuse("job", `choose the scrape job: ${jobs.map((each) => each.name).join(", ")}`);
  if (job === undefined) {
    if (wanted !== undefined && pipeline !== undefined)
      throw one.refuse("job", `the pipeline has no scrape job ${JSON.stringify(wanted)}`);
    const discovered = Object.entries(labels).filter(([key]) => key.startsWith("__"));
    const own = Object.entries(labels).filter(([key]) => !key.startsWith("__"));
    return fromExposition(text, {
      file: name,
      labels: Object.fromEntries(own),
      discovered: Object.fromEntries(discovered),
      ...(wanted === undefined ? {} : { job: wanted }),
      ...(target === undefined ? {} : { instance: target }),
      ...(version === undefined ? {} : { compatibility: version }),
    });
  }
  const address = target === undefined ? {} : { address: target };
  const time = Number(fixtureTime / 1_000_000n);
  const result = explained(one, "file", () => job.scrape(text, { time, labels, ...address }));
  if (result.scraped === undefined)
    throw one.refuse(
      "labels",
      `${name} is not scraped: ${result.droppedBy?.text ?? "its target is dropped"}`,
    );
  const { payload: made, error } = result.scraped.result;
  if (error !== undefined) throw new OttlError("syntax", [error], text, { file: name });
  return made as MetricsData; // it is new
}

/** A value of the document as OTLP JSON has it: integers as numbers where they are safe, else as texts. */
export function wire(value: unknown): unknown {
  refuseTime(value);
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (Array.isArray(value)) return value.map(wire);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wire(item)]));
}
