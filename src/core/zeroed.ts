import { ListValue, MapValue, Telemetry, type Value } from "./values.ts";

/**
 * A value with zeros in place of its bytes: what old versions of the reference leave where one is copied onto itself.
 * Items of telemetry stay the same objects, with other parts.
 */
export function zeroed(value: Value): Value {
  if (value instanceof Uint8Array) return new Uint8Array(value.length);
  if (value instanceof ListValue) return new ListValue(value.items.map(zeroed), value.origin);
  if (value instanceof MapValue) return new MapValue(value.keys, value.values.map(zeroed));
  if (value instanceof Telemetry && Array.isArray(value.raw)) for (const item of value.raw) zeroParts(item);
  return value;
}

function zeroParts(item: unknown): void {
  if (typeof item !== "object" || item === null) return;
  for (const [name, part] of Object.entries(item)) Reflect.set(item, name, zeroedPart(part));
}

/** OTLP JSON, or attributes that are plain objects. */
function zeroedPart(part: unknown): unknown {
  if (part instanceof Uint8Array) return new Uint8Array(part.length);
  if (Array.isArray(part)) return part.map(zeroedPart);
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part).map(([name, held]) => [
    name,
    name === "bytesValue" && typeof held === "string" ? zeroedBase64(held) : zeroedPart(held),
  ]);
  return Object.fromEntries(entries);
}

/** As many zeros as a text of base64 stands for. */
function zeroedBase64(text: string): string {
  return text.replace(/[^=]/g, "A");
}
