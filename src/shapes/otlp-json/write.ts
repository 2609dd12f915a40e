import type { Field } from "../../contexts/define-context.ts";
import type { ResolvedPath } from "../../contexts/resolve.ts";
import type { Write } from "./access.ts";
import { expectValue, toWire, withinRange } from "./expect.ts";
import { objectOf } from "./kinds.ts";
import { assign, ownerToWrite } from "./owner.ts";
import { writeAttributes } from "./write-attributes.ts";
import { writeDerived } from "./write-derived.ts";
import { writeIndexed } from "./write-indexed.ts";
import { writePiece } from "./write-piece.ts";
import { writeValue } from "./write-value.ts";
import { writeVariant } from "./write-variant.ts";

/** Makes the writer of a path. Paths that can only be read throw `path_readonly`, as in the reference. */
export function writer(path: ResolvedPath): Write {
  const { definition } = path;
  switch (definition.kind) {
    case "field":
      return writeField(definition, path);
    case "value":
      return writeValue(definition, path);
    case "attributes":
      return writeAttributes(definition, path);
    case "indexed attributes":
      return writeIndexed(definition, path);
    case "variant":
      return writeVariant(definition, path);
    case "piece":
      return writePiece(definition, path);
    case "derived":
      return writeDerived(definition, path);
  }
}

function writeField({ property, within, wire, oneOf, checked }: Field, { owner, text }: ResolvedPath): Write {
  return (record, value) => {
    const scalar = expectValue(wire, value, text);
    const written = toWire(wire, checked ? withinRange(wire, scalar) : scalar);
    const target = ownerToWrite(record, owner);
    if (within !== undefined) {
      assign(target, within, { ...objectOf(target[within], `${owner}.${within}`), [property]: written });
      return;
    }
    for (const other of oneOf ?? []) if (other !== property) Reflect.deleteProperty(target, other);
    assign(target, property, written);
  };
}
