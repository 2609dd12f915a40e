import type { ResolvedPath } from "../../contexts/resolve.ts";
import { Failure } from "../../core/failure.ts";
import { Timestamp } from "../../core/values.ts";
import type { Write } from "./access.ts";
import { expectValue, refuseValue, toWire } from "./expect.ts";
import { assign, ownerToWrite } from "./owner.ts";
import { writeAttributes } from "./write-attributes.ts";
import { writePiece } from "./write-piece.ts";
import { writeVariant } from "./write-variant.ts";

/** Makes the writer of a path. Paths that can only be read throw `path_readonly`, as in the reference. */
export function writer(path: ResolvedPath): Write {
  const { definition, owner, text } = path;
  switch (definition.kind) {
    case "field": {
      const { property, wire } = definition;
      return (record, value) => {
        const written = toWire(wire, expectValue(wire, value, text));
        assign(ownerToWrite(record, owner), property, written);
      };
    }
    case "attributes":
      return writeAttributes(definition, path);
    case "variant":
      return writeVariant(definition, path);
    case "piece":
      return writePiece(definition, path);
    case "derived": {
      const { derivation, property } = definition;
      if (derivation === "metric type") return () => {};
      if (derivation !== "time") {
        return () => {
          throw new Failure("path_readonly", { path: text });
        };
      }
      return (record, value) => {
        if (!(value instanceof Timestamp)) throw refuseValue(text, "time", value);
        assign(ownerToWrite(record, owner), property, toWire("uint64", value.nanos));
      };
    }
  }
}
