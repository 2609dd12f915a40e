import { encodeValue } from "../../src/cli/encode-value.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { value } from "../../src/engine/standard.ts";

/** What an expression gives over a resource with the attribute `text`, or `"error"`, as the fixtures write it. */
export function outcome(expression: string, attribute = ""): unknown {
  const attributes = [{ key: "text", value: { stringValue: attribute } }];
  try {
    return sortedMaps(encodeValue(value("resource", expression).evaluate({ resource: { attributes } })));
  } catch (error) {
    if (error instanceof OttlError) return "error";
    throw error;
  }
}

/** A recorded result with the entries of its maps by key: the reference has no order for some of them. */
export function sortedMaps(encoded: unknown): unknown {
  if (Array.isArray(encoded)) return encoded.map(sortedMaps);
  if (typeof encoded !== "object" || encoded === null) return encoded;
  const entries = Object.entries(encoded).map(([kind, content]) => {
    const sorted = sortedMaps(content);
    return [
      kind,
      kind === "map" ? (sorted as [string, unknown][]).sort(([a], [b]) => (a < b ? -1 : 1)) : sorted,
    ];
  });
  return Object.fromEntries(entries);
}
