import { metricKinds, type Piece } from "../../contexts/define-context.ts";
import type { ResolvedPath } from "../../contexts/resolve.ts";
import { Telemetry } from "../../core/values.ts";
import type { Read } from "./access.ts";
import { attributeOf } from "./attributes.ts";
import { dataOf, metricKindOf, objectOf, partOf, pointKindOf } from "./kinds.ts";
import { wrongShape } from "./wrong-shape.ts";

/** Reads a piece of telemetry: a list of objects or one object; nil on kinds of metric that lack it. */
export function readPiece(piece: Piece, path: ResolvedPath): Read {
  const { property, types } = piece;
  const { owner } = path;
  const at = `${owner}.${property}`;
  const make = piece.list ? listOf : oneOf;
  const ownerOf = (record: object) => partOf(record, owner);
  if (typeof types === "string") return (record) => make(types, ownerOf(record), property, at);
  const goTypes = [undefined, ...metricKinds.map((kind) => types[kind])];
  if (piece.in === "data") {
    return (record) => {
      const kind = metricKindOf(record);
      const goType = goTypes[kind];
      return goType === undefined ? null : make(goType, dataOf(record, kind), property, at);
    };
  }
  return (record) => {
    const goType = goTypes[pointKindOf(record)];
    return goType === undefined ? null : make(goType, ownerOf(record), property, at);
  };
}

type Parent = { readonly [property: string]: unknown } | undefined;

/** What stands for an absent piece, one object a property: pieces are compared by identity, and a record has one each. */
const absent: Readonly<Record<string, object>> = {
  dataPoints: Object.freeze([]),
  exemplars: Object.freeze([]),
  quantileValues: Object.freeze([]),
  positive: Object.freeze({}),
  negative: Object.freeze({}),
  events: Object.freeze([]),
  links: Object.freeze([]),
  status: Object.freeze({}),
  samples: Object.freeze([]),
  sampleType: Object.freeze({}),
  periodType: Object.freeze({}),
};

function listOf(goType: string, parent: Parent, property: string, at: string): Telemetry {
  const items: unknown = parent?.[property] ?? absent[property];
  if (!Array.isArray(items)) throw wrongShape(at, "an array", items);
  return new Telemetry(goType, items, items.length, (index, key) =>
    attributeOf(objectOf(items[index], `${at}[${index}]`)?.attributes, key, `${at}[${index}].attributes`),
  );
}

function oneOf(goType: string, parent: Parent, property: string, at: string): Telemetry {
  return new Telemetry(goType, objectOf(parent?.[property], at) ?? absent[property]);
}
