import type { Metadata } from "./sample.ts";

/** The series that each scrape adds about itself, and what the receiver says of them. */
export const syntheticMetadata: ReadonlyMap<string, Metadata> = new Map([
  ["up", gauge("The scraping was successful")],
  ["scrape_duration_seconds", gauge("Duration of the scrape", "seconds")],
  ["scrape_samples_scraped", gauge("The number of samples the target exposed")],
  [
    "scrape_samples_post_metric_relabeling",
    gauge("The number of samples remaining after metric relabeling was applied"),
  ],
  ["scrape_series_added", gauge("The approximate number of new series in this scrape")],
]);

function gauge(help: string, unit = ""): Metadata {
  return { type: "gauge", help, unit };
}
