import { OttlError } from "../diagnostics/ottl-error.ts";
import type { ExpositionFormat } from "../prometheus/sample.ts";
import { scrape } from "../prometheus/scrape.ts";
import type { MetricsData } from "../shapes/records.ts";
import { fixtureTime } from "./point.ts";
import { requireObject, requireText, requireThat } from "./require.ts";

/** Where a scrape comes from, and how it is read. */
export interface ExpositionOptions {
  /** Default `test`. */
  readonly job?: string;
  /** Default `localhost:9090`. */
  readonly instance?: string;
  /** More labels that every series gets. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The labels before relabelling, such as `__meta_kubernetes_pod_name`; some become resource attributes. */
  readonly discovered?: Readonly<Record<string, string>>;
  /** When the scrape was; default: the first of January 2026. */
  readonly time?: Date;
  /** Default `text`, which is what the Collector takes `text/plain` for, whatever the text ends with. */
  readonly format?: ExpositionFormat;
  /** Whether the series that a scrape adds about itself (`up`, `scrape_samples_scraped`, …) are there; default `false`. */
  readonly synthetic?: boolean;
  /** The contrib version whose receiver is wanted; default: the newest known. */
  readonly compatibility?: string;
  /** The name of the file that the text comes from, for messages. */
  readonly file?: string;
}

/**
 * Makes a payload of a Prometheus text exposition, as the Collector's receiver does.
 *
 * @throws {OttlError} of phase `syntax` that points at the first malformed line, of phase `configuration` for arguments
 * of other types.
 */
export function fromExposition(text: string, options: ExpositionOptions = {}): MetricsData {
  requireText("the text", text);
  requireObject("the options", options);
  const { time } = options;
  if (time !== undefined) requireThat("the time", "a date", time, time instanceof Date);
  const { job = "test", instance = "localhost:9090", labels = {}, discovered = {}, compatibility } = options;
  const { payload, error } = scrape(
    text,
    { job, instance, labels, discovered },
    {
      time: time?.getTime() ?? Number(fixtureTime / 1_000_000n),
      format: options.format ?? "text",
      synthetic: options.synthetic ?? false,
      ...(compatibility === undefined ? {} : { compatibility }),
    },
  );
  if (error !== undefined) throw new OttlError("syntax", [error], text, { file: options.file });
  return payload as MetricsData; // it is new: whoever gets it may change it
}
