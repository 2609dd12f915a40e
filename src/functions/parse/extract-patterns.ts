import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { MapValue } from "../../core/values.ts";
import { compileMatcher, type Matcher } from "../../regexp/matcher.ts";
import { defineFunction, type FunctionDefinition, param } from "../define-function.ts";
import { map } from "../lib/example-values.ts";
import { kept } from "../lib/kept.ts";

const compiled = /* @__PURE__ */ kept(compileMatcher);

/** An RE2 pattern with groups; a literal one is compiled once. Throws the error of the pattern. */
const matcher: t.Type<Matcher> = {
  label: "pattern",
  name: "string",
  getter: "StringGetter",
  dynamicSince: "dynamic_pattern",
  narrow: (value) => compiled(t.string.narrow(value)),
};

export const extractPatterns: FunctionDefinition = defineFunction({
  kind: "converter",
  name: "ExtractPatterns",
  category: "parse",
  summary:
    "A map of what the named groups of an RE2 pattern match, the empty text for those that take no part; an empty map where the pattern does not match.",
  params: [
    param("target", t.string, "The text that is searched."),
    param("pattern", matcher, "The pattern, with one named group or more."),
  ],
  returns: t.map,
  since: "0.104.0",
  examples: [
    {
      source: 'ExtractPatterns("GET /users", "^(?P<method>\\\\w+) (?P<path>\\\\S+)")',
      result: map({ method: "GET", path: "/users" }),
    },
    { source: 'ExtractPatterns("a", "(?P<letter>b)")', result: map({}) },
    { source: 'ExtractPatterns("a", "a")', error: "no_named_group" },
    { source: 'ExtractPatterns("a", "(?P<letter>")', error: "invalid_regex" },
    { source: 'ExtractPatterns(1, "(?P<digit>1)")', error: "argument_type" },
  ],
  evaluate(target, pattern) {
    requireNamedGroup(pattern);
    const { groups, exec } = pattern;
    const spans = exec(target);
    const entries = new Map<string, string>();
    for (const [i, span] of (spans ?? []).entries()) {
      const name = groups[i];
      if (name !== undefined) entries.set(name, span === undefined ? "" : target.slice(span.start, span.end));
    }
    return MapValue.of(entries);
  },
  formerly: [
    {
      without: "dynamic_pattern",
      create(_, pattern?: Matcher) {
        if (pattern !== undefined) requireNamedGroup(pattern);
        return extractPatterns.create();
      },
    },
  ],
});

function requireNamedGroup({ groups }: Matcher): void {
  if (groups.every((name) => name === undefined)) throw new Failure("no_named_group");
}
