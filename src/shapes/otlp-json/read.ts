import type { ResolvedPath } from "../../contexts/resolve.ts";
import type { Read } from "./access.ts";
import { decodeAnyValue } from "./any-value.ts";
import { attributesOf } from "./attributes.ts";
import { attributesAt, indicesOf } from "./dictionary.ts";
import { loadChecked, placeOf } from "./place.ts";
import { readDerived } from "./read-derived.ts";
import { readField } from "./read-field.ts";
import { readPiece } from "./read-piece.ts";
import { readVariant } from "./read-variant.ts";

/** Makes the reader of a path. */
export function reader(path: ResolvedPath): Read {
  const { definition } = path;
  switch (definition.kind) {
    case "field":
      return readField(definition, placeOf(path, definition.property, definition.within));
    case "value": {
      const place = placeOf(path, definition.property);
      return (record) => decodeAnyValue(loadChecked(place, record), place.path);
    }
    case "attributes": {
      const place = placeOf(path, definition.property);
      return (record) => attributesOf(loadChecked(place, record), place.path);
    }
    case "indexed attributes": {
      const place = placeOf(path, definition.property);
      return (record) => attributesAt(record, indicesOf(loadChecked(place, record), place.path));
    }
    case "variant":
      return readVariant(definition, path);
    case "piece":
      return readPiece(definition, path);
    case "derived":
      return readDerived(definition, path);
  }
}
