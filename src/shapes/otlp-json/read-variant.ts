import type { Variant } from "../../contexts/define-context.ts";
import type { ResolvedPath } from "../../contexts/resolve.ts";
import { ListValue, type Value } from "../../core/values.ts";
import type { Read } from "./access.ts";
import { dataOf, kindSet, metricKindOf, objectOf, partOf, pointKindOf } from "./kinds.ts";
import { comesLast } from "./one-of.ts";
import { unsignedOfWire, wireTypes } from "./wire.ts";
import { wrongShape } from "./wrong-shape.ts";

/** Reads a property that only some kinds of metric have; nil on the others. */
export function readVariant(variant: Variant, path: ResolvedPath): Read {
  const { property, within, oneOf } = variant;
  const at = [path.owner, within, property].filter((part) => part !== undefined).join(".");
  const decode = variant.list ? listOf(variant, at) : scalarOf(variant, at);
  const kinds = kindSet(variant.of);
  if (variant.in === "data") {
    return (record) => {
      const kind = metricKindOf(record);
      return (kinds >> kind) & 1 ? decode(dataOf(record, kind)?.[property]) : null;
    };
  }
  const { owner } = path;
  if (within !== undefined) {
    const parent = `${owner}.${within}`;
    return (record) => {
      if (!((kinds >> pointKindOf(record)) & 1)) return null;
      return decode(objectOf(partOf(record, owner)?.[within], parent)?.[property]);
    };
  }
  const other = oneOf?.find((one) => one !== property);
  return (record) => {
    if (!((kinds >> pointKindOf(record)) & 1)) return null;
    const point = partOf(record, owner);
    if (point === undefined) return decode(undefined);
    const hidden = other !== undefined && point[other] !== undefined && !comesLast(point, property, other);
    return decode(hidden ? undefined : point[property]);
  };
}

function scalarOf(variant: Variant, at: string): (raw: unknown) => Value {
  const { decode, zero, expected } = wireTypes[variant.wire];
  const names = variant.names ?? {};
  return (raw) => {
    if (raw === undefined) return zero;
    const value = decode(raw, names);
    if (value === undefined) throw wrongShape(at, expected, raw);
    return value;
  };
}

function listOf(variant: Variant, at: string): (raw: unknown) => Value {
  const { expected } = wireTypes[variant.wire];
  const isDouble = variant.wire === "double";
  const origin = isDouble ? "float64" : "uint64";
  const decode = isDouble ? wireTypes.double.decode : unsignedOfWire;
  return (raw) => {
    if (raw === undefined || raw === null) return new ListValue([], origin);
    if (!Array.isArray(raw)) throw wrongShape(at, "an array", raw);
    const items: Value[] = [];
    for (let i = 0; i < raw.length; i++) {
      const one: unknown = raw[i];
      const value = decode(one);
      if (value === undefined) throw wrongShape(`${at}[${i}]`, expected, one);
      items.push(value);
    }
    return new ListValue(items, origin);
  };
}
