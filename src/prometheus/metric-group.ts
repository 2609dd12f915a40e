import { doubleToWire } from "../shapes/otlp-json/wire.ts";
import { uint64OfDouble } from "./number.ts";
import type {
  Double,
  HistogramDataPoint,
  KeyValue,
  NumberDataPoint,
  OtlpExemplar,
  SummaryDataPoint,
} from "./otlp.ts";

/** A value of a series at a time; a stale one marks the end of the series. */
export interface Value {
  readonly number: number;
  readonly stale: boolean;
}

interface Bound {
  readonly bound: number;
  readonly value: number;
}

/** The samples of a family that make one data point. */
export class MetricGroup {
  /** Tells the group from the others of its family. */
  readonly key: string;
  /** Milliseconds since the Unix epoch. */
  readonly time: bigint;
  readonly attributes: KeyValue[];
  value: Value | undefined = undefined;
  count: Value | undefined = undefined;
  sum: Value | undefined = undefined;
  /** Seconds since the Unix epoch, from a `_created` sample. */
  created = 0;
  readonly bounds: Bound[] = [];
  readonly exemplars: OtlpExemplar[] = [];

  constructor(key: string, time: bigint, attributes: KeyValue[]) {
    this.key = key;
    this.time = time;
    this.attributes = attributes;
  }

  /** Whether the series has ended. */
  get isStale(): boolean {
    return this.value?.stale === true || this.count?.stale === true || this.sum?.stale === true;
  }

  /** The data point of a gauge or sum, where there is a value or one to assume. */
  number(start: string | undefined, unset: Value | undefined): NumberDataPoint | undefined {
    const value = this.value ?? unset;
    if (value === undefined) return undefined;
    return {
      ...this.#common(start, value.stale),
      ...(value.stale ? {} : { asDouble: doubleToWire(value.number) }),
      ...this.#exemplars(),
    };
  }

  /** The data point of a histogram; there is none without a count, nor with counts that contradict each other. */
  histogram(start: string | undefined, consistentOnly: boolean): HistogramDataPoint | undefined {
    if (this.count === undefined) return undefined;
    const stale = this.isStale;
    const buckets = this.#sortedBounds();
    if (buckets.at(-1)?.bound === Infinity) buckets.pop();
    const count = this.count.number;
    if (consistentOnly && !stale && !isConsistent(buckets, count)) return undefined;
    const counts = [...buckets.map((bucket) => bucket.value), count].map((value, i, all) =>
      stale ? "0" : uint64OfDouble(i === 0 ? value : value - (all[i - 1] as number)),
    );
    return {
      ...this.#common(start, stale),
      ...this.#totals(stale),
      bucketCounts: counts,
      ...(buckets.length === 0
        ? {}
        : { explicitBounds: buckets.map((bucket) => doubleToWire(bucket.bound)) }),
      ...this.#exemplars(),
    };
  }

  /** The data point of a summary; there is none without a count. */
  summary(start: string | undefined): SummaryDataPoint | undefined {
    if (this.count === undefined) return undefined;
    const stale = this.isStale;
    const quantiles = this.#sortedBounds().map(({ bound, value }) => ({
      ...(bound === 0 ? {} : { quantile: doubleToWire(bound) }),
      ...(stale || value === 0 ? {} : { value: doubleToWire(value) }),
    }));
    const { sum = 0, ...totals } = this.#totals(stale);
    return {
      ...this.#common(start, stale),
      ...totals,
      ...(sum === 0 ? {} : { sum }),
      ...(quantiles.length === 0 ? {} : { quantileValues: quantiles }),
    };
  }

  #sortedBounds(): Bound[] {
    return this.bounds.sort((a, b) => a.bound - b.bound || 0);
  }

  #common(start: string | undefined, stale: boolean) {
    return {
      ...(this.attributes.length === 0 ? {} : { attributes: this.attributes }),
      ...(start === undefined ? {} : { startTimeUnixNano: start }),
      timeUnixNano: nanosOfMilliseconds(this.time),
      ...(stale ? { flags: 1 } : {}),
    };
  }

  #totals(stale: boolean): { count?: string; sum?: Double } {
    if (stale || this.count === undefined) return {};
    const count = uint64OfDouble(this.count.number);
    return {
      ...(count === "0" ? {} : { count }),
      ...(this.sum === undefined ? {} : { sum: doubleToWire(this.sum.number) }),
    };
  }

  #exemplars() {
    return this.exemplars.length === 0 ? {} : { exemplars: this.exemplars };
  }
}

/** A time in milliseconds as OTLP JSON writes it. */
export function nanosOfMilliseconds(milliseconds: bigint): string {
  return String(BigInt.asUintN(64, milliseconds * 1_000_000n));
}

/** A time in seconds as OTLP JSON writes it, to the nanosecond that a float of that size can tell. */
export function nanosOfSeconds(seconds: number): string {
  if (!Number.isFinite(seconds) || Math.abs(seconds) >= 2 ** 63) return String(2n ** 63n);
  const whole = Math.trunc(seconds);
  const nanos = Math.trunc((seconds - whole) * 1e9);
  return String(BigInt.asUintN(64, BigInt(whole) * 1_000_000_000n + BigInt(nanos)));
}

/** Whether cumulative counts never fall and the total is at least the last one. */
function isConsistent(buckets: readonly Bound[], count: number): boolean {
  let previous = 0;
  for (const value of [...buckets.map((bucket) => bucket.value), count]) {
    if (Number.isNaN(value) || value < previous) return false;
    previous = value;
  }
  return true;
}
