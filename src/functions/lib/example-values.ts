import { Duration, type ListOrigin, ListValue, MapValue, Timestamp, type Value } from "../../core/values.ts";

/** A list as the result of an example. */
/* @__NO_SIDE_EFFECTS__ */
export function list(items: readonly Value[], origin: ListOrigin = "slice"): ListValue {
  return new ListValue(items, origin);
}

/** A map as the result of an example. */
/* @__NO_SIDE_EFFECTS__ */
export function map(entries: Readonly<Record<string, Value>>): MapValue {
  return MapValue.of(Object.entries(entries));
}

/** A metric for an example: a gauge of one data point with one attribute. */
/* @__NO_SIDE_EFFECTS__ */
export function pointWith(key: string, text: string): Readonly<Record<string, unknown>> {
  return { metric: { gauge: { dataPoints: [{ attributes: [{ key, value: { stringValue: text } }] }] } } };
}

/** A record for an example: a resource with attributes. */
/* @__NO_SIDE_EFFECTS__ */
export function resourceWith(
  attributes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return { resource: { attributes } };
}

/** A time in UTC as the result of an example. */
/* @__NO_SIDE_EFFECTS__ */
export function timeAt(nanos: bigint): Timestamp {
  return new Timestamp(nanos);
}

/** A length of time as the result of an example. */
/* @__NO_SIDE_EFFECTS__ */
export function durationOf(nanos: bigint): Duration {
  return new Duration(nanos);
}
