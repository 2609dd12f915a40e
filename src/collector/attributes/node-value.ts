import { ListValue, MapValue, type Value } from "../../core/values.ts";
import type { DocumentNode } from "../../documents/node.ts";
import { keyText } from "../../documents/plain.ts";

/** The value that a document has at a node. */
export function nodeValue(node: DocumentNode): Value {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "sequence":
      return new ListValue(node.items.map(nodeValue), "slice");
    case "map":
      return new MapValue(
        node.entries.map(({ key }) => keyText(key)),
        node.entries.map(({ value }) => nodeValue(value)),
      );
  }
}
