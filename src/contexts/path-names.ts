import type { Context, PathCapability, PathTable } from "./define-context.ts";

interface NameOptions {
  readonly pathContextNames: boolean | "prepend";
  readonly has?: (capability: PathCapability) => boolean;
}

/** Every path that a context takes, its own first, as a text may write them; listed once for each `has`. */
export function pathNames(context: Context, options: NameOptions): readonly string[] {
  const { pathContextNames, has = everything } = options;
  const lists = cached(pathContextNames === true ? named : bare, has, () => new WeakMap());
  return cached(lists, context, () => listed(context, { pathContextNames, has }));
}

const everything = () => true;
type Lists = WeakMap<Context, readonly string[]>;
const named = /* @__PURE__ */ new WeakMap<NonNullable<NameOptions["has"]>, Lists>();
const bare: typeof named = /* @__PURE__ */ new WeakMap();

function cached<K extends WeakKey, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

function listed(context: Context, options: Required<NameOptions>): readonly string[] {
  const { has } = options;
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
