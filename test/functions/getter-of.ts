import type { Compatibility } from "../../src/core/compatibility.ts";
import type { Type } from "../../src/core/types.ts";

/** The getter kind that a parameter's type stands for in a version, as the reference's sources name it. */
export function getterOf(type: Type, version: Compatibility): string {
  const isLiteral = type.dynamicSince !== undefined && !version.has(type.dynamicSince);
  if (type.items !== undefined) {
    const item = getterOf(type.items.type, version);
    return type.items.dynamic && !isLiteral ? `SliceGetter[${item}]` : `[]${item}`;
  }
  if (isLiteral && type.getter === "StringGetter") return "string";
  if (type.getter === "PMapGetSetter" && !version.has("editors_need_paths")) return "PMapGetter";
  return type.getter;
}
