import type { TelemetryData } from "../../collector/signals.ts";
import { printedPayloads } from "../../testing/debug-text/printed-payloads.ts";
import { isJsonText, parsePayloads } from "../../testing/parse-payloads.ts";

/** An input that was read: the payloads of OTLP JSON or of the debug exporter's text, or the text of a scrape. */
export type Reading =
  | {
      readonly kind: "otlp" | "debug";
      readonly payloads: readonly TelemetryData[];
      /** What a reader of the answers has to know about the input. */
      readonly notes: readonly string[];
    }
  | { readonly kind: "scrape"; readonly text: string };

/**
 * Reads the text of an input, which tells what it is.
 *
 * @throws {OttlError} of phase `syntax` at the place that cannot be read.
 */
export function readingOf(text: string, name: string): Reading {
  const printed = printedPayloads(text, name);
  if (printed !== undefined) return { kind: "debug", ...printed };
  if (!isJsonText(text)) return { kind: "scrape", text };
  return { kind: "otlp", payloads: parsePayloads(text, name), notes: [] };
}
