import { recordParts } from "../shapes/otlp-json.ts";

/**
 * A copy of a record for statements to run on. They assign properties of a record and of its parts only, so that no more
 * has to be copied; what cannot be read is left to fail where a statement reads it.
 */
export function copyRecord(record: object): object {
  if (typeof record !== "object" || record === null || Array.isArray(record)) return record;
  const parts: PropertyDescriptorMap = {};
  for (const part of recordParts) {
    const value: unknown = Reflect.get(record, part);
    if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
    const { writable = true } = Object.getOwnPropertyDescriptor(record, part) ?? {};
    parts[part] = { value: shallow(value), writable, enumerable: true, configurable: true };
  }
  return shallow(record, parts);
}

function shallow(object: object, instead: PropertyDescriptorMap = {}): object {
  const descriptors = { ...Object.getOwnPropertyDescriptors(object), ...instead };
  const copy = Object.create(Object.getPrototypeOf(object), descriptors) as object; // of the same properties
  return Object.isExtensible(object) ? copy : Object.preventExtensions(copy);
}
