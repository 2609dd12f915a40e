import { type SignalName, signals, type TelemetryData } from "../../collector/signals.ts";
import { isJsonText } from "../parse-payloads.ts";
import { isDebugText, parseDebugText } from "./debug-text.ts";
import { loggedTexts } from "./logged-texts.ts";

/** What the debug exporter printed. */
export interface PrintedPayloads {
  readonly payloads: readonly TelemetryData[];
  /** What a reader of answers about them has to know, one sentence each. */
  readonly notes: readonly string[];
}

/** What the exporter leaves out of each signal. */
const leftOut: Readonly<Record<SignalName, string>> = {
  metrics:
    "the debug exporter prints doubles with six decimals, and neither flags nor the zero threshold: a condition on those may decide otherwise here",
  traces:
    "the debug exporter prints no flags of spans and links: a condition on those may decide otherwise here",
  logs: "the debug exporter prints no count of the dropped attributes of log records: a condition on it may decide otherwise here",
};

/**
 * The payloads of a text that the Collector's debug exporter printed, by itself, in a log, or as messages of a log of JSON;
 * `undefined` where it is another text.
 *
 * @throws {OttlError} of phase `syntax` at the line that cannot be read.
 */
export function printedPayloads(text: string, file: string): PrintedPayloads | undefined {
  const logged = loggedTexts(text);
  if (logged.length === 0 && (isJsonText(text) || !isDebugText(text))) return undefined;
  const texts =
    logged.length > 0
      ? logged.map((piece) => parseDebugText(piece.text, `${file} (message of line ${piece.line})`))
      : [parseDebugText(text, file)];
  const payloads = texts.flatMap((one) => one.payloads);
  const held = signals.filter(({ resources }) => payloads.some((one) => Object.hasOwn(one, resources)));
  const notes = [...texts.flatMap(({ doubts }) => doubts), ...held.map(({ name }) => leftOut[name])];
  return { payloads, notes: [...new Set(notes)].map((note) => `${file}: ${note}`) };
}
