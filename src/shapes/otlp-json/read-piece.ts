import { metricKinds, type Piece } from "../../contexts/define-context.ts";
import type { ResolvedPath } from "../../contexts/resolve.ts";
import { Telemetry } from "../../core/values.ts";
import { attributeOf } from "./attributes.ts";
import { dataOf, metricKindOf, objectOf, pointKindOf } from "./kinds.ts";
import type { Read } from "./read.ts";
import { wrongShape } from "./wrong-shape.ts";

/** Reads a piece of telemetry: a list of objects or one object; nil on kinds of metric that lack it. */
export function readPiece(piece: Piece, path: ResolvedPath): Read {
  const { property } = piece;
  const goTypes = [undefined, ...metricKinds.map((kind) => piece.types[kind])];
  const at = `${path.owner}.${property}`;
  const make = piece.list ? listOf : oneOf;
  if (piece.in === "data") {
    return (record) => {
      const kind = metricKindOf(record);
      const goType = goTypes[kind];
      return goType === undefined ? null : make(goType, dataOf(record, kind), property, at);
    };
  }
  const { owner } = path;
  return (record) => {
    const goType = goTypes[pointKindOf(record)];
    if (goType === undefined) return null;
    const point = objectOf((record as Readonly<Record<string, unknown>>)[owner], owner);
    return make(goType, point, property, at);
  };
}

type Parent = { readonly [property: string]: unknown } | undefined;

const empty: readonly unknown[] = [];

/** A list without items is compared by what would hold it, since there is no array whose identity could count. */
function listOf(goType: string, parent: Parent, property: string, at: string): Telemetry {
  const raw = parent?.[property] ?? undefined;
  if (raw === undefined) return new Telemetry(goType, parent ?? empty, 0, () => undefined);
  if (!Array.isArray(raw)) throw wrongShape(at, "an array", raw);
  const items: readonly unknown[] = raw;
  return new Telemetry(goType, raw, items.length, (index, key) =>
    attributeOf(objectOf(items[index], `${at}[]`)?.attributes, key, `${at}[].attributes`),
  );
}

function oneOf(goType: string, parent: Parent, property: string, at: string): Telemetry {
  return new Telemetry(goType, objectOf(parent?.[property], at) ?? parent ?? empty);
}
