import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { OttlError } from "../diagnostics/ottl-error.ts";
import type { TelemetryData } from "./signals.ts";

/** Where a setting is written: the path in the configuration, and line and column where it comes from a text. */
export interface ConfigPlace {
  /** Such as `processors.filter/mesh.metrics.metric[0]`. */
  readonly path: string;
  readonly file?: string;
  /** From 1; absent for a configuration that is no text. */
  readonly line?: number;
  /** From 1, in code points. */
  readonly column?: number;
}

/** An evaluation error that the `error_mode` let pass or that rejects the payload. */
export interface EvaluationProblem {
  /** The component, such as `filter/mesh`. */
  readonly component: string;
  /** What failed. */
  readonly kind?: "condition" | "statement";
  /** Whether the error was let pass, or rejects the payload. */
  readonly errorMode?: "ignore" | "propagate";
  readonly error: OttlError;
  /** The text that failed and where it is written. */
  readonly text: string;
  readonly place: ConfigPlace;
  /** The record that it failed for. */
  readonly record: object;
  /** Where the record is, such as `resourceMetrics[0].scopeMetrics[0].metrics[3]`; indices are of the caller's payload. */
  readonly recordPath: string;
}

/** How a processor is made. */
export interface ProcessorOptions {
  /** The contrib version whose behaviour is wanted, such as `"0.118.0"`; default: the newest known. */
  readonly compatibility?: string;
  /** Feature gates by the reference's ids: `"id"` and `"+id"` switch on, `"-id"` off; default: as in the version. */
  readonly gates?: readonly string[];
  /** The name of the file that a YAML text comes from, for messages. */
  readonly file?: string;
  /** Values of `${env:NAME}` in a YAML text; default: none is set. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Called for what is odd but no error, once, when the processor is made. */
  readonly onWarning?: (warning: Diagnostic) => void;
  /** Called for each evaluation error under `ignore` and `propagate`, not under `silent`. */
  readonly onError?: (problem: EvaluationProblem) => void;
}

/** What a processor makes of a payload; the caller's payload is untouched, unchanged parts are shared with it. */
export interface Applied<P extends TelemetryData = TelemetryData> {
  readonly output: P;
}

/** A processor of a Collector. */
export interface Processor<R extends Applied = Applied> {
  /** Its component id, such as `filter/mesh`. */
  readonly id: string;
  /** Throws an `OttlError` of phase `evaluation` where the payload is rejected as a whole. */
  apply<P extends TelemetryData>(payload: P): R & Applied<P>;
  /** A stream of the outputs; payloads of which nothing is left are skipped. */
  apply<P extends TelemetryData>(payloads: ReadableStream<P>): ReadableStream<P>;
  /** The outputs one by one; payloads of which nothing is left are skipped. */
  apply<P extends TelemetryData>(payloads: AsyncIterable<P>): AsyncIterable<P>;
}
