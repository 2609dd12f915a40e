import type { JobScrape } from "../../collector/pipeline/scrape-job.ts";
import { type SignalName, signals, type TelemetryData } from "../../collector/signals.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { counted } from "../paper.ts";
import type { Reading } from "../run/reading.ts";
import { whyNotScraped } from "../run/scrape-input.ts";

/** What comes into a pipeline with an input. */
export interface Incoming {
  readonly payloads: readonly TelemetryData[];
  /** What a reader of the answers has to know about the input. */
  readonly notes: readonly string[];
}

/** The only signal that inputs hold; a scrape has metrics. */
export function signalOf(readings: readonly Reading[]): SignalName | undefined {
  const held = signals.filter(({ name, resources }) =>
    readings.some((one) =>
      one.kind === "scrape"
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
  const note = `${name}: ${counted(others, "payload")} of other signals ${others === 1 ? "is" : "are"} left out, since the pipeline has ${signal}: choose another with --pipeline`;
  return { payloads, notes: [...incoming.notes, note] };
}

/**
 * What a scrape brings into a pipeline.
 *
 * @throws {OttlError} of phase `syntax` at the line that is malformed.
 */
export function scraped(text: string, name: string, scrape: JobScrape): Incoming {
  if (scrape.scraped === undefined)
    return { payloads: [], notes: [`${name} is not scraped: ${whyNotScraped(scrape)}`] };
  const { payload, error } = scrape.scraped.result;
  // What a malformed scrape leaves is series about itself, which nobody asks for.
  if (error !== undefined) throw new OttlError("syntax", [error], text, { file: name });
  return { payloads: [payload as TelemetryData], notes: [] }; // the receiver makes what OTLP JSON has
}
