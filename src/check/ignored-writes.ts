import { contexts } from "../contexts/index.ts";
import type { ReadIr } from "./ir.ts";
import type { Scope } from "./scope.ts";

/** The failures of writing a path that old versions do not tell: they leave the record as it is. */
export function ignoredWrites({ path, keys }: ReadIr, { compatibility }: Scope): ReadonlySet<string> {
  const { has } = compatibility;
  const isField =
    keys.length === 0 && path.definition.kind !== "attributes" && path.definition.kind !== "value";
  const typed = (isField ? contexts[path.context]?.typed : undefined) ?? "typed_writes";
  const codes: string[] = [];
  if (!has("typed_points")) codes.push("path_not_of_kind");
  if (!has(typed)) codes.push("value_not_writable", "value_not_storable");
  return new Set(codes);
}
