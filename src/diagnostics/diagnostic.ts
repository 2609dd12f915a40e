/** A half-open range of UTF-16 offsets in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Severity = "error" | "warning" | "info";

/** A repair: the text to put in place of a span. */
export interface Fix {
  readonly title: string;
  readonly span: Span;
  readonly text: string;
}

/** One finding about a text or an evaluation, as data. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** One line, without position. */
  readonly message: string;
  readonly span: Span;
  /** The setting that it is about, such as `processors.filter/mesh.metrics.metric[0]`. */
  readonly setting?: string;
  /** What to say at the span's underline, such as `did you mean "metric.name"?`. */
  readonly label?: string;
  /** A further line: valid alternatives, a version, a link. */
  readonly hint?: string;
  readonly fix?: Fix;
}
