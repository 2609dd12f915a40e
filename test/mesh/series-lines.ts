import type { SeriesSample } from "../../src/prometheus.ts";

/** Samples as lines in order: name, labels without empty ones, value. */
export function seriesLines(samples: readonly SeriesSample[]): string[] {
  return samples
    .map(({ name, labels, value }) => {
      const written = labels
        .filter((label) => label.value !== "")
        .map((label) => `${label.name}=${JSON.stringify(label.value)}`);
      return `${name}{${written.join(",")}} ${value}`;
    })
    .sort();
}
