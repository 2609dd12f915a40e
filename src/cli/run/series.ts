import type { Labels } from "../../prometheus/labels.ts";
import type { SeriesSample } from "../../prometheus/remote-write.ts";

/** How many series a name has, of how many labels, and what they are made of. */
export interface NameCount {
  readonly name: string;
  readonly series: number;
  /** The fewest and the most labels that a series of the name has. */
  readonly labels: readonly [fewest: number, most: number];
  /** The metric that the name is of; absent for `target_info`. */
  readonly metric?: string;
}

/** What is left to store. */
export interface Cardinality {
  readonly series: number;
  readonly buckets: number;
  /** The fewest and the most labels that a series has. */
  readonly labelsPerSeries: readonly [fewest: number, most: number];
  /** The labels with the most values, most first. */
  readonly labels: readonly { readonly name: string; readonly values: number }[];
}

/** The series that were exported, each with its latest value. */
export class SeriesTally {
  readonly #samples = new Map<string, SeriesSample>();

  add(samples: readonly SeriesSample[]): void {
    for (const sample of samples) this.#samples.set(seriesName(sample), sample);
  }

  /** `name{labels} value` of each series, in order. */
  get lines(): readonly string[] {
    return [...this.#samples].map(([name, sample]) => `${name} ${valueText(sample)}`).sort();
  }

  /** The same as data. */
  get objects(): readonly object[] {
    return [...this.#samples.values()].map(({ name, labels, value, time, kind }) => ({
      name,
      labels: Object.fromEntries(labels.map((label) => [label.name, label.value])),
      ...(kind === undefined ? { value: Number.isFinite(value) ? value : String(value) } : { kind }),
      time: Number(time),
    }));
  }

  get names(): readonly NameCount[] {
    const counts = new Map<string, { series: number; fewest: number; most: number; metric?: string }>();
    for (const { name, labels, metric } of this.#samples.values()) {
      const known = counts.get(name) ?? { series: 0, fewest: labels.length, most: 0 };
      known.series++;
      known.fewest = Math.min(known.fewest, labels.length);
      known.most = Math.max(known.most, labels.length);
      if (metric !== undefined) known.metric = metric;
      counts.set(name, known);
    }
    return [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { fewest, most, ...count }]) => ({ name, ...count, labels: [fewest, most] as const }));
  }

  get cardinality(): Cardinality {
    const values = new Map<string, Set<string>>();
    let buckets = 0;
    let fewest = Number.POSITIVE_INFINITY;
    let most = 0;
    for (const { name, labels } of this.#samples.values()) {
      fewest = Math.min(fewest, labels.length);
      most = Math.max(most, labels.length);
      if (name.endsWith("_bucket") && labels.some((label) => label.name === "le")) buckets++;
      for (const label of labels) {
        const known = values.get(label.name);
        if (known === undefined) values.set(label.name, new Set([label.value]));
        else known.add(label.value);
      }
    }
    const labels = [...values].map(([name, known]) => ({ name, values: known.size }));
    labels.sort((a, b) => b.values - a.values || (a.name < b.name ? -1 : 1));
    const labelsPerSeries = [this.#samples.size === 0 ? 0 : fewest, most] as const;
    return { series: this.#samples.size, buckets, labelsPerSeries, labels };
  }
}

function seriesName({ name, labels }: SeriesSample): string {
  return `${name}{${written(labels)}}`;
}

function written(labels: Labels): string {
  return labels
    .filter(({ value }) => value !== "")
    .map(({ name, value }) => `${name}="${value.replace(/[\\"\n]/g, escaped)}"`)
    .join(",");
}

function escaped(character: string): string {
  return character === "\n" ? "\\n" : `\\${character}`;
}

function valueText({ value, kind }: SeriesSample): string {
  if (kind !== undefined) return kind === "stale" ? "stale" : "native histogram";
  if (value === Infinity) return "+Inf";
  return value === -Infinity ? "-Inf" : String(value);
}
