import { metricKinds, type Piece } from "../../contexts/define-context.ts";
import type { ResolvedPath } from "../../contexts/resolve.ts";
import { Failure } from "../../core/failure.ts";
import { Telemetry, type Value } from "../../core/values.ts";
import type { Write } from "./access.ts";
import { refuseValue } from "./expect.ts";
import { dataOf, kindName, metricKindOf, pointKindOf } from "./kinds.ts";
import { assign, ownerToWrite } from "./owner.ts";

/** Writes a piece of telemetry from one of the same Go type; nil empties lists and is refused elsewhere. */
export function writePiece(piece: Piece, path: ResolvedPath): Write {
  const { property, types } = piece;
  const { owner, text } = path;
  if (typeof types === "string") {
    return (record, value) => {
      const target = ownerToWrite(record, owner);
      if (isThere(value, types, target[property])) return;
      assign(target, property, copyOf(piece, types, value, text));
    };
  }
  const goTypes = [undefined, ...metricKinds.map((kind) => types[kind])];
  if (piece.in === "data") {
    return (record, value) => {
      const kind = metricKindOf(record);
      const goType = goTypes[kind];
      if (goType === undefined) return;
      const data = metricKinds[kind - 1] as string; // a kind with a type is not 0
      const old = dataOf(record, kind);
      if (isThere(value, goType, old?.[property])) return;
      const written = copyOf(piece, goType, value, text);
      assign(ownerToWrite(record, owner), data, { ...old, [property]: written });
    };
  }
  return (record, value) => {
    const kind = pointKindOf(record);
    const goType = goTypes[kind];
    if (goType === undefined) throw new Failure("path_not_of_kind", { path: text, kind: kindName(kind) });
    const target = ownerToWrite(record, owner);
    if (isThere(value, goType, target[property])) return;
    assign(target, property, copyOf(piece, goType, value, text));
  };
}

/** What is copied to where it is stays, and with it the records that were made of its items. */
function isThere(value: Value, goType: string, held: unknown): boolean {
  return value instanceof Telemetry && value.goType === goType && value.raw === held;
}

/** Objects in lists are copied one by one, since other texts may write to them later. */
function copyOf(piece: Piece, goType: string, value: Value, path: string): unknown {
  if (value === null && piece.list) return [];
  if (!(value instanceof Telemetry) || value.goType !== goType) throw refuseValue(path, goType, value);
  const { raw } = value;
  if (!Array.isArray(raw)) return { ...(raw as object) };
  return raw.map((item: unknown) => ({ ...(item as object | null) }));
}
