import type { ResolvedPath } from "../../contexts/resolve.ts";
import type { Read } from "./access.ts";
import { attributesOf } from "./attributes.ts";
import { checkOwner, placeOf } from "./place.ts";
import { readDerived } from "./read-derived.ts";
import { readField } from "./read-field.ts";
import { readPiece } from "./read-piece.ts";
import { readVariant } from "./read-variant.ts";

/** Makes the reader of a path. */
export function reader(path: ResolvedPath): Read {
  const { definition } = path;
  switch (definition.kind) {
    case "field":
      return readField(definition, placeOf(path, definition.property));
    case "attributes": {
      const place = placeOf(path, definition.property);
      const { load } = place;
      return (record) => {
        const raw = load(record);
        if (raw === undefined) checkOwner(record, place);
        return attributesOf(raw, place.path);
      };
    }
    case "variant":
      return readVariant(definition, path);
    case "piece":
      return readPiece(definition, path);
    case "derived":
      return readDerived(definition, path);
  }
}
