import type { Context, PathCapability, PathTable } from "./define-context.ts";

interface NameOptions {
  readonly pathContextNames: boolean | "prepend";
  readonly has?: (capability: PathCapability) => boolean;
}

/** Every path that a context takes, its own first, as a text may write them. */
export function pathNames(context: Context, options: NameOptions): readonly string[] {
  const has = options.has ?? (() => true);
  const names: string[] = [];
  collect(names, context.paths, options.pathContextNames === true ? `${context.name}.` : "", has);
  for (const other of context.higher) {
    if (other.capability !== undefined && !has(other.capability)) continue;
    const { cache: _, ...paths } = other.paths;
    collect(names, paths, `${other.name}.`, has);
  }
  return names;
}

function collect(
  names: string[],
  table: PathTable,
  prefix: string,
  has: (capability: PathCapability) => boolean,
): void {
  for (const [name, definition] of Object.entries(table)) {
    if (definition.kind === "branch") {
      if (definition.self !== undefined) names.push(prefix + name);
      collect(names, definition.paths, `${prefix}${name}.`, has);
    } else if (definition.capability === undefined || has(definition.capability)) {
      names.push(prefix + name);
    }
  }
}
