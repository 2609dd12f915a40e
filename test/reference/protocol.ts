/** The requests and replies of the reference, as README.md beside this file describes them. */
import type { EncodedValue } from "../../src/cli/encode-value.ts";

/** The three programs: the language, and the processors of two releases. */
export type Program = "lang" | "proc" | "proc118";

export type Kind = "condition" | "value" | "statement";

/** The set of functions that a text may call. */
export type FunctionSet = "all" | "filter" | "transform" | "standard" | "test";

/** A question about a text. */
export interface LanguageRequest {
  readonly id?: unknown;
  readonly op: "syntax" | "parse" | "eval" | "bench";
  readonly kind: Kind;
  readonly context: string;
  readonly text: string;
  readonly functions?: FunctionSet;
  readonly pathContextNames?: boolean;
  readonly prependContext?: boolean;
  readonly signal?: "metrics" | "traces" | "logs";
  readonly gates?: Readonly<Record<string, boolean>>;
  /** What paths of context otelcol read. */
  readonly client?: object;
  readonly payload?: unknown;
  /** The reference's own messages from WARN up. */
  readonly logs?: readonly { readonly level: string; readonly message: string }[];
}

/** A question about a processor. */
export interface ProcessRequest {
  readonly id?: unknown;
  readonly op: "process" | "benchProcess";
  readonly processor: "filter" | "transform" | "resource" | "attributes";
  readonly config?: unknown;
  /** The settings as a text, in place of `config`. */
  readonly yaml?: string;
  readonly signal?: "metrics" | "traces" | "logs";
  readonly gates?: Readonly<Record<string, boolean>>;
  readonly payload?: unknown;
  /** The reference's own messages from WARN up. */
  readonly logs?: readonly { readonly level: string; readonly message: string }[];
}

export type Request = LanguageRequest | ProcessRequest;

/** What one statement did to one record. */
export interface StatementDone {
  /** Whether its condition held. */
  readonly matched: boolean;
  readonly error?: string;
}

/** What one record gave. */
export type RecordResult =
  | { readonly value: EncodedValue }
  | { readonly error: string }
  | { readonly statements: readonly StatementDone[]; readonly cache?: EncodedValue };

export interface Reply {
  readonly id?: unknown;
  readonly ok: boolean;
  readonly error?: string;
  readonly stage?: string;
  /** The reference crashed on the text, and caught it. */
  readonly panic?: string;
  /** The process died or hung, as it does when a text makes it grow for ever. */
  readonly died?: string;
  readonly context?: string;
  readonly results?: readonly RecordResult[];
  /** Of `bench` the least time that the condition took, of `benchProcess` the median of the processor. */
  readonly nsPerRecord?: number;
  /** Of `benchProcess`: the fastest round. */
  readonly leastNsPerRecord?: number;
  readonly payload?: unknown;
  /** The reference's own messages from WARN up. */
  readonly logs?: readonly {
    readonly level: string;
    readonly message: string;
    readonly fields?: Readonly<Record<string, unknown>>;
  }[];
}
