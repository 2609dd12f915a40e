import { describe, expect, test } from "vitest";
import {
  parseExposition,
  remoteWrite,
  type ScrapeState,
  type SeriesSample,
  scrape,
} from "../../src/prometheus.ts";
import {
  answerOf,
  type RecordedScrape,
  recordedExports,
  recordedExpositions,
  recordedScrapes,
  type Version,
  versions,
} from "./recorded.ts";
import { anyDuration, scrapeLines } from "./scrape-lines.ts";

describe.each(versions)("Collector %s", (version) => {
  test.each(recordedExpositions())("takes or refuses $text ($format)", (recorded) => {
    const { samples, error } = parseExposition(recorded.text, { format: recorded.format });
    expect({ samples: samples.length, refused: error !== undefined }).toMatchObject({
      samples: answerOf(recorded, version).samples,
      refused: answerOf(recorded, version).refused,
    });
  });

  test.each(recordedScrapes())("makes metrics of the scrape $id", (recorded) => {
    expect(scrapes(recorded, version)).toEqual(answerOf(recorded, version).scrapes);
  });

  test.each(recordedExports().map((recorded, i) => ({ i, recorded })))(
    "exports payload $i",
    ({ recorded }) => {
      const { samples, errors } = remoteWrite(recorded.payload, {
        ...recorded.options,
        compatibility: version,
      });
      const { series, errors: count } = answerOf(recorded, version);
      expect(samples.map(seriesLine).sort()).toEqual(series.map(withPlainNumber).sort());
      expect(errors).toHaveLength(count);
    },
  );
});

function scrapes(
  { id, texts, format = "text", labels = {}, scrape: options = {} }: RecordedScrape,
  version: Version,
) {
  const { instance = "10.42.0.20:4191", ...others } = labels;
  const own = Object.entries(others).filter(([name]) => !name.startsWith("__"));
  const target = { job: `case-${id}`, instance, labels: Object.fromEntries(own), discovered: others };
  let previous: ScrapeState | undefined;
  return texts.map((text, i) => {
    const { payload, state } = scrape(text, target, {
      time: 1_796_000_000_000 + 1000 * i,
      durationSeconds: anyDuration,
      ...(previous === undefined ? {} : { previous }),
      compatibility: version,
      format,
      honorLabels: options.honor_labels ?? false,
      honorTimestamps: options.honor_timestamps ?? true,
    });
    previous = state;
    return scrapeLines(payload);
  });
}

function seriesLine({ name, labels, value, kind, time }: SeriesSample): string {
  const inside = labels.map((label) => `${label.name}=${JSON.stringify(label.value)}`).sort();
  return `${name}{${inside.join(",")}} ${kind ?? value} @${time}`;
}

/** Go writes large numbers and infinities in another way. */
function withPlainNumber(line: string): string {
  return line.replace(/ (\S+) (@-?\d+)$/, (_, value: string, time: string) => {
    const number = Number(value.replace("Inf", "Infinity"));
    return ` ${value === "NaN" || !Number.isNaN(number) ? number : value} ${time}`;
  });
}
