/**
 * Grok patterns as the library `elastic/go-grok` of the reference understands them: regular expressions in which
 * `%{NAME:key:type}` stands for a pattern that is known by name. What they stand for is written into the text, level
 * by level, in the same order as there, which decides which type counts where one key has several.
 */
import { convertToBool, convertToDouble, convertToInt } from "../../core/convert.ts";
import { Failure } from "../../core/failure.ts";
import { longestGrok } from "../../core/limits.ts";
import { MapValue, type Value } from "../../core/values.ts";
import { compileMatcher } from "../../regexp/matcher.ts";
import source from "../data/grok-patterns.json" with { type: "json" };

/** A compiled grok pattern. */
export interface Grok {
  /** Whether the pattern has a group with a name. */
  readonly hasNames: boolean;
  /** What the groups with names match, as the types say; throws where a text is not of its type. */
  readonly extract: (text: string) => MapValue;
}

/** Patterns may stand in each other to this depth: the reference refuses what is deeper, as it does a circle. */
const deepest = 1_000;
/** No more characters than this are searched while a pattern is made. */
const mostWork = 1 << 30;

/** Compiles a grok pattern; patterns that are given come before those that are known. */
export function compileGrok(pattern: string, given: ReadonlyMap<string, string>, namedOnly: boolean): Grok {
  const types = new Map<string, string>();
  const { groups, exec } = compileMatcher(expand(pattern, given, namedOnly, types));
  return {
    hasNames: groups.some((name) => name !== undefined),
    extract(text) {
      const entries = new Map<string, Value>();
      for (const [i, span] of (exec(text) ?? []).entries()) {
        const name = groups[i];
        if (name === undefined || span === undefined || span.start === span.end) continue;
        const match = text.slice(span.start, span.end);
        entries.set(name.replaceAll("___", "."), typed(match, name, types.get(name)));
      }
      return MapValue.of(entries);
    },
  };
}

function expand(
  pattern: string,
  given: ReadonlyMap<string, string>,
  namedOnly: boolean,
  types: Map<string, string>,
): string {
  let expanded = pattern;
  let work = 0;
  for (let depth = 0; ; depth++) {
    const found = referencesIn(expanded);
    if (found.length === 0) return expanded;
    if (depth === deepest) throw new Failure("grok_too_large");
    /** The references that stand in the text now. */
    const there = new Set(found);
    for (const reference of found) {
      const [name, key = name, type] = reference.slice(2, -1).split(":") as [string, string?, string?]; // at least a name
      const group = key.replaceAll(".", "___");
      if (type !== undefined) types.set(group, type);
      const known = given.get(name) ?? knownPattern(name);
      if (known === undefined) throw new Failure("unknown_grok_pattern", { name });
      if (!there.delete(reference)) continue;
      const anonymous = namedOnly && !reference.includes(":");
      work += expanded.length;
      expanded = expanded.replaceAll(reference, () => `(${anonymous ? "" : `?P<${group}>`}${known})`);
      if (expanded.length > longestGrok || work > mostWork) throw new Failure("grok_too_large");
      for (const inner of referencesIn(known)) there.add(inner);
    }
  }
}

function knownPattern(name: string): string | undefined {
  const { patterns }: { readonly patterns: Readonly<Record<string, string>> } = source;
  return Object.hasOwn(patterns, name) ? patterns[name] : undefined;
}

function referencesIn(pattern: string): readonly string[] {
  return pattern.match(/%\{\w+(?::[\w+.]+(?::\w+)?)?\}/g) ?? [];
}

function typed(match: string, name: string, type: string | undefined): Value {
  switch (type) {
    case undefined:
    case "string":
      return match;
    case "double":
    case "float":
      return convertToDouble(match);
    case "int":
    case "long":
      return convertToInt(match);
    case "bool":
    case "boolean":
      return convertToBool(match);
    default:
      throw new Failure("unknown_grok_type", { name, type });
  }
}
