import { Failure } from "../../core/failure.ts";
import { attributesOf } from "../../shapes/otlp-json/attributes.ts";
import { encodeKeyValues } from "../../shapes/otlp-json/encode.ts";

/** A place where two values differ; a side that has nothing there is `undefined`. */
export interface Difference {
  /** Such as `metric.sum.dataPoints[0].attributes["job"]`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Where two values of OTLP JSON differ. Attributes are told apart by key, whichever way they are written, and where there
 * are none it does not matter how that is written; a number is the same as its text, as in OTLP JSON.
 */
export function differences(before: unknown, after: unknown, path = ""): readonly Difference[] {
  if (isSame(before, after)) return [];
  const [a, b] = [keyed(before), keyed(after)];
  if (a instanceof Map && b instanceof Map)
    return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) =>
      differences(a.get(key), b.get(key), `${path}[${JSON.stringify(key)}]`),
    );
  if (Array.isArray(a) && Array.isArray(b))
    return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).flatMap((i) =>
      differences(a[i], b[i], `${path}[${i}]`),
    );
  if (isObject(a) && isObject(b))
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
      differences(...sides(key, a[key], b[key]), path === "" ? key : `${path}.${key}`),
    );
  return [{ path, before, after }];
}

/** One difference in a line: what was expected or there before, and what is there. */
export function differenceText(
  { path, before, after }: Difference,
  words: readonly [string, string],
): string {
  return `${path || "the whole"}: ${words[0]} ${shown(before)}, ${words[1]} ${shown(after)}`;
}

const longest = 200;

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? String(item) : item));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const kinds = [typeof a, typeof b];
  const isNumber = kinds.some((kind) => kind === "number" || kind === "bigint");
  const isScalar = kinds.every((kind) => kind === "number" || kind === "bigint" || kind === "string");
  return isNumber && isScalar && String(a) === String(b);
}

/** A list of attributes by key, where no key is there twice. */
function keyed(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return value;
  const entries = value.map((item) =>
    isObject(item) && typeof item.key === "string" ? [item.key, item.value] : [],
  );
  const map = new Map(entries as [string, unknown][]);
  return entries.every((entry) => entry.length === 2) && map.size === value.length ? map : value;
}

/** What a property has on both sides: attributes as OTLP JSON writes them, a resource or a scope also where it is absent. */
function sides(property: string, a: unknown, b: unknown): readonly [unknown, unknown] {
  if (property === "resource" || property === "scope") return [a ?? {}, b ?? {}];
  if (property !== "attributes") return [a, b];
  const maps = [attributeMap(a), attributeMap(b)];
  return maps.includes(undefined) ? [a, b] : [maps[0], maps[1]];
}

/** Attributes by key; nothing where they cannot be read, or a key is there twice. */
function attributeMap(raw: unknown): ReadonlyMap<unknown, unknown> | undefined {
  try {
    const pairs = encodeKeyValues(attributesOf(raw, "attributes"));
    const map = new Map(pairs.map(({ key, value }) => [key, value]));
    return map.size === pairs.length ? map : undefined;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Map);
}
