import type { TypeName } from "../core/values.ts";
import type { Leaf, Wire } from "./define-context.ts";

const wireTypes: Readonly<Record<Wire, TypeName>> = {
  string: "string",
  bool: "bool",
  int32: "int",
  uint32: "int",
  int64: "int",
  uint64: "int",
  double: "double",
  enum: "int",
};

/** The type of a path's values, nil aside. */
export function typeOfLeaf(leaf: Leaf): TypeName {
  switch (leaf.kind) {
    case "field":
      return wireTypes[leaf.wire];
    case "variant":
      return leaf.list ? "list" : wireTypes[leaf.wire];
    case "attributes":
      return "map";
    case "piece":
      return "telemetry";
    case "derived":
      return leaf.type;
  }
}

/** Whether a path reads as nil on some records. */
export function mayBeNil(leaf: Leaf): boolean {
  return (
    leaf.kind === "variant" || leaf.kind === "piece" || (leaf.kind === "derived" && leaf.type === "string")
  );
}

/** Whether keys may follow a path. */
export function takesKeys(leaf: Leaf): boolean {
  return leaf.kind === "attributes" || (leaf.kind === "derived" && leaf.keys === true);
}
