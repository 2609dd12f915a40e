import type { Pipeline } from "../../collector/pipeline/pipeline.ts";
import type { JobScrape, ScrapeJob } from "../../collector/pipeline/scrape-job.ts";
import { UsageError } from "../usage-error.ts";
import type { Input } from "./inputs.ts";
import type { PipelineInput } from "./pipeline-options.ts";

/**
 * What the chosen scrape job of a pipeline makes of an input, the scrape of the target at `index`; throws a `UsageError`
 * where there is no such job.
 */
export function scrapeInput(
  pipeline: Pipeline,
  text: string,
  { baseName, index }: Pick<Input, "baseName"> & { readonly index: number },
  { job: wanted, targets, labels, time, openMetrics }: PipelineInput,
): JobScrape {
  const job = chooseJob(pipeline, wanted);
  const address = targets[index] ?? (job.addresses.length === 1 ? undefined : baseName);
  return job.scrape(text, {
    labels,
    time,
    format: openMetrics ? "openmetrics" : "text",
    ...(address === undefined ? {} : { address }),
  });
}

/** Why a target is not scraped. */
export function whyNotScraped({ droppedBy }: JobScrape): string {
  return droppedBy?.text ?? "relabelling drops its target";
}

/** The scrape job of a pipeline that is asked for, or its only one; throws a `UsageError` where there is none. */
function chooseJob({ id, jobs }: Pipeline, wanted: string | undefined): ScrapeJob {
  const names = jobs.map(({ name }) => `"${name}"`).join(", ");
  const [first, second] = wanted === undefined ? jobs : jobs.filter(({ name }) => name === wanted);
  if (jobs.length === 0)
    throw new UsageError(
      `pipeline ${id} has no Prometheus receiver with a scrape job, so a scrape cannot enter it`,
    );
  if (first === undefined) throw new UsageError(`there is no scrape job "${wanted}", only ${names}`);
  if (second !== undefined) throw new UsageError(`choose the scrape job with --job: ${names}`);
  return first;
}
