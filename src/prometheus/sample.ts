import type { Labels } from "./labels.ts";

/** The text formats: Prometheus text 0.0.4, which scrapes use unless they say otherwise, and OpenMetrics 1.0. */
export type ExpositionFormat = (typeof expositionFormats)[number];
export const expositionFormats = ["text", "openmetrics"] as const;

export type MetricType =
  | "counter"
  | "gauge"
  | "histogram"
  | "summary"
  | "unknown"
  | "info"
  | "stateset"
  | "gaugehistogram";

/** What the lines `# TYPE`, `# HELP` and `# UNIT` say of a name. */
export interface Metadata {
  readonly type: MetricType;
  readonly help: string;
  readonly unit: string;
}

/** A line about a name. It holds for the samples after it, not for those before. */
export interface MetadataLine extends Partial<Metadata> {
  readonly name: string;
  /** Where the line begins in the text. */
  readonly offset: number;
}

/** One line with a value. */
export interface Sample {
  readonly name: string;
  /** Without the name; empty values are still there. */
  readonly labels: Labels;
  readonly value: number;
  /** Milliseconds since the Unix epoch, where the line has a timestamp. */
  readonly timestamp?: bigint;
  readonly exemplar?: Exemplar;
  /** The series as written, from the start of the line to the end of its labels. */
  readonly series: string;
  /** Where the line begins in the text. */
  readonly offset: number;
}

/** An exemplar of an OpenMetrics sample. */
export interface Exemplar {
  readonly labels: Labels;
  readonly value: number;
  /** Milliseconds since the Unix epoch. */
  readonly timestamp?: bigint;
}
