import type { Context, PathTable } from "../../src/contexts/define-context.ts";
import { contexts } from "../../src/contexts/index.ts";
import { takesKeys, typeOfLeaf } from "../../src/contexts/type-of-leaf.ts";
import type { TypeName } from "../../src/core/values.ts";

/** A path as a text may write it. */
export interface TypedPath {
  readonly text: string;
  readonly type: TypeName;
  /** Whether keys may follow. */
  readonly keyed: boolean;
  /** Whether it begins with the name of a context. */
  readonly named: boolean;
}

const tables = new Map<string, readonly TypedPath[]>();

/** Every path of a context, with its type: its own with and without its name, those of higher contexts with theirs. */
export function typedPaths(contextName: string): readonly TypedPath[] {
  const known = tables.get(contextName);
  if (known !== undefined) return known;
  const context = contexts[contextName];
  if (context === undefined) throw new Error(`no context ${contextName}`);
  const own = pathsOf(context.paths, "", false);
  const named = own.map((path) => ({ ...path, text: `${context.name}.${path.text}`, named: true }));
  const paths = [...own, ...named, ...context.higher.flatMap(higherPaths)];
  tables.set(contextName, paths);
  return paths;
}

function higherPaths(context: Context): TypedPath[] {
  const { cache: _, ...paths } = context.paths; // a context's cache is its own
  return [context.name, ...(context.aliases ?? [])].flatMap((name) => pathsOf(paths, `${name}.`, true));
}

function pathsOf(table: PathTable, prefix: string, named: boolean): TypedPath[] {
  return Object.entries(table).flatMap(([name, definition]) => {
    if (definition.kind !== "branch") {
      return [{ text: prefix + name, type: typeOfLeaf(definition), keyed: takesKeys(definition), named }];
    }
    const { self, paths } = definition;
    const below = pathsOf(paths, `${prefix}${name}.`, named);
    return self === undefined
      ? below
      : [{ text: prefix + name, type: typeOfLeaf(self), keyed: takesKeys(self), named }, ...below];
  });
}
