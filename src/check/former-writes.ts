import { contexts } from "../contexts/index.ts";
import type { Type } from "../core/types.ts";
import {
  Duration,
  GoMap,
  ListValue,
  MapValue,
  SpanId,
  Telemetry,
  Timestamp,
  TraceId,
  type Value,
} from "../core/values.ts";
import { zeroed } from "../core/zeroed.ts";
import type { ArgumentIr, ReadIr } from "./ir.ts";
import type { Scope } from "./scope.ts";

type PlaceIr = Extract<ArgumentIr, { readonly kind: "place" }>;

/** What old versions do where a path is written: failures that they do not tell, and values that they do not take. */
export function formerWrites(read: ReadIr, type: Type, scope: Scope): Pick<PlaceIr, "ignored" | "instead"> {
  const instead = insteadOf(read, type, scope);
  return { ignored: ignoredWrites(read, scope), ...(instead === undefined ? {} : { instead }) };
}

/** The failures that leave the record as it is. */
function ignoredWrites({ path, keys }: ReadIr, { compatibility: { has } }: Scope): ReadonlySet<string> {
  const isField =
    keys.length === 0 && path.definition.kind !== "attributes" && path.definition.kind !== "value";
  const typed = (isField ? contexts[path.context]?.typed : undefined) ?? "typed_writes";
  const codes: string[] = [];
  if (!has("typed_points")) codes.push("path_not_of_kind");
  if (!has(typed)) codes.push("value_not_writable", "value_not_storable");
  return new Set(codes);
}

function insteadOf(
  { path: { definition }, keys }: ReadIr,
  { getter }: Type,
  { compatibility: { has } }: Scope,
): PlaceIr["instead"] {
  if ((definition.kind === "attributes" || definition.kind === "value") && keys.length > 0)
    return has("set_in_place") ? undefined : emptiedByOthers;
  if (definition.kind === "variant" && definition.list && !has("typed_writes")) return typedList;
  const isOfSpan = definition.kind === "piece" && ["events", "links"].includes(definition.property);
  if (isOfSpan && !has("events_copied_onto_themselves")) return emptiedFirst;
  const isCopied = getter === "Setter" && (definition.kind === "attributes" || definition.kind === "piece");
  if (!isCopied || has("bytes_copied_onto_themselves")) return undefined;
  return has("go_maps_as_attributes") ? zeroedOnItself : zeroedDataOnItself;
}

/** What telemetry data cannot hold leaves an empty value. */
function emptiedByOthers(value: Value): Value {
  if (value instanceof ListValue) return value.origin === "uint64" ? null : value;
  const isOther =
    value instanceof Timestamp ||
    value instanceof Duration ||
    value instanceof TraceId ||
    value instanceof SpanId ||
    (value instanceof Telemetry && typeof value.raw === "object");
  return isOther ? null : value;
}

/** Only a list of Go's own type is written. */
function typedList(value: Value): Value | undefined {
  const isAny = value instanceof ListValue && (value.origin === "slice" || value.origin === "literal");
  return isAny || value === null ? undefined : value;
}

/** A list that is written onto itself has been emptied before. */
function emptiedFirst(value: Value, held: () => Value): Value {
  return isHeld(value, held) ? null : value;
}

/** What is written onto itself gets new bytes, and they are copied onto themselves. */
function zeroedOnItself(value: Value, held: () => Value): Value {
  return isHeld(value, held) ? zeroed(value) : value;
}

/** The same, and maps of Go are not written. */
function zeroedDataOnItself(value: Value, held: () => Value): Value | undefined {
  return value instanceof GoMap ? undefined : zeroedOnItself(value, held);
}

/** Whether a value is what a path holds. */
function isHeld(value: Value, held: () => Value): boolean {
  const part = partOf(value);
  return part !== undefined && part === partOf(held());
}

/** The part of a record that a value is. */
function partOf(value: Value): unknown {
  if (value instanceof Telemetry) return value.raw;
  return value instanceof MapValue ? value.source : undefined;
}
