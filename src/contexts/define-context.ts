import type { Type } from "../core/types.ts";
import type { Value } from "../core/values.ts";

/** How a field is written in OTLP JSON. 64-bit integers may be decimal strings or numbers, enums names or numbers. */
export type Wire = "string" | "bool" | "int32" | "uint32" | "int64" | "uint64" | "double" | "enum";

interface Described {
  readonly doc: string;
  readonly type: Type;
  /** The record property that holds the owning object; absent: the context's own. */
  readonly owner?: string;
}

/** A plain property of the owner, missing meaning the zero value. */
export interface Field extends Described {
  readonly kind: "field";
  readonly property: string;
  readonly wire: Wire;
  readonly readonly?: boolean;
  /** The numbers of enum names as OTLP JSON may write them. */
  readonly names?: Readonly<Record<string, number>>;
}

/** A map of attributes of the owner, as `KeyValue[]` or a plain object; it takes keys. */
export interface Attributes extends Described {
  readonly kind: "attributes";
  readonly property: string;
}

/** An odd path that brings its own functions. `owner` may be `undefined` where the record lacks it. */
export interface Derived extends Described {
  readonly kind: "derived";
  readonly read: (owner: never, record: never) => Value;
  /** Absent: the path is read-only. */
  readonly write?: (owner: never, value: Value, record: never) => void;
}

/** A path that goes on: `positive.offset`. `self` is what it reads as without going on. */
export interface Branch {
  readonly kind: "branch";
  readonly self?: Field | Attributes | Derived;
  readonly paths: PathTable;
}

export type PathDefinition = Field | Attributes | Derived | Branch;
export type PathTable = Readonly<Record<string, PathDefinition>>;

/** A context: the record it reads, its paths, the higher contexts it reaches, and its enums. */
export interface Context {
  readonly name: string;
  /** Other names of the context, such as `instrumentation_scope`. */
  readonly aliases?: readonly string[];
  readonly doc: string;
  /** The record property that holds its object, such as `metric`. */
  readonly owner: string;
  readonly paths: PathTable;
  /** The contexts whose paths can be read below their name, such as `resource`. */
  readonly higher: readonly Context[];
  readonly enums: Readonly<Record<string, bigint>>;
}

/** Makes a context of one literal. */
export function defineContext(context: Context): Context {
  return context;
}
