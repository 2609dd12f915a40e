import type { Compatibility } from "./compatibility.ts";
import { Failure } from "./failure.ts";
import { compareBytes, compareText } from "./text-order.ts";
import {
  Duration,
  GoMap,
  ListValue,
  MapValue,
  SpanId,
  Telemetry,
  Timestamp,
  TraceId,
  type Value,
} from "./values.ts";

/** The six comparisons of the language. */
export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

/**
 * Compares two values as the reference does (compare.go): values of different types are unequal and have no order,
 * int and double meet as doubles, nil is only equal to nil and to empty bytes.
 */
export function compareValues(operator: Comparison, a: Value, b: Value): boolean {
  switch (typeof a) {
    case "string":
      return typeof b === "string" ? compareStrings(operator, a, b) : operator === "!=";
    case "number":
      if (typeof b === "number") return comparePrimitives(operator, a, b);
      return typeof b === "bigint" ? comparePrimitives(operator, a, Number(b)) : operator === "!=";
    case "bigint":
      if (typeof b === "bigint") return comparePrimitives(operator, a, b);
      return typeof b === "number" ? comparePrimitives(operator, Number(a), b) : operator === "!=";
    case "boolean":
      return typeof b === "boolean" ? comparePrimitives(operator, a, b) : operator === "!=";
    default:
      return compareObjects(operator, a, b);
  }
}

/** Compares two values of one version of the language. */
export type Compare = typeof compareValues;

/** The comparison of a version: before lists or maps could be compared, two of them were Go values of their own. */
export function comparisonOf({ has }: Compatibility): Compare {
  const lists = has("list_comparison");
  const maps = has("map_comparison");
  if (lists && maps) return compareValues;
  return (operator, a, b) => {
    if (!lists && a instanceof ListValue && b instanceof ListValue)
      return compareAsGo(operator, a, b, a.origin === b.origin && a.origin !== "slice", "list");
    if (!maps && a instanceof MapValue && b instanceof MapValue)
      return compareAsGo(operator, a, b, a instanceof GoMap && b instanceof GoMap, "map");
    return compareValues(operator, a, b);
  };
}

/** Go compares two parts of a record by their place in memory, and crashes on two slices or maps of its own. */
function compareAsGo(
  operator: Comparison,
  a: ListValue | MapValue,
  b: ListValue | MapValue,
  crashes: boolean,
  type: string,
): boolean {
  if (operator !== "==" && operator !== "!=") return false;
  if (crashes) throw new Failure("comparison_unsupported", { type });
  const same = a === b || (a.source !== undefined && a.source === b.source);
  return same === (operator === "==");
}

function compareStrings(operator: Comparison, a: string, b: string): boolean {
  if (operator === "==") return a === b;
  if (operator === "!=") return a !== b;
  return ordered(operator, compareText(a, b));
}

function comparePrimitives<T extends number | bigint | boolean>(operator: Comparison, a: T, b: T): boolean {
  switch (operator) {
    case "==":
      return a === b;
    case "!=":
      return a !== b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
  }
}

function ordered(operator: Comparison, order: number): boolean {
  return comparePrimitives(operator, order, 0);
}

type ObjectValue = Exclude<Value, string | number | bigint | boolean>;

function compareObjects(operator: Comparison, a: ObjectValue, b: Value): boolean {
  if (isNil(a)) return isNil(b) ? ordered(operator, 0) : operator === "!=";
  if (a instanceof Uint8Array) {
    return b instanceof Uint8Array && b.length > 0
      ? ordered(operator, compareBytes(a, b))
      : operator === "!=";
  }
  if (a instanceof Timestamp) {
    return b instanceof Timestamp ? comparePrimitives(operator, a.nanos, b.nanos) : operator === "!=";
  }
  if (a instanceof Duration) {
    return b instanceof Duration ? comparePrimitives(operator, a.nanos, b.nanos) : operator === "!=";
  }
  if (operator === "==") return equalObjects(a, b);
  if (operator === "!=") return !equalObjects(a, b);
  return false;
}

/** Empty bytes are nil to the reference. */
function isNil(value: Value): boolean {
  return value === null || (value instanceof Uint8Array && value.length === 0);
}

function equalObjects(a: ObjectValue, b: Value): boolean {
  if (a instanceof MapValue) return b instanceof MapValue && equalMaps(a, b);
  if (a instanceof ListValue) return b instanceof ListValue && equalLists(a, b);
  if (a instanceof TraceId) return b instanceof TraceId && a.hex === b.hex;
  if (a instanceof SpanId) return b instanceof SpanId && a.hex === b.hex;
  return a instanceof Telemetry && b instanceof Telemetry && equalTelemetry(a, b);
}

function equalLists(a: ListValue, b: ListValue): boolean {
  if (a.origin === "slice") {
    return b.origin === "slice"
      ? equalItems(a, b, equalData)
      : b.origin === "literal" && equalItems(a, b, equalRaw);
  }
  if (a.origin === "literal") {
    if (b.origin === "slice") return equalItems(b, a, equalRaw);
    return b.origin === "literal" && equalItems(a, b, deepEqual);
  }
  // Go cannot compare two slices of one type: the reference panics.
  if (a.origin === b.origin) throw new Failure("comparison_unsupported", { type: `list of ${a.origin}` });
  return false;
}

function equalItems(a: ListValue, b: ListValue, equal: (x: Value, y: Value) => boolean): boolean {
  if (a.items.length !== b.items.length) return false;
  return a.items.every((item, i) => equal(item, b.items[i] as Value));
}

function equalMaps(a: MapValue, b: MapValue): boolean {
  if (a.size !== b.size) return false;
  for (let i = 0; i < a.size; i++) {
    const other = b.get(a.keys[i] as string);
    if (other === undefined || !equalData(a.values[i] as Value, other)) return false;
  }
  return true;
}

/** Equality of values inside telemetry data (`pcommon.Value.Equal`): types are strict, the order of keys is free. */
function equalData(a: Value, b: Value): boolean {
  if (a instanceof MapValue) return b instanceof MapValue && equalMaps(a, b);
  if (a instanceof ListValue) return b instanceof ListValue && equalItems(a, b, equalData);
  return equalScalars(a, b);
}

/** Equality of an item of telemetry data, made a plain Go value, with an item of a list literal. */
function equalRaw(data: Value, literal: Value): boolean {
  if (data instanceof MapValue) return false; // the literal's map has another Go type
  if (data instanceof ListValue) {
    return (
      literal instanceof ListValue && literal.origin === "literal" && equalItems(data, literal, equalRaw)
    );
  }
  return equalScalars(data, literal);
}

/** Equality of items of two list literals (`reflect.DeepEqual`): maps are compared with their order. */
function deepEqual(a: Value, b: Value): boolean {
  if (a instanceof MapValue) return b instanceof MapValue && deepEqualMaps(a, b);
  if (a instanceof ListValue) {
    return b instanceof ListValue && a.origin === b.origin && equalItems(a, b, deepEqual);
  }
  return equalScalars(a, b);
}

function deepEqualMaps(a: MapValue, b: MapValue): boolean {
  if (a.size !== b.size) return false;
  for (let i = 0; i < a.size; i++) {
    if (a.keys[i] !== b.keys[i] || !deepEqual(a.values[i] as Value, b.values[i] as Value)) return false;
  }
  return true;
}

function equalScalars(a: Value, b: Value): boolean {
  if (typeof a !== "object" || a === null) return a === b;
  if (a instanceof Uint8Array) return b instanceof Uint8Array && compareBytes(a, b) === 0;
  if (a instanceof Timestamp) return b instanceof Timestamp && equalTimes(a, b);
  if (a instanceof Duration) return b instanceof Duration && a.nanos === b.nanos;
  return equalObjects(a, b);
}

/** Equality of two times as Go values: the zone counts. */
function equalTimes(a: Timestamp, b: Timestamp): boolean {
  return a.nanos === b.nanos && a.zone.name === b.zone.name && a.zone.at(0).offset === b.zone.at(0).offset;
}

function equalTelemetry(a: Telemetry, b: Telemetry): boolean {
  return a.goType === b.goType && a.raw === b.raw;
}
