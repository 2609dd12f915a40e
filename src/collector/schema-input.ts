import type { z } from "zod";
import type { DocumentNode, ScalarNode } from "../documents/node.ts";
import { keyText, plain } from "../documents/plain.ts";

type Schema = z.core.$ZodType;

/** A schema without the wrappers that only say what else may be there, such as `optional` or `default`. */
export type CoreSchema = z.core.$ZodTypes;

/** What a document is for a schema: where a text is wanted its text, where a number is wanted a number. */
export function inputFor(schema: Schema, node: DocumentNode): unknown {
  const given = input(coresOf(schema), node);
  return given === undefined && isEmpty(node) ? Object.create(null) : given;
}

/** The alternatives that a schema has once wrappers and unions are opened. */
export function coresOf(schema: Schema): readonly CoreSchema[] {
  const core = schema as CoreSchema; // every schema of the library is one of these
  const { def } = core._zod;
  switch (def.type) {
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "nonoptional":
    case "readonly":
    case "catch":
      return coresOf(def.innerType);
    case "pipe":
      return coresOf(def.in);
    case "lazy":
      return coresOf(def.getter());
    case "union":
      return def.options.flatMap(coresOf);
    case "intersection":
      return [...coresOf(def.left), ...coresOf(def.right)];
    default:
      return [core];
  }
}

/** The alternatives for what is at a key or index of a value of the given ones. */
export function coresAt(cores: readonly CoreSchema[], step: PropertyKey): readonly CoreSchema[] {
  return cores.flatMap(({ _zod: { def } }) => {
    if (def.type === "array") return coresOf(def.element);
    if (def.type === "tuple") return coresOf(def.items[Number(step)] ?? def.rest ?? (def.items[0] as Schema));
    if (def.type === "record") return coresOf(def.valueType);
    if (def.type !== "object") return [];
    const shape = def.shape as Readonly<Record<PropertyKey, Schema>>;
    const at = Object.hasOwn(shape, step) ? shape[step] : def.catchall;
    return at === undefined ? [] : coresOf(at);
  });
}

function input(cores: readonly CoreSchema[], node: DocumentNode): unknown {
  if (node.kind === "scalar") return scalar(cores, node);
  const types = typesOf(cores);
  if (node.text !== undefined && types.has("string") && !types.has(node.kind === "map" ? "object" : "array"))
    return node.text;
  if (cores.some(({ _zod: { def } }) => anything.has(def.type))) return plain(node);
  if (node.kind === "sequence") return node.items.map((item, i) => input(coresAt(cores, i), item) ?? null);
  const map: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries) {
    const name = keyText(key);
    const at = coresAt(cores, name);
    // What is unknown is refused even where it is null.
    const given = at.every(isNever) ? plain(value) : input(at, value);
    if (given !== undefined) map[name] = given;
  }
  return map;
}

/** Types that take any input as it is. */
const anything: ReadonlySet<string> = new Set(["any", "unknown", "custom", "transform"]);

function isNever({ _zod: { def } }: CoreSchema): boolean {
  return def.type === "never";
}

/** Null is `undefined`, as if nothing was written, unless null is wanted. */
function scalar(cores: readonly CoreSchema[], { value, text }: ScalarNode): unknown {
  const types = typesOf(cores);
  if (value === null) {
    if (types.has("string") && text !== undefined) return text;
    return types.has("null") || [...types].some((type) => anything.has(type)) ? null : undefined;
  }
  if (typeof value === "bigint") {
    if (types.has("bigint") || [...types].some((type) => anything.has(type))) return value;
    if (types.has("number")) return Number(value);
  }
  if (typeof value === "boolean" && types.has("boolean")) return value;
  if (typeof value === "number" && types.has("number")) return value;
  return types.has("string") && text !== undefined ? text : value;
}

function typesOf(cores: readonly CoreSchema[]): ReadonlySet<string> {
  const types = new Set<string>();
  for (const {
    _zod: { def },
  } of cores) {
    if (def.type === "literal")
      for (const value of def.values) types.add(value === null ? "null" : typeof value);
    else if (def.type === "enum") for (const value of Object.values(def.entries)) types.add(typeof value);
    else if (def.type === "template_literal") types.add("string");
    else types.add(def.type === "record" ? "object" : def.type === "tuple" ? "array" : def.type);
  }
  return types;
}

function isEmpty(node: DocumentNode): boolean {
  return node.kind === "scalar" && node.value === null;
}
