import { describe, expect, test } from "vitest";
import { objectNode } from "../../../src/collector/object-node.ts";
import { prometheusReceiver } from "../../../src/collector/prometheus/receiver.ts";
import { type ScrapeState, scrape, targetsOf } from "../../../src/prometheus.ts";
import {
  answerOf,
  extraMetrics,
  type RecordedRelabelledScrape,
  recordedRelabelledScrapes,
  type Version,
  versions,
} from "../../prometheus/recorded.ts";
import { anyDuration, scrapeLines } from "../../prometheus/scrape-lines.ts";

const recorded = recordedRelabelledScrapes();

test("more than 80 scrapes are recorded", () => expect(recorded.length).toBeGreaterThan(80));

describe.each(versions)("the receiver of %s", (version) => {
  test.each(recorded)("relabels and limits the scrape $id", (recording) => {
    expect(scrapes(recording, version)).toEqual(answerOf(recording, version).scrapes);
  });
});

/** The scrapes of a target that is set up as the recorded receiver's was. */
function scrapes({ id, texts, labels, scrape: own, ...shared }: RecordedRelabelledScrape, version: Version) {
  const extra = shared.extra === true ? extraMetrics(version) : {};
  const settings = objectNode("receiver", {
    ...shared.receiver,
    ...extra.receiver,
    config: {
      global: shared.global ?? {},
      scrape_configs: [
        {
          job_name: `case-${id}`,
          scrape_interval: "1s",
          scrape_timeout: "1s",
          static_configs: [
            { targets: ["127.0.0.1:8080"], labels: { instance: "10.42.0.20:4191", ...labels } },
          ],
          ...own,
          ...extra.scrape,
        },
      ],
    },
  });
  const [job] = prometheusReceiver(settings, "receivers.prometheus", {
    compatibility: version,
  }).scrapeConfigs;
  if (job === undefined) throw new Error("there is no job");
  const [target] = targetsOf(job.config, undefined, job.relabelling).targets;
  if (target === undefined) throw new Error("there is no target");
  let previous: ScrapeState | undefined;
  return texts.map((text, i) => {
    const { payload, state } = scrape(text, target, {
      ...job.scraping,
      time: 1_796_000_000_000 + 1000 * i,
      durationSeconds: anyDuration,
      ...(previous === undefined ? {} : { previous }),
    });
    previous = state;
    return scrapeLines(payload);
  });
}
