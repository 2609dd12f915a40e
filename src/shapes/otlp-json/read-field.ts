import type { Field } from "../../contexts/define-context.ts";
import type { Value } from "../../core/values.ts";
import type { Read } from "./access.ts";
import { partOf } from "./kinds.ts";
import { comesLast } from "./one-of.ts";
import { checkOwner, type Place } from "./place.ts";
import { wireTypes } from "./wire.ts";
import { wrongShape } from "./wrong-shape.ts";

/** Reads a plain property; the common kinds have loops of their own because they are read on every record. */
export function readField(field: Field, place: Place): Read {
  const { load } = place;
  if (field.wire === "string") {
    return (record) => {
      const raw = load(record);
      return typeof raw === "string" ? raw : rare(field, place, record, raw);
    };
  }
  const { decode } = wireTypes[field.wire];
  const names = field.names ?? {};
  const other = field.oneOf?.find((one) => one !== field.property);
  if (other !== undefined) {
    return (record) => {
      const raw = hiddenBy(other, field, place, record) ? undefined : load(record);
      return (raw === undefined ? undefined : decode(raw, names)) ?? rare(field, place, record, raw);
    };
  }
  return (record) => {
    const raw = load(record);
    return (raw === undefined ? undefined : decode(raw, names)) ?? rare(field, place, record, raw);
  };
}

/** Whether another property that excludes this one is written after it. */
function hiddenBy(other: string, { property }: Field, { owner }: Place, record: object): boolean {
  const parent = partOf(record, owner);
  return parent !== undefined && parent[other] !== undefined && !comesLast(parent, property, other);
}

/** What is absent is zero, what is null is zero where the reference takes null, anything else is refused. */
function rare(field: Field, place: Place, record: object, raw: unknown): Value {
  const type = wireTypes[field.wire];
  if (raw === undefined) checkOwner(record, place);
  else if (raw !== null || !type.nullable) throw wrongShape(place.path, type.expected, raw);
  return type.zero;
}
