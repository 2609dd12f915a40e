import { payloadLines } from "./payload-lines.ts";

/** How long a scrape took is another for each, so it is told as this. */
export const anyDuration = 0.25;

/** The lines of a scrape's payload, its time taken from what it says of itself. */
export function scrapeLines(payload: object): string[] {
  return payloadLines(payload, scrapeTime(payload)).map((line) =>
    /scrape_duration(_seconds)? gauge/.test(line) && !line.includes('x="y"')
      ? line.replace(/asDouble=\S+/, `asDouble=${anyDuration}`)
      : line,
  );
}

function scrapeTime(payload: object): bigint {
  const match = /"scrape_samples_post_metric_relabeling".*?"timeUnixNano":"(\d+)"/.exec(
    JSON.stringify(payload),
  );
  if (match === null) throw new Error("the payload says nothing of its scrape");
  return BigInt(match[1] as string);
}
