import type {
  AggregationTemporality,
  DataPoint,
  Exemplar,
  ExponentialHistogramDataPoint,
  HistogramDataPoint,
  Metric,
  NumberDataPoint,
  SummaryDataPoint,
  ValueAtQuantile,
} from "../../shapes/records.ts";
import type { LineReader } from "./line-reader.ts";
import { bucketsOf, type PrintedBucket } from "./printed-buckets.ts";
import { readTime } from "./printed-time.ts";
import { doubleOf } from "./printed-value.ts";
import { readAttributes } from "./read-attributes.ts";

const double = "(-?\\d+\\.\\d{6}|NaN|[+-]Inf)";
const temporalities: Readonly<Record<string, AggregationTemporality>> = {
  Unspecified: 0,
  Delta: 1,
  Cumulative: 2,
};

/** Reads the data of metrics. */
export class PointReader {
  readonly #lines: LineReader;
  readonly #doubt: (doubt: string) => void;

  constructor(lines: LineReader, doubt: (doubt: string) => void) {
    this.#lines = lines;
    this.#doubt = doubt;
  }

  /** The data of a metric of a type. */
  data(type: string): Partial<Metric> {
    switch (type) {
      case "Gauge":
        return { gauge: { dataPoints: this.#all("NumberDataPoints", () => this.#number()) } };
      case "Sum": {
        const [, monotonic] = this.#lines.require(
          /^\s+-> IsMonotonic: (true|false)\s*$/,
          '"-> IsMonotonic:"',
        );
        return {
          sum: {
            isMonotonic: monotonic === "true",
            aggregationTemporality: this.#temporality(),
            dataPoints: this.#all("NumberDataPoints", () => this.#number()),
          },
        };
      }
      case "Histogram":
        return {
          histogram: {
            aggregationTemporality: this.#temporality(),
            dataPoints: this.#all("HistogramDataPoints", () => this.#histogram()),
          },
        };
      case "ExponentialHistogram":
        return {
          exponentialHistogram: {
            aggregationTemporality: this.#temporality(),
            dataPoints: this.#all("ExponentialHistogramDataPoints", () => this.#exponential()),
          },
        };
      case "Summary":
        return { summary: { dataPoints: this.#all("SummaryDataPoints", () => this.#summary()) } };
      default:
        return {};
    }
  }

  #temporality(): AggregationTemporality {
    const [, name = ""] = this.#lines.require(
      /^\s+-> AggregationTemporality: (Unspecified|Delta|Cumulative)\s*$/,
      '"-> AggregationTemporality:" and one of Unspecified, Delta, Cumulative',
    );
    return temporalities[name] ?? 0;
  }

  #all<P extends DataPoint>(heading: string, read: () => P): P[] {
    const points: P[] = [];
    while (/^\w*DataPoints #\d+\s*$/.test(this.#lines.line?.text ?? "")) {
      this.#lines.require(new RegExp(`^${heading} #${points.length}\\s*$`), `${heading} #${points.length}`);
      points.push(read());
    }
    return points;
  }

  #shared() {
    const attributes = readAttributes(this.#lines, { header: "Data point attributes" });
    const startTimeUnixNano = this.#time("StartTimestamp");
    const timeUnixNano = this.#time("Timestamp");
    return { ...(attributes.length === 0 ? {} : { attributes }), startTimeUnixNano, timeUnixNano };
  }

  #number(): NumberDataPoint {
    return { ...this.#shared(), ...this.#value("Value"), ...this.#exemplars() };
  }

  #histogram(): HistogramDataPoint {
    const point: HistogramDataPoint = { ...this.#shared(), count: this.#count(), ...this.#statistics() };
    const explicitBounds = this.#list(
      new RegExp(`^ExplicitBounds #(\\d+): ${double}\\s*$`),
      "ExplicitBounds",
    );
    const bucketCounts = this.#list(/^Buckets #(\d+), Count: (\d+)\s*$/, "Buckets");
    if (bucketCounts.length !== 0 || explicitBounds.length !== 0) {
      if (bucketCounts.length !== explicitBounds.length + 1)
        this.#lines.refuse(`Buckets #${bucketCounts.length}`);
      point.explicitBounds = explicitBounds.map(printedDouble);
      point.bucketCounts = bucketCounts;
    }
    return { ...point, ...this.#exemplars() };
  }

  #exponential(): ExponentialHistogramDataPoint {
    const point = { ...this.#shared(), count: this.#count(), ...this.#statistics() };
    const negative: PrintedBucket[] = [];
    const positive: PrintedBucket[] = [];
    const bucket = (pattern: string) =>
      this.#lines.take(new RegExp(`^Bucket ${pattern}, Count: (\\d+)\\s*$`));
    for (
      let found = bucket(`\\[${double}, ${double}\\)`);
      found;
      found = bucket(`\\[${double}, ${double}\\)`)
    )
      negative.unshift({ lower: -Number(found[2]), upper: outer(found[1]), count: found[3] ?? "" });
    const zeroCount = bucket("\\[0, 0\\]")?.[1];
    for (
      let found = bucket(`\\(${double}, ${double}\\]`);
      found;
      found = bucket(`\\(${double}, ${double}\\]`)
    )
      positive.push({ lower: Number(found[1]), upper: outer(found[2]), count: found[3] ?? "" });
    const found = bucketsOf(positive, negative);
    if (found === undefined)
      this.#doubt("the scale of an exponential histogram cannot be told from the bounds of its buckets");
    return {
      ...point,
      ...(zeroCount === undefined ? {} : { zeroCount }),
      ...(positive.length + negative.length === 0 ? {} : found),
      ...this.#exemplars(),
    };
  }

  #summary(): SummaryDataPoint {
    const point: SummaryDataPoint = { ...this.#shared(), count: this.#count() };
    const [, sum = ""] = this.#lines.require(new RegExp(`^Sum: ${double}\\s*$`), '"Sum:" and a number');
    point.sum = printedDouble(sum);
    const quantile = new RegExp(`^QuantileValue #(\\d+): Quantile ${double}, Value ${double}\\s*$`);
    const quantileValues: ValueAtQuantile[] = [];
    while (/^QuantileValue #/.test(this.#lines.line?.text ?? "")) {
      const expected = `QuantileValue #${quantileValues.length}`;
      const [, index, at = "", value = ""] = this.#lines.require(quantile, expected);
      if (index !== String(quantileValues.length)) this.#lines.refuseLast(expected);
      quantileValues.push({ quantile: printedDouble(at), value: printedDouble(value) });
    }
    return quantileValues.length === 0 ? point : { ...point, quantileValues };
  }

  #count(): string {
    return this.#lines.require(/^Count: (\d+)\s*$/, '"Count:" and a number')[1] ?? "";
  }

  #statistics() {
    const found = (["Sum", "Min", "Max"] as const).flatMap((name) => {
      if (!this.#lines.line?.text.startsWith(`${name}:`)) return [];
      const [, value = ""] = this.#lines.require(
        new RegExp(`^${name}: ${double}\\s*$`),
        `"${name}:" and a number with six decimals`,
      );
      return [[name.toLowerCase(), printedDouble(value)] as const];
    });
    return Object.fromEntries(found);
  }

  /** Lines with numbers from 0 on. */
  #list(pattern: RegExp, name: string): string[] {
    const items: string[] = [];
    while (this.#lines.line?.text.startsWith(`${name} #`)) {
      const expected = `${name} #${items.length}`;
      const [, index, item = ""] = this.#lines.require(pattern, expected);
      if (index !== String(items.length)) this.#lines.refuseLast(expected);
      items.push(item);
    }
    return items;
  }

  #value(name: string): Pick<NumberDataPoint, "asInt" | "asDouble"> {
    if (!new RegExp(`^(\\s+-> )?${name}:`).test(this.#lines.line?.text ?? "")) return {};
    const [, , value = ""] = this.#lines.require(
      new RegExp(`^(\\s+-> )?${name}: (-?\\d+|${double})\\s*$`),
      `"${name}:" and an int, or a double with six decimals`,
    );
    return /^-?\d+$/.test(value) ? { asInt: value } : { asDouble: printedDouble(value) };
  }

  #time(name: string): string {
    return readTime(this.#lines, name);
  }

  #exemplars(): { readonly exemplars?: Exemplar[] } {
    if (!this.#lines.take(/^Exemplars:\s*$/)) return {};
    const exemplars: Exemplar[] = [];
    do {
      this.#lines.require(new RegExp(`^Exemplar #${exemplars.length}\\s*$`), `Exemplar #${exemplars.length}`);
      exemplars.push(this.#exemplar());
    } while (/^Exemplar #\d+\s*$/.test(this.#lines.line?.text ?? ""));
    return { exemplars };
  }

  #exemplar(): Exemplar {
    const [, traceId = ""] = this.#lines.require(/^\s+-> Trace ID:\s?([\da-f]{32})?\s*$/, '"-> Trace ID:"');
    const [, spanId = ""] = this.#lines.require(/^\s+-> Span ID:\s?([\da-f]{16})?\s*$/, '"-> Span ID:"');
    const timeUnixNano = this.#time("Timestamp");
    const value = this.#value("Value");
    const filteredAttributes = readAttributes(this.#lines, {
      header: "-> FilteredAttributes",
      indent: "     ",
    });
    return {
      ...(traceId === "" ? {} : { traceId }),
      ...(spanId === "" ? {} : { spanId }),
      timeUnixNano,
      ...value,
      ...(filteredAttributes.length === 0 ? {} : { filteredAttributes }),
    };
  }
}

/** A double as `%f` prints it. */
function printedDouble(text: string): number | string {
  return doubleOf(text.replace(/^\+?Inf$/, "Infinity").replace(/^-Inf$/, "-Infinity"));
}

/** The outer bound of a bucket, away from zero. */
function outer(text = ""): number {
  return Math.abs(Number(String(text).replace("Inf", "Infinity")));
}
