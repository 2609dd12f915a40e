import type { Inference } from "../../check/infer-context.ts";
import type { Value } from "../../core/values.ts";
import type { Span } from "../../diagnostics/diagnostic.ts";
import type { OttlError } from "../../diagnostics/ottl-error.ts";
import type { Condition, ConditionExplanation } from "../../engine/condition.ts";
import type { ErrorMode } from "../../engine/conditions.ts";
import type { StatementExplanation } from "../../engine/explain-statement.ts";
import type { Statement } from "../../engine/statement.ts";
import type { FunctionDefinition } from "../../functions/define-function.ts";
import type { Client } from "../../shapes/records.ts";
import type { Applied, ConfigPlace, Processor, ProcessorOptions } from "../processor.ts";
import type { SignalName, TelemetryData } from "../signals.ts";

/** How a transform is made. */
export interface TransformOptions extends ProcessorOptions {
  /**
   * The functions that statements may call; default: all but those of the filter processor, which conditions of groups
   * may call in place of the transform processor's.
   */
  readonly functions?: readonly FunctionDefinition[];
  /** The client that sent the data, which paths below `otelcol` read; a function is asked once for each payload. */
  readonly client?: Client | ((payload: TelemetryData) => Client | undefined);
  /** Whether `apply` changes the caller's payload and answers it, in place of a copy; default: false. */
  readonly inPlace?: boolean;
  /** Told of every statement and group that is run; it costs time, so that `apply` is slower by far. */
  readonly observer?: TransformObserver;
}

/** A transform processor: it changes records by statements. */
export interface Transform extends Processor {
  /** What is run, in order. */
  readonly groups: readonly TransformGroup[];
  /**
   * Tells what `apply` would make of a payload of one record of `recordsOf`, and why: which groups were tried on the
   * record, on those that it is in and on what is in it, which conditions opened them or did not, and what each
   * statement changed. A data point is seen in its metric. Calls that give something else each time, such as `Now()`,
   * do so here, too.
   *
   * @throws {OttlError} of phase `configuration` for what is no record, such as a whole payload.
   */
  explain(record: object): TransformExplanation;
  /**
   * The record as the transform leaves it; absent where a statement took it away, or the payload is rejected.
   *
   * @throws {OttlError} of phase `configuration` for what is no record.
   */
  left(record: object): object | undefined;
}

/** Statements over one context that are run in one walk over the payload. */
export interface TransformGroup {
  /** Where it is configured: `log_statements`, or `log_statements[1]` for a group. */
  readonly name: string;
  readonly signal: SignalName | "profiles";
  readonly context: string;
  readonly errorMode: ErrorMode;
  /** Whether it uses one `cache` with other groups over its context. */
  readonly sharesCache: boolean;
  /** Where there are some, the statements run only on records that meet one of them. */
  readonly conditions: readonly TransformCondition[];
  readonly statements: readonly TransformStatement[];
  /** How their paths told the context; absent where the setting says it. */
  readonly inference?: Inference;
}

/** A condition of a group. */
export interface TransformCondition {
  readonly text: string;
  readonly place: ConfigPlace;
  readonly condition: Condition;
  /** The place of a range of `text`, such as the span of the sub-expression that decided. */
  readonly locate: (span: Span) => ConfigPlace;
}

/** A statement of a group. */
export interface TransformStatement {
  readonly text: string;
  readonly place: ConfigPlace;
  readonly statement: Statement;
  /** The place of a range of `text`. */
  readonly locate: (span: Span) => ConfigPlace;
}

/** What is told of the work of `apply`, record by record. */
export interface TransformObserver {
  /** A group was tried on a record. */
  readonly onGroup?: (seen: GroupSeen) => void;
  /** A statement was run on a record, or would have been if its condition had held. */
  readonly onStatement?: (seen: StatementSeen) => void;
}

/** Where a group was tried. */
export interface GroupSeen {
  readonly group: TransformGroup;
  readonly recordPath: string;
  /** The index of the condition that opened the group; -1: none did, `undefined`: it has none. */
  readonly openedBy: number | undefined;
}

/** What a statement did to a record. */
export interface StatementSeen {
  readonly group: TransformGroup;
  /** The index of the statement in its group. */
  readonly index: number;
  readonly recordPath: string;
  /** Whether its condition held; false where it failed. */
  readonly ran: boolean;
  readonly changes: readonly Change[];
  readonly error?: OttlError;
}

/** What happened to a path of a record. */
export interface Change {
  /** `moved`: the entries of a map are in another order, or items of the payload came or went. */
  readonly kind: "set" | "added" | "deleted" | "moved";
  /** Such as `attributes["http.method"]`; of another context than the group's with its name, such as `resource.attributes["a"]`. */
  readonly path: string;
  readonly before?: Value;
  readonly after?: Value;
}

/** What becomes of a record. */
export interface TransformExplanation {
  /** `gone`: a statement took the record away; `rejected`: the whole payload is refused. */
  readonly verdict: "unchanged" | "changed" | "gone" | "rejected";
  /** Every group that was tried, in order, once for each record that it was tried on. */
  readonly tried: readonly GroupTrial[];
  /** What rejected the payload. */
  readonly rejectedBy?: ConditionTrial | StatementTrial;
}

/** A group's part in an explanation. */
export interface GroupTrial {
  readonly group: TransformGroup;
  /** The record as the group met it. */
  readonly record: object;
  /** Which it is of those in the record that is explained, such as `.gauge.dataPoints[2]`; empty: the record itself or one that it is in. */
  readonly recordPath: string;
  readonly opened: boolean;
  /** Every condition that was asked; the last one decided. */
  readonly conditions: readonly ConditionTrial[];
  readonly statements: readonly StatementTrial[];
}

/** A condition's part in an explanation. */
export interface ConditionTrial {
  readonly kind: "condition";
  readonly group: TransformGroup;
  readonly index: number;
  readonly condition: TransformCondition;
  readonly explanation: ConditionExplanation;
  /** What became of an error. */
  readonly error?: Error;
}

/** A statement's part in an explanation. */
export interface StatementTrial {
  readonly kind: "statement";
  readonly group: TransformGroup;
  readonly index: number;
  readonly statement: TransformStatement;
  readonly explanation: StatementExplanation;
  /** What it changed in the record and in those that it is in. */
  readonly changes: readonly Change[];
  readonly error?: Error;
}

/** An error and what the group's `error_mode` made of it. */
interface Error {
  readonly outcome: "reported" | "silenced" | "rejected";
  readonly error: OttlError;
}

/** What a transform makes of a payload. */
export type TransformResult<P extends TelemetryData = TelemetryData> = Applied<P>;
