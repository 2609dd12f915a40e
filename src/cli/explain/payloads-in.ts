import type { Pipeline } from "../../collector/pipeline/pipeline.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { MetricsData } from "../../shapes/records.ts";
import { printedPayloads } from "../../testing/debug-text/printed-payloads.ts";
import { isJsonText, parsePayloads } from "../../testing/parse-payloads.ts";
import { chooseJob } from "../run/choose-job.ts";
import type { Input } from "../run/inputs.ts";
import type { ExplainOptions } from "./options.ts";

/** What comes into a pipeline with an input. */
export interface Incoming {
  readonly payloads: readonly MetricsData[];
  /** What a reader of the answers has to know about the input. */
  readonly notes: readonly string[];
}

/**
 * The payloads that an input brings into a pipeline: OTLP JSON, a scrape, or the text of the debug exporter.
 *
 * @throws {OttlError} of phase `syntax` at the place that cannot be read.
 */
export async function payloadsIn(
  { read, name, baseName }: Input,
  index: number,
  pipeline: Pipeline,
  { job: wanted, labels, time, openMetrics, targets }: ExplainOptions,
): Promise<Incoming> {
  const text = await read();
  const printed = printedPayloads(text, name);
  if (printed !== undefined) return printed;
  if (isJsonText(text)) return { payloads: parsePayloads(text, name), notes: [] };
  const job = chooseJob(pipeline, wanted);
  const address = targets[index] ?? (job.addresses.length === 1 ? undefined : baseName);
  const { scraped, droppedBy } = job.scrape(text, {
    labels,
    time,
    format: openMetrics ? "openmetrics" : "text",
    ...(address === undefined ? {} : { address }),
  });
  if (scraped === undefined) {
    const why = droppedBy?.text ?? "relabelling drops its target";
    return { payloads: [], notes: [`${name} is not scraped: ${why}`] };
  }
  const { payload, error } = scraped.result;
  // What a malformed scrape leaves is series about itself, which nobody asks for.
  if (error !== undefined) throw new OttlError("syntax", [error], text, { file: name });
  return { payloads: [payload as MetricsData], notes: [] }; // the receiver makes what OTLP JSON has
}
