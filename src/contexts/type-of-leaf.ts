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
  bytes: "bytes",
  "trace id": "trace id",
  "span id": "span id",
};

/** The type of a path's values, nil aside. */
export function typeOfLeaf(leaf: Leaf): TypeName {
  switch (leaf.kind) {
    case "field":
      return wireTypes[leaf.wire];
    case "variant":
      return leaf.list ? "list" : wireTypes[leaf.wire];
    case "value":
      return "any";
    case "attributes":
    case "indexed attributes":
      return "map";
    case "piece":
      return "telemetry";
    case "derived":
      return leaf.type;
  }
}

/** Whether a path reads as nil on some records. */
export function mayBeNil(leaf: Leaf): boolean {
  switch (leaf.kind) {
    case "variant":
      return true;
    case "piece":
      return leaf.in !== "owner";
    case "derived":
      return leaf.derivation === "address";
    default:
      return false;
  }
}

/** How many keys may follow a path. */
export function mostKeys(leaf: Leaf): number {
  if (leaf.kind === "attributes" || leaf.kind === "indexed attributes" || leaf.kind === "value") {
    return Number.POSITIVE_INFINITY;
  }
  if (leaf.kind !== "derived" || leaf.keys === undefined || leaf.keys === false) return 0;
  return leaf.keys === 1 ? 1 : Number.POSITIVE_INFINITY;
}

/** Whether keys may follow a path. */
export function takesKeys(leaf: Leaf): boolean {
  return mostKeys(leaf) > 0;
}
