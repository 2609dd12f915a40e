/** Builders of OTLP JSON payloads, so that data sets read as tables. */

/** A value as the builders take it: bigint is int, number is double, `null` is an empty value, `undefined` none at all. */
export type Plain =
  | string
  | bigint
  | number
  | boolean
  | null
  | undefined
  | Uint8Array
  | readonly Plain[]
  | { readonly [key: string]: Plain }
  | Entries;

/** A map written as entries, for keys that come twice or that an object cannot hold. */
export class Entries {
  readonly entries: readonly (readonly [string, Plain])[];

  constructor(...entries: readonly (readonly [string, Plain])[]) {
    this.entries = entries;
  }
}

export interface KeyValue {
  readonly key: string;
  readonly value?: object;
}

/** An OTLP `AnyValue`. */
export function anyValue(value: Exclude<Plain, undefined>): object {
  if (value === null) return {};
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (typeof value === "bigint") return { intValue: String(value) };
  if (typeof value === "number") return { doubleValue: wireDouble(value) };
  if (value instanceof Uint8Array) return { bytesValue: Buffer.from(value).toString("base64") };
  if (Array.isArray(value)) return { arrayValue: { values: value.map((item) => anyValue(item ?? null)) } };
  return { kvlistValue: { values: keyValues(value as { readonly [key: string]: Plain } | Entries) } };
}

/** A list of `KeyValue`. */
export function keyValues(map: { readonly [key: string]: Plain } | Entries): KeyValue[] {
  const entries = map instanceof Entries ? map.entries : Object.entries(map);
  return entries.map(([key, value]) => (value === undefined ? { key } : { key, value: anyValue(value) }));
}

/** JSON has no NaN and no infinity: OTLP JSON writes them as strings. */
export function wireDouble(value: number): number | string {
  if (Number.isNaN(value)) return "NaN";
  if (Number.isFinite(value)) return value;
  return value > 0 ? "Infinity" : "-Infinity";
}

/** OTLP JSON of one signal. */
export interface Payload {
  readonly resourceMetrics?: readonly object[];
  readonly resourceSpans?: readonly object[];
  readonly resourceLogs?: readonly object[];
}

/** A payload of metrics of one resource with one scope. */
export function payloadOf(metrics: readonly object[], resource: object = {}, scope: object = {}): Payload {
  return { resourceMetrics: [{ resource, scopeMetrics: [{ scope, metrics }] }] };
}

/** A gauge whose data points carry the listed attributes, and count up from 1. */
export function gaugeOf(
  name: string,
  attributes: readonly ({ readonly [key: string]: Plain } | Entries)[],
): object {
  const dataPoints = attributes.map((map, index) => ({
    attributes: keyValues(map),
    asInt: String(index + 1),
  }));
  return { name, gauge: { dataPoints } };
}
