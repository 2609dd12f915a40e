import type { AnyValue, KeyValue, Resource } from "../../../src/shapes/records.ts";

/** Attributes of test data: whole numbers are ints, objects values as OTLP JSON has them. */
export type Attributes = Readonly<Record<string, string | number | boolean | AnyValue>>;

/** Attributes as OTLP JSON has them. */
export function attributes(all: Attributes): KeyValue[] {
  return Object.entries(all).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: Attributes[string]): AnyValue {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (typeof value === "object") return value;
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}

/** A resource of a name. */
export function idOf(id: string): Resource {
  return { attributes: attributes({ id }) };
}
