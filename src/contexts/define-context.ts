import type { Capability } from "../core/compatibility.ts";
import type { TypeName } from "../core/values.ts";

/**
 * How a property is written in OTLP JSON. 64-bit integers may be decimal strings or numbers, enums names or numbers, ids
 * are hexadecimal digits, bytes base64.
 */
export type Wire =
  | "string"
  | "bool"
  | "int32"
  | "uint32"
  | "int64"
  | "uint64"
  | "double"
  | "enum"
  | "bytes"
  | "trace id"
  | "span id";

/** The kinds of data that a metric can have, in the order of their numbers, which start at 1. */
export const metricKinds = ["gauge", "sum", "histogram", "exponentialHistogram", "summary"] as const;
export type MetricKind = (typeof metricKinds)[number];

/** What some versions of the language lack. */
export type PathCapability = Capability;

interface Described {
  readonly doc: string;
  /** The record property that holds the owning object; absent: the context's own; empty: the record itself. */
  readonly owner?: string;
  /** What the language version must have for the path to exist; absent: every version has it. */
  readonly capability?: PathCapability;
}

/** A plain property of the owner, missing meaning the zero value. */
export interface Field extends Described {
  readonly kind: "field";
  readonly property: string;
  readonly wire: Wire;
  /** The object of the owner that holds it, such as `status`. */
  readonly within?: string;
  /** All properties of which the owner holds one (the last one written): the others read as zero. */
  readonly oneOf?: readonly string[];
  /** The numbers of enum names as OTLP JSON may write them. */
  readonly names?: Readonly<Record<string, number>>;
  /** Writing a number that the property cannot hold is an error; elsewhere it wraps around. */
  readonly checked?: boolean;
}

/** A value of any type, such as the body of a log record; it takes keys where it is a map or a list. */
export interface AnyTyped extends Described {
  readonly kind: "value";
  readonly property: string;
}

/** A map of attributes of the owner, as `KeyValue[]` or a plain object; it takes keys. */
export interface Attributes extends Described {
  readonly kind: "attributes";
  readonly property: string;
}

/** Attributes of a profile: indices into the tables of the payload's dictionary; it takes keys. */
export interface IndexedAttributes extends Described {
  readonly kind: "indexed attributes";
  readonly property: string;
}

/**
 * A property that only some kinds of metrics or their data points have: it reads as nil on the others. `in` is the
 * object that holds it: the data of the metric or the data point.
 */
export interface Variant extends Described {
  readonly kind: "variant";
  readonly of: readonly MetricKind[];
  readonly in: "data" | "point";
  /** The object between, such as `positive`. */
  readonly within?: string;
  readonly property: string;
  readonly wire: Wire;
  /** A list of such values, typed as the reference's Go slice. */
  readonly list?: boolean;
  /** All properties of which a point holds one (the last one written): the others read as zero. */
  readonly oneOf?: readonly string[];
  readonly names?: Readonly<Record<string, number>>;
}

/** A piece of telemetry that is no value: a list of objects, or one. Only some kinds of metric may have it. */
export interface Piece extends Described {
  readonly kind: "piece";
  /** The object that holds it: the data of the metric, the data point, or the owner, whatever its kind. */
  readonly in: "data" | "point" | "owner";
  readonly property: string;
  /** The reference's Go type, by kind of metric where only some kinds have the piece. */
  readonly types: string | Readonly<Partial<Record<MetricKind, string>>>;
  readonly list: boolean;
}

/** What is computed from properties; each shape knows how. */
export interface Derived extends Described {
  readonly kind: "derived";
  readonly derivation: Derivation;
  /** The property it is derived from, where it is one. */
  readonly property: string;
  /** The object of the owner that holds it. */
  readonly within?: string;
  readonly type: TypeName;
  /** Whether it takes keys: any number of them, or exactly one. */
  readonly keys?: boolean | 1;
  /** Writing it is an error at run time. */
  readonly readonly?: boolean;
  /** The texts of the numbers of an enum, in their order; others have the empty text and cannot be written. */
  readonly texts?: readonly string[];
  /** The numbers of enum names as OTLP JSON may write them. */
  readonly names?: Readonly<Record<string, number>>;
}

/**
 * `time`: nanoseconds as a time. `metric type`: the number of the kind of metric; writing it does nothing.
 * `trace id text`, `span id text`, `profile id text`: the digits of an id. `profile id`: an id that is no value of the
 * language. `dictionary text`: a text of the payload's dictionary by its index. `indices`: a list of numbers. `enum text`: a text for the number of an enum. `value text`: a
 * value of any type as text. `trace state`: a W3C trace state, a text whose entries are reached by keys. `index`: the
 * position of the record among its like, as whoever made the record says.
 * `address`: a string or nil. `headers`: lists of strings by name. `claims`: attributes of the authenticated client.
 */
export type Derivation =
  | "time"
  | "metric type"
  | "trace id text"
  | "span id text"
  | "profile id text"
  | "profile id"
  | "dictionary text"
  | "indices"
  | "enum text"
  | "value text"
  | "trace state"
  | "index"
  | "address"
  | "headers"
  | "claims";

/** A path that goes on: `positive.offset`. `self` is what it reads as without going on. */
export interface Branch {
  readonly kind: "branch";
  readonly self?: Leaf;
  readonly paths: PathTable;
}

/** A definition that ends a path. */
export type Leaf = Field | AnyTyped | Attributes | IndexedAttributes | Variant | Piece | Derived;
export type PathDefinition = Leaf | Branch;
export type PathTable = Readonly<Record<string, PathDefinition>>;

/** A context: the record it reads, its paths, the higher contexts it reaches, and its enums. */
export interface Context {
  readonly name: string;
  /** Other names of the context, such as `instrumentation_scope`. */
  readonly aliases?: readonly string[];
  readonly doc: string;
  /** The context is not in the pinned reference: nothing of it is compared, and this says on what it stands instead. */
  readonly unverified?: string;
  /** The record property that holds its object, such as `metric`. */
  readonly owner: string;
  readonly paths: PathTable;
  /** The contexts whose paths can be read below their name, such as `resource`. */
  readonly higher: readonly Context[];
  readonly enums: Readonly<Record<string, bigint>>;
  /** What the language version must have for lower contexts to reach it. */
  readonly capability?: PathCapability;
  /** The first version that can check texts over it; absent: the oldest. */
  readonly since?: PathCapability;
  /** What the version must have for plain fields to refuse a value of another type; absent: `typed_writes`. */
  readonly typed?: PathCapability;
}

type Options<D extends PathDefinition> = Omit<D, "kind" | "property" | "wire">;

/** A plain property. */
export function field(property: string, wire: Wire, options: Options<Field>): Field {
  return { kind: "field", property, wire, ...options };
}

/** A value of any type. */
export function anyTyped(property: string, options: Options<AnyTyped>): AnyTyped {
  return { kind: "value", property, ...options };
}

/** A map of attributes. */
export function attributes(property: string, options: Options<Attributes>): Attributes {
  return { kind: "attributes", property, ...options };
}

/** Attributes of a profile. */
export function indexedAttributes(property: string, options: Options<IndexedAttributes>): IndexedAttributes {
  return { kind: "indexed attributes", property, ...options };
}

/** A property of some kinds of metric. */
export function variant(property: string, wire: Wire, options: Options<Variant>): Variant {
  return { kind: "variant", property, wire, ...options };
}

/** A piece of telemetry. */
export function piece(property: string, options: Options<Piece>): Piece {
  return { kind: "piece", property, ...options };
}

/** Something computed from a property. */
export function derived(
  property: string,
  derivation: Derivation,
  options: Omit<Options<Derived>, "derivation">,
): Derived {
  return { kind: "derived", property, derivation, ...options };
}

/** A path that goes on. */
export function branch(paths: PathTable, self?: Leaf): Branch {
  return self === undefined ? { kind: "branch", paths } : { kind: "branch", paths, self };
}

/** Makes a context of one literal. */
export function defineContext(context: Context): Context {
  return context;
}
