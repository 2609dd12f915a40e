/**
 * What hosts say about the client that sent the data, on the record as `client`: `addr`, `metadata` and `grpc` (lists
 * of strings by name) and `auth` (attributes).
 */
import type { Derived } from "../../contexts/define-context.ts";
import { Failure } from "../../core/failure.ts";
import { ListValue, MapValue, typeNameOf, type Value } from "../../core/values.ts";
import { attributeOf, attributesOf } from "./attributes.ts";
import { objectOf, partOf } from "./kinds.ts";
import { wrongShape } from "./wrong-shape.ts";

/** Reads a path of the client without keys. */
export function clientReader(derived: Derived): (record: object) => Value {
  const { property, derivation } = derived;
  const path = `client.${property}`;
  if (derivation === "address") {
    return (record) => {
      const raw = clientPart(record, property);
      if (raw === undefined || raw === null) return null;
      if (typeof raw !== "string") throw wrongShape(path, "a string", raw);
      return raw === "" ? null : raw;
    };
  }
  if (derivation === "claims") return (record) => attributesOf(clientPart(record, property), path);
  return (record) => {
    const headers = objectOf(clientPart(record, property), path) ?? {};
    return MapValue.of(Object.keys(headers).map((name) => [name.toLowerCase(), listOf(headers[name], path)]));
  };
}

/** Reads one key of a map of the client; `undefined` where it is absent. Names of headers match in any case. */
export function clientKeyReader(derived: Derived): (record: object, key: string) => Value | undefined {
  const { property, derivation } = derived;
  const path = `client.${property}`;
  if (derivation === "claims") {
    return (record, key) => {
      const claims = clientPart(record, property) ?? undefined;
      // Of a client that is authenticated each claim has a value, if an empty one.
      return attributeOf(claims, key, path) ?? (claims === undefined ? undefined : null);
    };
  }
  return (record, key) => {
    const headers = objectOf(clientPart(record, property), path) ?? {};
    const wanted = key.toLowerCase();
    const name = Object.keys(headers).find((candidate) => candidate.toLowerCase() === wanted);
    const list = name === undefined ? undefined : listOf(headers[name], path);
    return list === undefined || list.items.length === 0 ? undefined : list;
  };
}

/** Whether the metadata of a gRPC call is asked of data that came without one: the reference then ignores the key. */
export function lacksCall(record: object, { property }: Derived): boolean {
  return property === "grpc" && (clientPart(record, property) ?? null) === null;
}

/** Throws where a key is no string, as the reference does before it looks at the client. */
export function requireName(key: Value): string {
  if (typeof key === "string") return key;
  throw new Failure("invalid_key", { expected: "string", found: typeNameOf(key) });
}

function clientPart(record: object, property: string): unknown {
  return partOf(record, "client")?.[property];
}

function listOf(raw: unknown, path: string): ListValue {
  if (!Array.isArray(raw)) throw wrongShape(path, "lists of strings", raw);
  const items = raw.map((item: unknown) => {
    if (typeof item !== "string") throw wrongShape(path, "lists of strings", item);
    return item;
  });
  return new ListValue(items, "slice");
}
