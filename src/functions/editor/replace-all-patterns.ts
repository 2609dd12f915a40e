import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { MapValue, type Value } from "../../core/values.ts";
import type { Regexp } from "../../regexp/compile.ts";
import { defineFunction, param } from "../define-function.ts";
import { map, resourceWith } from "../lib/example-values.ts";
import { replaceEverywhere } from "../lib/replace-matches.ts";
import { type ReplaceByFunction, replacePatternIn } from "../lib/replace-pattern-in.ts";
import { formatParam, functionParam, templateDoc } from "../lib/replacement-params.ts";
import { textFunction } from "../lib/text-function.ts";
import { pattern } from "../types/pattern.ts";

/** The text with what matches replaced, `undefined` where nothing does; a function that fails gives `null`. Throws `text_too_long`. */
type Replace = (text: string) => string | undefined | null;

export const replaceAllPatterns = defineFunction({
  kind: "editor",
  name: "replace_all_patterns",
  category: "editor",
  summary: "Replaces what an RE2 pattern matches in the texts, or in the keys, of a map.",
  params: [
    param("target", t.place(t.map), "The path of the map."),
    param("mode", t.stringLiteral, '"value" or "key": where it is replaced.'),
    param("regex_pattern", pattern, "The RE2 pattern, which may match anywhere."),
    param("replacement", t.string, templateDoc),
    functionParam,
    formatParam,
  ],
  returns: t.any,
  since: "0.104.0",
  examples: [
    {
      source: 'replace_all_patterns(attributes, "value", "/[0-9]+", "/{id}")',
      result: map({ path: "/user/{id}", method: "GET" }),
      data: resourceWith({ path: "/user/42", method: "GET" }),
    },
    {
      source:
        'replace_all_patterns(attributes, "key", "^k8s", "$0", function=ToUpperCase, replacement_format="%s")',
      result: map({ "K8S.pod": "cart-1" }),
      data: resourceWith({ "k8s.pod": "cart-1" }),
    },
    { source: 'replace_all_patterns(attributes, "both", "a", "b")', error: "call_refused" },
  ],
  create: (_, mode, __, ___, named) => replacing(mode, named),
  formerly: [
    {
      without: "unmatched_keys_stay",
      create: (_, mode: string, __, ___, named: NamedFunction) =>
        replacing(mode, named, { apply: replaceInMerged }),
    },
    {
      without: "replaced_in_place",
      create: (_, mode: string, __, ___, named: NamedFunction) =>
        replacing(mode, named, { byFunction: replaceEverywhere, apply: replaceInMerged }),
    },
    {
      without: "replacing_goes_on",
      create: (_, mode: string, __, ___, named: NamedFunction) =>
        replacing(mode, named, { byFunction: replaceEverywhere, apply: rebuilt }),
    },
    {
      without: "replaced_keys",
      create: (_, mode: string, __, ___, named: NamedFunction) =>
        replacing(mode, named, { byFunction: replaceEverywhere, apply: rebuiltWithoutKeys }),
    },
  ],
});

type Mode = "key" | "value";
type NamedFunction = t.NamedFunction | null | undefined;
type Apply = (map: MapValue, replace: Replace, mode: Mode, isByFunction: boolean) => MapValue;
type Replacing = (
  target: t.Place<MapValue>,
  mode: string,
  regexp: Regexp,
  template: string,
  _function: unknown,
  format: (() => string) | null,
) => null;

function replacing(
  mode: string | undefined,
  named: NamedFunction,
  { byFunction, apply = replaceIn }: { readonly byFunction?: ReplaceByFunction; readonly apply?: Apply } = {},
): Replacing {
  if (mode !== "key" && mode !== "value") {
    throw new Failure("argument_value", {
      argument: "mode",
      expected: '"key" or "value"',
      found: JSON.stringify(mode ?? ""),
    });
  }
  const call = named ? textFunction(named) : undefined;
  return (target, _mode, regexp, template, _function, format) => {
    const replace: Replace = (text) => {
      try {
        return replacePatternIn(text, regexp, template, call, format, byFunction);
      } catch (error) {
        if (error instanceof Failure && error.code !== "text_too_long") return null;
        throw error;
      }
    };
    target.set(apply(target.get(), replace, mode, call !== undefined));
    return null;
  };
}

function replaceIn(map: MapValue, replace: Replace, mode: Mode): MapValue {
  return mode === "key" ? replaceKeys(map, replace) : replaceValues(map, replace);
}

/** Where a function fails, the value stays. */
function replaceValues(map: MapValue, replace: Replace): MapValue {
  return map.mapValues((value) => (typeof value === "string" ? (replace(value) ?? value) : value));
}

/** Where a function fails, the key goes; of keys that become equal the last value stays, in the first one's place. */
function replaceKeys(map: MapValue, replace: Replace): MapValue {
  const replaced = map.keys.map(replace);
  if (replaced.every((key) => key === undefined)) return map;
  return merged(map, replaced);
}

/** What was left before: keys that come twice become one, also where none is replaced. */
const replaceInMerged: Apply = (map, replace, mode) =>
  mode === "key" ? merged(map, map.keys.map(replace)) : replaceValues(map, replace);

function merged(map: MapValue, replaced: readonly (string | null | undefined)[]): MapValue {
  const entries = new Map<string, Value>();
  for (const [i, key] of replaced.entries()) {
    if (key !== null) entries.set(key ?? (map.keys[i] as string), map.values[i] as Value);
  }
  return MapValue.of(entries);
}

/** What old versions leave: where a function fails, nothing of the rest; of equal keys, the last value. */
const rebuilt: Apply = (map, replace, mode) => rebuiltInto(mode, map, replace, mode);

/** What still older ones leave, which put the answer of a function for a key into its value. */
const rebuiltWithoutKeys: Apply = (map, replace, mode, isByFunction) =>
  rebuiltInto(isByFunction ? "value" : mode, map, replace, mode);

function rebuiltInto(place: Mode, map: MapValue, replace: Replace, mode: Mode): MapValue {
  const entries = new Map<string, Value>();
  for (const [key, value] of map.entries()) {
    const text = mode === "key" ? key : value;
    const replaced = typeof text === "string" ? replace(text) : undefined;
    if (replaced === null) break;
    if (place === "key") entries.set(replaced ?? key, value);
    else entries.set(key, replaced ?? value);
  }
  return MapValue.of(entries);
}
