/**
 * The types of fields, parameters and results: `import * as t from "./types.ts"`.
 *
 * A type narrows a value as the reference's getter of the same name does, and throws `TypeMismatch` (or another
 * `Failure`) where that getter answers an error. A type that is `literal` takes only a literal of the text.
 */
import type { Capability } from "./compatibility.ts";
import { convertToBool, convertToBytes, convertToDouble, convertToInt } from "./convert.ts";
import { listOfData } from "./data.ts";
import { TypeMismatch } from "./failure.ts";
import { dataText, textOf } from "./text.ts";
import {
  Duration,
  GoMap,
  ListValue,
  MapValue,
  Timestamp,
  type TypeName,
  typeNameOf,
  type Value,
} from "./values.ts";

/** A type of a field, a parameter or a result. */
export interface Type<T = unknown> {
  /** What a reader calls it, such as `string` or `string-like`. */
  readonly label: string;
  /** The type of the values it stands for, `any` where several are taken. */
  readonly name: TypeName;
  /** The reference's getter kind, such as `StringLikeGetter`; literals have the Go type, such as `string`. */
  readonly getter: string;
  /** Turns a value into what an implementation takes; throws a `Failure` where the reference answers an error. */
  readonly narrow: (value: Value) => T;
  /** The same for an item of a list of telemetry data, where the reference reads that in another way. */
  readonly narrowData?: (value: Value) => T;
  /** Which literal is demanded in the text, or `undefined` where any expression is taken. */
  readonly literal?: "string" | "int" | "double" | "bool" | "bytes" | "enum";
  /** The items of a list of arguments. */
  readonly items?: Items;
  /** What a version must have for the argument to be anything but a literal; absent: every version takes any. */
  readonly dynamicSince?: Capability;
  /** What a literal argument must narrow to when a text is checked; absent: the type itself. */
  readonly strict?: Type;
  /** What is handed over in place of the value; absent: the value itself. */
  readonly passes?: Passes;
}

/**
 * What a parameter takes beside values: a `place` (a path that an editor reads and writes), a `lazy` value (evaluated
 * when the implementation asks for it), the name of a `function`, or a `lambda` with a number of parameters.
 */
export type Passes =
  | { readonly kind: "place" | "lazy" | "function" }
  | { readonly kind: "lambda"; readonly arity: number };

/** How a list of arguments is written and handed over. */
export interface Items {
  readonly type: Type;
  /**
   * The whole list may also be one expression that yields a list, narrowed by the list type. Where it may not, the
   * items are evaluated one after the other while the implementation iterates.
   */
  readonly dynamic: boolean;
  /** The least number of items of a list written in the text. */
  readonly least: number;
  /** Items that do not depend on records are told to `create` also where others, told as `undefined`, do. */
  readonly partly?: true;
}

/** A type whose values can be told by looking at them. */
interface Exact<T extends Value> extends Type<T> {
  readonly accepts: (value: Value) => value is T;
}

/* @__NO_SIDE_EFFECTS__ */
function exact<T extends Value>(
  name: TypeName,
  getter: string,
  accepts: (value: Value) => value is T,
): Exact<T> {
  const narrow = (value: Value): T => {
    if (accepts(value)) return value;
    throw new TypeMismatch(name, typeNameOf(value));
  };
  return { label: name, name, getter, narrow, accepts };
}

/** Any value. */
export const any: Type<Value> = { label: "any", name: "any", getter: "Getter", narrow: (value) => value };

/** Any value but nil, which the reference does not take for what a lambda answers. */
export const notNil: Type<Value> = {
  ...any,
  label: "any value but nil",
  narrow(value) {
    if (value !== null) return value;
    throw new TypeMismatch("any value but nil", "nil");
  },
};

export const string = exact("string", "StringGetter", (value) => typeof value === "string");
export const int = exact("int", "IntGetter", (value) => typeof value === "bigint");
export const double = exact("double", "FloatGetter", (value) => typeof value === "number");
export const bool = exact("bool", "BoolGetter", (value) => typeof value === "boolean");
export const map: Exact<MapValue> = {
  ...exact("map", "PMapGetter", (value) => value instanceof MapValue),
  narrow(value) {
    if (value instanceof MapValue) return value instanceof GoMap ? value.data : value;
    throw new TypeMismatch("map", typeNameOf(value));
  },
};
export const time = exact("time", "TimeGetter", (value) => value instanceof Timestamp);
export const duration = exact("duration", "DurationGetter", (value) => value instanceof Duration);

/** A list of data; lists of literals and typed lists are made one. */
export const list: Type<ListValue> = {
  label: "list",
  name: "list",
  getter: "PSliceGetter",
  narrow(value) {
    if (value instanceof ListValue) return listOfData(value);
    throw new TypeMismatch("list", typeNameOf(value));
  },
};

/** The text of any value, `null` of nil. */
export const stringLike: Type<string | null> = {
  ...like("string-like", "StringLikeGetter", textOf),
  narrowData: dataText,
};
/** The whole number that a value says, `null` of nil. */
export const intLike = like("int-like", "IntLikeGetter", convertToInt);
/** The number that a value says, `null` of nil. */
export const doubleLike = like("double-like", "FloatLikeGetter", convertToDouble);
/** The truth that a value says, `null` of nil. */
export const boolLike = like("bool-like", "BoolLikeGetter", convertToBool);
/** The bytes of a value, `null` of nil. */
export const bytesLike = like("bytes-like", "ByteSliceLikeGetter", convertToBytes);

/* @__NO_SIDE_EFFECTS__ */
function like<T>(label: string, getter: string, narrow: (value: Value) => T): Type<T> {
  return { label, name: "any", getter, narrow };
}

export const stringLiteral: Type<string> = {
  ...string,
  label: "string literal",
  getter: "string",
  literal: "string",
};
export const intLiteral: Type<bigint> = { ...int, label: "int literal", getter: "int64", literal: "int" };
export const doubleLiteral: Type<number> = {
  ...double,
  label: "double literal",
  getter: "float64",
  literal: "double",
};
export const boolLiteral: Type<boolean> = { ...bool, label: "bool literal", getter: "bool", literal: "bool" };
export const enumLiteral: Type<bigint> = { ...int, label: "enum", getter: "Enum", literal: "enum" };
export const bytesLiteral: Type<Uint8Array> = {
  ...exact("bytes", "[]byte", (value) => value instanceof Uint8Array),
  label: "bytes literal",
  literal: "bytes",
};

/** A result that may also be nil. */
/* @__NO_SIDE_EFFECTS__ */
export function nilable(type: Type): Type<Value> {
  return { ...any, label: `${type.label} or nil` };
}

/** Whether a value is of a type. A literal of another type is refused when the text is checked, as in the reference. */
/* @__NO_SIDE_EFFECTS__ */
export function isA<T extends Value>(type: Exact<T>): Type<boolean> {
  return { label: type.label, name: "any", getter: type.getter, narrow: type.accepts, strict: type };
}

/** A type that takes only literals in versions without the capability. */
/* @__NO_SIDE_EFFECTS__ */
export function literalWithout<T>(capability: Capability, type: Type<T>): Type<T> {
  return { ...type, dynamicSince: capability };
}

/** A list of arguments, written as a list or as one expression that yields a list; nil is an empty list. */
/* @__NO_SIDE_EFFECTS__ */
export function listOf<T>(type: Type<T>): Type<readonly T[]> {
  return {
    label: `list of ${type.label}`,
    name: "any",
    getter: `SliceGetter[${type.getter}]`,
    items: { type, dynamic: true, least: 0 },
    dynamicSince: "dynamic_lists",
    narrow(value) {
      if (value === null) return [];
      if (value instanceof Uint8Array) return Array.from(value, (byte) => type.narrow(BigInt(byte)));
      if (!(value instanceof ListValue)) throw new TypeMismatch("list", typeNameOf(value));
      const narrow = (value.origin === "slice" ? type.narrowData : undefined) ?? type.narrow;
      return value.items.map((item) => narrow(item));
    },
  };
}

/** A list of arguments that must be written as a list; each is evaluated when the implementation comes to it. */
/* @__NO_SIDE_EFFECTS__ */
export function literalListOf<T>(type: Type<T>, least = 0): Type<Iterable<T>> {
  const { dynamicSince: _, ...list } = listOf(type);
  return { ...list, getter: `[]${type.getter}`, items: { type, dynamic: false, least } };
}

/** The same, of which `create` is told the items that are known, `undefined` for the others. */
/* @__NO_SIDE_EFFECTS__ */
export function partlyKnownListOf<T>(type: Type<T>): Type<Iterable<T | undefined>> {
  const list = literalListOf(type);
  return { ...list, items: { type, dynamic: false, least: 0, partly: true } };
}

/** A path that an editor reads and writes. */
export interface Place<T = Value> {
  /** The value; throws a `Failure` where it is not of the type. */
  get(): T;
  /** Writes any value; throws a `Failure` where the path does not take it. */
  set(value: Value): void;
  /**
   * Where another argument, or what it answers, is what the place is part of or the place itself: reads that anew. The
   * reference reads and writes the same memory then.
   */
  readonly around?: ((value: Value) => (() => Value) | undefined) | undefined;
}

/** A path whose values are of a type; the implementation reads and writes it. */
/* @__NO_SIDE_EFFECTS__ */
export function place<T>(type: Type<T>): Type<Place<T>> {
  const getter = type.getter.replace("Getter", "GetSetter");
  return { ...as<Place<T>>(type), label: `path of ${type.label}`, getter, passes: { kind: "place" } };
}

/** A path that is written whatever it holds. */
export const target: Type<Place> = {
  ...as<Place>(any),
  label: "path",
  getter: "Setter",
  passes: { kind: "place" },
};

/** A value that is evaluated only when the implementation calls for it. */
/* @__NO_SIDE_EFFECTS__ */
export function lazy<T>(type: Type<T>): Type<() => T> {
  return { ...as<() => T>(type), passes: { kind: "lazy" } };
}

/** A function that was named as an argument. */
export interface NamedFunction {
  readonly name: string;
  /** The getters of its parameters, as the reference names them. */
  readonly getters: readonly string[];
  /** Calls it with a text for its only parameter. */
  readonly call: (text: string) => Value;
}

/** The name of a function, such as `SHA256`. */
export const functionName: Type<NamedFunction> = {
  label: "name of a function",
  name: "any",
  getter: "FunctionGetter",
  narrow: unreachable,
  passes: { kind: "function" },
};

/** A lambda with as many parameters as the implementation passes values; what it answers is narrowed to a type. */
/* @__NO_SIDE_EFFECTS__ */
export function lambda<T>(arity: number, returns: Type<T>): Type<(...values: Value[]) => T> {
  return {
    label: `lambda of ${arity === 1 ? "one parameter" : `${arity} parameters`}`,
    name: "any",
    getter: "LambdaExpression",
    narrow: returns.narrow as Type<never>["narrow"], // the compiler narrows what the body answers by it
    passes: { kind: "lambda", arity },
  };
}

/** The same type for what is handed over in place of its values: compile builds that around `narrow`. */
/* @__NO_SIDE_EFFECTS__ */
function as<P>(type: Type): Type<P> {
  return type as Type<P>;
}

function unreachable(): never {
  throw new TypeError("a name of a function has no value");
}
