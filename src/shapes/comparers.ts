/**
 * Comparisons on the wire values of OTLP JSON records, for the paths and literals where that means the same as
 * reading the value and comparing it. Whatever is unusual in a record (another type, a plain object of attributes, a
 * malformed number) is left to `slow`, the closure of the same comparison that reads the value first.
 */
import type { Field, Variant } from "../contexts/define-context.ts";
import type { ResolvedPath } from "../contexts/resolve.ts";
import { isOnlyString, onlyPairs } from "./otlp-json/any-value.ts";
import { kindSet, pointKindOf } from "./otlp-json/kinds.ts";
import { type Load, loadOf } from "./otlp-json/load.ts";

export type Verdict = (record: object) => boolean;

/** What the comparison answers where the attribute is absent; `undefined`: `slow` knows. */
export type Absent = boolean | undefined;

type Loose = { readonly [property: string]: unknown };
type LooseKeyValue = { readonly key: unknown; readonly value: LooseValue | null | undefined };
type LooseValue = {
  readonly stringValue?: unknown;
  readonly intValue?: unknown;
  readonly doubleValue?: unknown;
  readonly boolValue?: unknown;
  readonly arrayValue?: unknown;
  readonly kvlistValue?: unknown;
  readonly bytesValue?: unknown;
};

/** A string field, attribute or value passes a test. `undefined` where the path has no text of its own. */
export function textVerdict(
  path: ResolvedPath,
  key: string | undefined,
  test: (text: string) => boolean,
  absent: Absent,
  slow: Verdict,
): Verdict | undefined {
  const { definition, owner } = path;
  if (definition.kind === "field" && definition.wire === "string" && key === undefined) {
    const load = loadOf(owner, definition.property, definition.within);
    return (record) => {
      const text = load(record);
      return typeof text === "string" ? test(text) : slow(record);
    };
  }
  if (definition.kind === "value" && key === undefined) {
    const load = loadOf(owner, definition.property);
    return (record) => {
      const value = load(record);
      return isOnlyString(value) ? test(value.stringValue) : slow(record);
    };
  }
  const load = pairsLoad(path);
  if (load === undefined || key === undefined) return undefined;
  return (record) => {
    const value = attributeIn(load(record), key);
    if (isOnlyString(value)) return test(value.stringValue);
    return value === none ? (absent ?? slow(record)) : slow(record);
  };
}

/** Loads the pairs of a path that takes keys, in which its comparisons look for one. */
function pairsLoad({ definition, owner }: ResolvedPath): Load | undefined {
  if (definition.kind === "attributes") return loadOf(owner, definition.property);
  if (definition.kind !== "value") return undefined;
  const load = loadOf(owner, definition.property);
  return (record) => onlyPairs(load(record));
}

/** A field, an attribute or the value of a double point is compared with a number of at most 2^53. Operators by index: == != < <= > >=. */
export function numberVerdict(
  path: ResolvedPath,
  key: string | undefined,
  operator: number,
  literal: number,
  slow: Verdict,
): Verdict | undefined {
  const { definition, owner } = path;
  if (definition.kind === "variant") return doubleVerdict(definition, operator, literal, slow);
  if (definition.kind === "field" && key === undefined) {
    return fieldVerdict(definition, owner, operator, literal, slow);
  }
  const load = pairsLoad(path);
  if (load === undefined || key === undefined) return undefined;
  const absent = operator === 1;
  return (record) => {
    const value = attributeIn(load(record), key);
    if (value === none) return absent;
    if (!isOnlyNumber(value)) return slow(record);
    const wire = value.intValue;
    if (typeof wire === "string") {
      const number = smallInteger(wire);
      return number === unreadable ? slow(record) : compareNumbers(operator, number, literal);
    }
    if (typeof wire === "number" && Number.isSafeInteger(wire))
      return compareNumbers(operator, wire, literal);
    const double = value.doubleValue;
    return typeof double === "number" ? compareNumbers(operator, double, literal) : slow(record);
  };
}

/** A whole number that is a field, such as a severity, by its number, its digits or its name. */
function fieldVerdict(
  field: Field,
  owner: string,
  operator: number,
  literal: number,
  slow: Verdict,
): Verdict | undefined {
  const { wire, property, within, names = noNames } = field;
  const range = ranges[wire];
  if (range === undefined || field.oneOf !== undefined) return undefined;
  const load = loadOf(owner, property, within);
  const { least, most } = range;
  return (record) => {
    const raw = load(record);
    let number: number | undefined;
    if (typeof raw === "number") number = raw;
    else if (typeof raw === "string") number = wire === "enum" ? named(names, raw) : smallInteger(raw);
    return number !== undefined && number >= least && number <= most && Number.isInteger(number)
      ? compareNumbers(operator, number, literal)
      : slow(record);
  };
}

const noNames: Readonly<Record<string, number>> = {};

/** What each kind of whole number holds and a JavaScript number tells apart. */
const ranges: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  enum: { least: -(2 ** 31), most: 2 ** 31 - 1 },
  int32: { least: -(2 ** 31), most: 2 ** 31 - 1 },
  uint32: { least: 0, most: 2 ** 32 - 1 },
  int64: { least: Number.MIN_SAFE_INTEGER, most: Number.MAX_SAFE_INTEGER },
  uint64: { least: 0, most: Number.MAX_SAFE_INTEGER },
};

function named(names: Readonly<Record<string, number>>, name: string): number | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

/** The value of a double point; an int point has none of its own and is left to `slow`. */
function doubleVerdict(
  definition: Variant,
  operator: number,
  literal: number,
  slow: Verdict,
): Verdict | undefined {
  if (definition.property !== "asDouble") return undefined;
  const kinds = kindSet(definition.of);
  return (record) => {
    const point = (record as { readonly dataPoint?: Loose }).dataPoint;
    const value = point?.asDouble;
    if (typeof value !== "number" || point?.asInt !== undefined) return slow(record);
    return (kinds >> pointKindOf(record)) & 1 ? compareNumbers(operator, value, literal) : slow(record);
  };
}

/** Whether an AnyValue has at most one number and nothing else: of several properties the last one would count. */
function isOnlyNumber(value: LooseValue): boolean {
  return (
    (value.intValue === undefined || value.doubleValue === undefined) &&
    value.stringValue === undefined &&
    value.boolValue === undefined &&
    value.arrayValue === undefined &&
    value.kvlistValue === undefined &&
    value.bytesValue === undefined
  );
}

/** An attribute is (`==`) or is not (`!=`) nil. */
export function nilVerdict(
  path: ResolvedPath,
  key: string | undefined,
  equal: boolean,
  slow: Verdict,
): Verdict | undefined {
  const load = pairsLoad(path);
  if (load === undefined || key === undefined) return undefined;
  return (record) => {
    const value = attributeIn(load(record), key);
    if (isOnlyString(value)) return !equal;
    return value === none ? equal : slow(record);
  };
}

/**
 * The difference of two times in nanoseconds, divided by a whole number, is compared with a number. Decimal strings
 * are subtracted in two halves, so that no bigint is made.
 */
export function differenceVerdict(
  left: ResolvedPath,
  right: ResolvedPath,
  divisor: number,
  operator: number,
  literal: number,
  slow: Verdict,
): Verdict | undefined {
  const a = left.definition;
  const b = right.definition;
  if (a.kind !== "field" || a.wire !== "uint64" || b.kind !== "field" || b.wire !== "uint64")
    return undefined;
  const from = loadOf(left.owner, a.property);
  const to = loadOf(right.owner, b.property);
  return (record) => {
    const x = from(record);
    const y = to(record);
    if (typeof x !== "string" || typeof y !== "string" || x.length !== 19 || y.length !== 19)
      return slow(record);
    // 19 digits below 9.2e18: the upper ten differ by less than 1e10, the lower nine by less than 1e9.
    const upper = digits(x, 0, 10) - digits(y, 0, 10);
    const lower = digits(x, 10, 19) - digits(y, 10, 19);
    if (!(upper < 4e6 && upper > -4e6)) return slow(record); // also where a character is no digit
    const difference = upper * 1e9 + lower;
    if (!(difference < 2 ** 52 && difference > -(2 ** 52))) return slow(record);
    return compareNumbers(operator, divisor === 1 ? difference : Math.trunc(difference / divisor), literal);
  };
}

/** Compares two numbers; operators by index: == != < <= > >=. */
export function compareNumbers(operator: number, a: number, b: number): boolean {
  switch (operator) {
    case 0:
      return a === b;
    case 1:
      return a !== b;
    case 2:
      return a < b;
    case 3:
      return a <= b;
    case 4:
      return a > b;
    default:
      return a >= b;
  }
}

/** Stands for the value of an attribute that is not there. */
const none: LooseValue = {};
/** Stands for one that has to be looked at more closely. */
const odd: LooseValue = {};

/** The value of the first attribute with a key in a list of them. */
function attributeIn(attributes: unknown, key: string): LooseValue {
  if (!Array.isArray(attributes)) return odd;
  for (let i = 0; i < attributes.length; i++) {
    const entry = attributes[i] as LooseKeyValue | null | undefined;
    const found = entry?.key;
    if (found === key) return entry?.value ?? odd;
    if (typeof found !== "string") return odd;
  }
  return none;
}

const unreadable = -1.5;

/** The whole number of up to 15 plain decimal digits with a sign; anything else is `unreadable`. */
function smallInteger(text: string): number {
  const { length } = text;
  if (length === 0 || length > 15) return unreadable;
  let i = 0;
  const negative = text.charCodeAt(0) === 45;
  if (negative) i = 1;
  if (i === length) return unreadable;
  let number = 0;
  for (; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return unreadable;
    number = number * 10 + digit;
  }
  if (negative) return number === 0 ? unreadable : -number;
  return number;
}

/** The number of the decimal digits between two offsets, `NaN` where a character is no digit. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}
