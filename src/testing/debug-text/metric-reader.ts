import type { Metric } from "../../shapes/records.ts";
import type { Line, LineReader } from "./line-reader.ts";
import { PointReader } from "./point-reader.ts";
import { inside } from "./printed-lines.ts";
import { readAttributes } from "./read-attributes.ts";

/** Reads metrics. */
export class MetricReader {
  readonly #lines: LineReader;
  readonly #points: PointReader;

  constructor(lines: LineReader, doubt: (doubt: string) => void) {
    this.#lines = lines;
    this.#points = new PointReader(lines, doubt);
  }

  /** The metric whose heading was read. */
  read(): Metric {
    const lines = this.#lines;
    lines.require(/^Descriptor:\s*$/, '"Descriptor:"');
    const [, name = ""] = lines.require(/^\s+-> Name:\s?(.*)$/, '"-> Name:"');
    const [, described = ""] = lines.require(/^\s+-> Description:\s?(.*)$/, '"-> Description:"');
    const endsDescription = (_: string, next: Line | undefined) =>
      next === undefined || /^\s+-> Unit:/.test(next.text) || inside.test(next.text);
    const description = lines.goOn(described, endsDescription, '"-> Unit:"');
    const [, unit = ""] = lines.require(/^\s+-> Unit:\s?(.*)$/, '"-> Unit:"');
    const [, type = ""] = lines.require(
      /^\s+-> DataType: (Empty|None|Gauge|Sum|Histogram|ExponentialHistogram|Summary)\s*$/,
      '"-> DataType:" and one of Gauge, Sum, Histogram, ExponentialHistogram, Summary',
    );
    const metadata = readAttributes(lines, { header: "-> Metadata", indent: "     " });
    return {
      name,
      ...(description === "" ? {} : { description }),
      ...(unit === "" ? {} : { unit }),
      ...this.#points.data(type),
      ...(metadata.length === 0 ? {} : { metadata }),
    };
  }
}
