import type { Pipeline } from "../../collector/pipeline/pipeline.ts";
import type { ScrapeJob } from "../../collector/pipeline/scrape-job.ts";
import { UsageError } from "../usage-error.ts";

/** The scrape job of a pipeline that is asked for, or its only one; throws a `UsageError` where there is none. */
export function chooseJob({ id, jobs }: Pipeline, wanted: string | undefined): ScrapeJob {
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
