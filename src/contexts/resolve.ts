/**
 * Which definition a path of the text means, by the rules of `contexts/internal/ctxcommon/parser.go` and
 * `functions.go` of the reference: the first name may be a context, the rest walks that context's table, and every
 * section and every key must be taken by something.
 */
import type { TypeName } from "../core/values.ts";
import type { Fix, Span } from "../diagnostics/diagnostic.ts";
import { quoted } from "../diagnostics/quoted.ts";
import type { Key, Path, Segment } from "../syntax/ast.ts";
import type { Context, Leaf, PathCapability, PathDefinition, PathTable } from "./define-context.ts";
import { pathNames } from "./path-names.ts";
import { mayBeNil, mostKeys, typeOfLeaf } from "./type-of-leaf.ts";

export type PathContextNames = boolean | "prepend";

export interface ResolveOptions {
  /** Whether every path must begin with the name of its context, or has it `prepended` where it names none. */
  readonly pathContextNames: PathContextNames;
  /** What the language version has; absent: all. */
  readonly has?: (capability: PathCapability) => boolean;
}

/** A path of a context: what is read, whose it is, and the keys after it. */
export interface ResolvedPath {
  /** The path without its keys, as diagnostics name it. */
  readonly text: string;
  /** The name of the context that owns it. */
  readonly context: string;
  /** The record property that holds the owning object; empty: the record itself. */
  readonly owner: string;
  readonly definition: Leaf;
  /** The type of every value it can have, `any` where it can also be nil. */
  readonly type: TypeName;
  readonly keys: readonly Key[];
  /** What the language version has, where reading the path depends on it; absent: all. */
  readonly has?: (capability: PathCapability) => boolean;
}

/** Why a path means nothing. */
export interface PathProblem {
  readonly code:
    | "unknown_path"
    | "unknown_context"
    | "missing_context"
    | "path_not_indexable"
    | "extra_path_sections"
    | "cache_of_other_context";
  readonly span: Span;
  readonly params: Readonly<Record<string, string>>;
  /** What was written in place of one of `valid`, where that may be a slip of the pen. */
  readonly word?: string;
  /** The paths, or the names of contexts, that could stand there. */
  readonly valid: () => readonly string[];
  readonly fix?: Fix;
}

type Refusal = { readonly problem: PathProblem };

/** Finds what a path means in a context. */
export function resolvePath(context: Context, path: Path, options: ResolveOptions): ResolvedPath | Refusal {
  const text = path.segments.map((segment) => segment.name).join(".");
  const start = startOf(context, path, text, options);
  if ("problem" in start) return start;
  const unknown = (owning: Context) =>
    refuse(
      "unknown_path",
      path,
      { path: text, context: owning.name },
      () => pathNames(context, options),
      text,
    );
  const { owning, prefix, segments } = start;
  if (segments[0]?.name === "cache" && prefix !== context.name) {
    const replacement = text.replace(`${prefix}.`, `${context.name}.`);
    return refuse("cache_of_other_context", path, { path: text, replacement }, () => [replacement]);
  }
  const found = walk(owning.paths, segments, options);
  if (found === undefined) return unknown(owning);
  const { leaf, used } = found;
  for (const [index, segment] of path.segments.entries()) {
    const depth = index - (path.segments.length - segments.length);
    const names = path.segments.slice(0, index + 1).map((part) => part.name);
    if (depth >= used) {
      const { problem } = refuse("extra_path_sections", segment, { path: text, section: segment.name });
      const fix = asKey(leaf, path.segments[index - 1], path.segments.slice(index));
      return { problem: fix === undefined ? problem : { ...problem, fix } };
    }
    const most = depth === used - 1 ? mostKeys(leaf) : 0;
    if (segment.keys.length > most) {
      const indexed = names.join(".");
      return refuse("path_not_indexable", segment, { path: most === 0 ? indexed : `${indexed}[…]` });
    }
  }
  return {
    text,
    context: owning.name,
    owner: leaf.owner ?? owning.owner,
    definition: leaf,
    type: mayBeNil(leaf) ? "any" : typeOfLeaf(leaf),
    keys: segments[used - 1]?.keys ?? [],
    ...(leaf.kind === "derived" && options.has !== undefined ? { has: options.has } : {}),
  };
}

/** The definition of a context's own path by its name, for functions that read one by themselves. */
export function resolveField(context: Context, name: string): ResolvedPath {
  const span = { start: 0, end: 0 };
  const segments = name.split(".").map((part): Segment => ({ kind: "Segment", span, name: part, keys: [] }));
  const resolved = resolvePath(context, { kind: "Path", span, segments }, { pathContextNames: false });
  if ("problem" in resolved) throw new RangeError(`${name} is no path of context ${context.name}`);
  return resolved;
}

/** The names by which paths begin where they must name their context. */
export function contextNames(context: Context, options: ResolveOptions): readonly string[] {
  const names = [context.name];
  for (const other of context.higher) {
    if (has(other.capability, options)) names.push(other.name, ...(other.aliases ?? []));
  }
  return names;
}

interface Start {
  readonly owning: Context;
  /** The name of the owning context as the path wrote it, or the context's own where it wrote none. */
  readonly prefix: string;
  /** The segments after it. */
  readonly segments: readonly Segment[];
}

function startOf(context: Context, path: Path, text: string, options: ResolveOptions): Start | Refusal {
  const [first, ...rest] = path.segments;
  const own: Start = { owning: context, prefix: context.name, segments: path.segments };
  if (first === undefined) return own;
  const { name } = first;
  if (!options.pathContextNames) {
    const owning = relaxedContext(context, name, options);
    return owning === undefined ? own : { owning, prefix: name, segments: rest };
  }
  const valid = contextNames(context, options);
  const namesOne = rest.length > 0 && first.keys.length === 0 && valid.includes(name);
  if (!namesOne && options.pathContextNames === "prepend") return own;
  if (rest.length === 0 || first.keys.length > 0) {
    return refuse("missing_context", path, { path: text }, () => {
      const known = new Set(pathNames(context, options));
      const named = valid.map((prefix) => `${prefix}.${text}`);
      const existing = named.filter((candidate) => known.has(candidate));
      return existing.length > 0 ? existing : named;
    });
  }
  if (!valid.includes(name)) return refuse("unknown_context", first, { name, path: text }, () => valid, name);
  return { owning: higherContext(context, name, options) ?? context, prefix: name, segments: rest };
}

/** The sections after a leaf as one key, since the names of attributes have dots: `attributes["service.name"]`. */
function asKey(leaf: Leaf, before: Segment | undefined, extra: readonly Segment[]): Fix | undefined {
  const last = extra.at(-1);
  if (before === undefined || last === undefined) return undefined;
  if (extra.some(({ keys }) => keys.length > 0 && keys !== last.keys)) return undefined;
  if (before.keys.length + 1 + last.keys.length > mostKeys(leaf)) return undefined;
  const key = extra.map(({ name }) => name).join(".");
  const span = { start: before.span.end, end: last.span.start + last.name.length };
  return { title: `use a key: [${quoted(key)}]`, span, text: `["${key}"]` };
}

/** Where names are optional, a context's own name and aliases are taken too, where the version has that. */
function relaxedContext(context: Context, name: string, options: ResolveOptions): Context | undefined {
  if (name === "scope" && !has("scope_prefix", options)) return undefined;
  if (name === context.name || context.aliases?.includes(name)) {
    return has("own_context_prefix", options) ? context : undefined;
  }
  return higherContext(context, name, options);
}

function higherContext(context: Context, name: string, options: ResolveOptions): Context | undefined {
  return context.higher.find(
    (other) => has(other.capability, options) && (name === other.name || other.aliases?.includes(name)),
  );
}

/** The leaf that the segments lead to, and how many of them it took. */
function walk(
  table: PathTable,
  segments: readonly Segment[],
  options: ResolveOptions,
): { readonly leaf: Leaf; readonly used: number } | undefined {
  for (const [index, { name }] of segments.entries()) {
    const found: PathDefinition | undefined = Object.hasOwn(table, name) ? table[name] : undefined;
    if (found === undefined) return undefined;
    const last = index === segments.length - 1;
    const leaf = found.kind !== "branch" ? found : last ? found.self : undefined;
    if (leaf !== undefined) return has(leaf.capability, options) ? { leaf, used: index + 1 } : undefined;
    if (found.kind === "branch") table = found.paths;
  }
  return undefined;
}

function has(capability: PathCapability | undefined, options: ResolveOptions): boolean {
  return capability === undefined || (options.has?.(capability) ?? true);
}

function refuse(
  code: PathProblem["code"],
  at: { readonly span: Span },
  params: PathProblem["params"],
  valid: PathProblem["valid"] = () => [],
  word?: string,
): Refusal {
  const problem = { code, span: at.span, params, valid };
  return { problem: word === undefined ? problem : { ...problem, word } };
}
