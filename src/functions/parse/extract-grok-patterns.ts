import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { map } from "../lib/example-values.ts";
import { compileGrok, type Grok } from "../lib/grok.ts";
import { kept } from "../lib/kept.ts";

export const extractGrokPatterns = defineFunction({
  kind: "converter",
  name: "ExtractGrokPatterns",
  category: "parse",
  summary:
    "A map of what the parts of a grok pattern match that match more than nothing; an empty map where the pattern does not match.",
  params: [
    param("target", t.string, "The text that is searched."),
    param(
      "pattern",
      t.literalWithout("dynamic_pattern", t.string),
      "An RE2 pattern in which `%{NAME}`, `%{NAME:key}` and `%{NAME:key:type}` stand for patterns known by name; types are `int`, `long`, `float`, `double`, `bool`, `boolean` and `string`.",
    ),
    optional(
      "named_captures_only",
      t.boolLiteral,
      "Whether parts without a key, `%{NAME}`, are left out of the map.",
      false,
    ),
    optional(
      "pattern_definitions",
      t.literalListOf(t.stringLiteral),
      "Further patterns, each written `NAME=pattern`.",
      [],
    ),
  ],
  returns: t.map,
  since: "0.107.0",
  examples: [
    {
      source:
        'ExtractGrokPatterns("GET /a 200", "%{WORD:method} %{NOTSPACE:url.path} %{INT:status:int}", named_captures_only=true)',
      result: map({ method: "GET", "url.path": "/a", status: 200n }),
    },
    {
      source: 'ExtractGrokPatterns("id-42", "%{ID}", pattern_definitions=["ID=id-%{INT:n:int}"])',
      result: map({ ID: "id-42", n: 42n }),
    },
    { source: 'ExtractGrokPatterns("a", "%{INT:n}")', result: map({}) },
    { source: 'ExtractGrokPatterns("a", "%{NO_SUCH}")', error: "call_refused" },
    { source: 'ExtractGrokPatterns("a1", "%{WORD:n:int}")', error: "unreadable_text" },
    { source: 'ExtractGrokPatterns(1, "%{INT}")', error: "argument_type" },
  ],
  create(_, literal, namedOnly = false, definitions = []) {
    const patterns = definedPatterns(definitions);
    const compile = kept((pattern: string): Grok => {
      const grok = compileGrok(pattern, patterns, namedOnly);
      if (namedOnly && !grok.hasNames) throw new Failure("no_named_group", { argument: "pattern" });
      return grok;
    });
    if (literal !== undefined) inArgument("pattern", () => compile(literal));
    return (target, pattern) => compile(pattern).extract(target);
  },
});

/** Runs a step that concerns one argument, of which a failure then tells. */
function inArgument(argument: string, step: () => unknown): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(error.code, { ...error.params, argument });
  }
}

function definedPatterns(definitions: Iterable<string>): ReadonlyMap<string, string> {
  const patterns = new Map<string, string>();
  for (const definition of definitions) {
    const at = definition.indexOf("=");
    const name = definition.slice(0, at);
    if (at < 0 || name.includes(":")) {
      const expected = 'written NAME=pattern, without ":" in the name';
      throw new Failure("argument_value", {
        argument: "pattern_definitions",
        expected,
        found: JSON.stringify(definition),
      });
    }
    patterns.set(name, definition.slice(at + 1));
  }
  return patterns;
}
