import type { ScrapeJob } from "../../collector/pipeline/scrape-job.ts";
import { type SignalName, signals, type TelemetryData } from "../../collector/signals.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { printedPayloads } from "../../testing/debug-text/printed-payloads.ts";
import { isJsonText, parsePayloads } from "../../testing/parse-payloads.ts";
import { counted } from "../paper.ts";
import type { Input } from "../run/inputs.ts";
import type { ExplainOptions } from "./options.ts";

/** What comes into a pipeline with an input. */
export interface Incoming {
  readonly payloads: readonly TelemetryData[];
  /** What a reader of the answers has to know about the input. */
  readonly notes: readonly string[];
}

/** An input that was read: payloads, or the text of a scrape. */
export type Reading = Incoming | { readonly scrape: string };

/**
 * Reads an input: OTLP JSON, the text of the debug exporter, or a scrape.
 *
 * @throws {OttlError} of phase `syntax` at the place that cannot be read.
 */
export async function readingOf({ read, name }: Input): Promise<Reading> {
  const text = await read();
  const printed = printedPayloads(text, name);
  if (printed !== undefined) return printed;
  return isJsonText(text) ? { payloads: parsePayloads(text, name), notes: [] } : { scrape: text };
}

/** The only signal that inputs hold; a scrape has metrics. */
export function signalOf(readings: readonly Reading[]): SignalName | undefined {
  const held = signals.filter(({ name, resources }) =>
    readings.some((one) =>
      "scrape" in one
        ? name === "metrics"
        : one.payloads.some((payload) => Object.hasOwn(payload, resources)),
    ),
  );
  return held.length === 1 ? held[0]?.name : undefined;
}

/** What of an input is of a signal; that something is left out is a note. */
export function ofSignal(name: string, incoming: Incoming, signal: SignalName): Incoming {
  const { resources } = signals.find((one) => one.name === signal) ?? {};
  const payloads = incoming.payloads.filter(
    (one) => resources !== undefined && Object.hasOwn(one, resources),
  );
  const others = incoming.payloads.length - payloads.length;
  if (others === 0) return incoming;
  const note = `${name}: ${counted(others, "payload")} of other signals ${others === 1 ? "is" : "are"} left out, since the pipeline has ${signal}`;
  return { payloads, notes: [...incoming.notes, note] };
}

/**
 * What a scrape brings into a pipeline.
 *
 * @throws {OttlError} of phase `syntax` at the line that is malformed.
 */
export function scraped(
  text: string,
  { name, baseName }: Input,
  job: ScrapeJob,
  { labels, time, openMetrics, target }: ExplainOptions & { readonly target: string | undefined },
): Incoming {
  const address = target ?? (job.addresses.length === 1 ? undefined : baseName);
  const result = job.scrape(text, {
    labels,
    time,
    format: openMetrics ? "openmetrics" : "text",
    ...(address === undefined ? {} : { address }),
  });
  if (result.scraped === undefined) {
    const why = result.droppedBy?.text ?? "relabelling drops its target";
    return { payloads: [], notes: [`${name} is not scraped: ${why}`] };
  }
  const { payload, error } = result.scraped.result;
  // What a malformed scrape leaves is series about itself, which nobody asks for.
  if (error !== undefined) throw new OttlError("syntax", [error], text, { file: name });
  return { payloads: [payload as TelemetryData], notes: [] }; // the receiver makes what OTLP JSON has
}
