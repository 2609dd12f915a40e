import type { PrometheusCompatibility } from "./capabilities.ts";
import { type MetricGroup, nanosOfMilliseconds, nanosOfSeconds } from "./metric-group.ts";

/** What is remembered of a series to tell when it began. */
export interface SeriesStart {
  readonly start: string;
  readonly value: number;
  readonly count: number;
  readonly sum: number;
}

/**
 * When the cumulative series of a target began. Newer receivers only tell what the target says; older ones remember
 * the first scrape of each series, and take a value that falls for a restart.
 */
export class StartTimes {
  /** What the next scrape has to know. */
  readonly known: Map<string, SeriesStart>;
  readonly #told: boolean;

  constructor(
    previous: ReadonlyMap<string, SeriesStart> | undefined,
    compatibility: PrometheusCompatibility,
  ) {
    this.#told = compatibility.has("told_start_times");
    this.known = new Map(this.#told ? [] : previous);
  }

  /** The start of a point in nanoseconds, `undefined` where it is not known. */
  of(resource: string, metric: string, group: MetricGroup, isSummary: boolean): string | undefined {
    const created = group.created === 0 ? undefined : nanosOfSeconds(group.created);
    if (this.#told) return created;
    const key = `${resource}\xff${metric}\xff${group.key}`;
    const now = seriesStart(group, created ?? nanosOfMilliseconds(group.time));
    const before = this.known.get(key);
    if (before === undefined) {
      this.known.set(key, now);
      return now.start;
    }
    if (group.isStale) return before.start;
    const start = hasRestarted(before, now, isSummary) ? now.start : before.start;
    this.known.set(key, { ...now, start });
    return start;
  }
}

function seriesStart(group: MetricGroup, start: string): SeriesStart {
  const number = (value: { number: number; stale: boolean } | undefined) =>
    value === undefined || group.isStale ? 0 : value.number;
  return { start, value: number(group.value), count: number(group.count), sum: number(group.sum) };
}

function hasRestarted(before: SeriesStart, now: SeriesStart, isSummary: boolean): boolean {
  // A summary's zero says nothing.
  const falls = (a: number, b: number) => b < a && !(isSummary && (a === 0 || b === 0));
  return falls(before.count, now.count) || falls(before.sum, now.sum) || now.value < before.value;
}
