/**
 * Which records a condition is about, where its paths tell: by the rules of `context_inferrer.go` of the reference,
 * over the contexts that the filter processor has for metrics.
 */
import type { CheckSettings } from "../../check/scope.ts";
import { contexts } from "../../contexts/index.ts";
import { compareVersions } from "../../core/compatibility.ts";
import type { Expression } from "../../syntax/ast.ts";
import { visit } from "../../syntax/visit.ts";
import type { FilterContext } from "./types.ts";

/** The contexts of the language, the most specific first; a name that is none of them comes last. */
const priorities = [
  "log",
  "exemplar",
  "datapoint",
  "metric",
  "spanevent",
  "span",
  "profile",
  "scope",
  "instrumentation_scope",
  "resource",
];

/** The contexts of conditions on metrics, from the top down. */
export const filterContexts: readonly FilterContext[] = ["resource", "scope", "metric", "datapoint"];

/** The name of the context of a condition, which need not be one of metrics; empty where no path names one. */
export function inferContext(condition: Expression, settings: CheckSettings): string {
  const named: string[] = [];
  const functions = new Set<string>();
  const enums = new Set<string>();
  visit(condition, {
    enter: {
      Path: ({ segments: [first, second] }) => {
        if (first !== undefined && second !== undefined && first.keys.length === 0) named.push(first.name);
      },
      Call: ({ name }) => void functions.add(name),
      EnumLiteral: ({ name }) => void enums.add(name),
    },
  });
  const best = named.toSorted((a, b) => priority(a) - priority(b))[0] ?? "";
  const knowsAll = (name: FilterContext) =>
    functions.values().every((called) => knowsFunction(called, name, settings)) &&
    enums.values().every((symbol) => Object.hasOwn(contexts[name]?.enums ?? {}, symbol));
  if (!isFilterContext(best) || knowsAll(best)) return best;
  // Below are the contexts that can read the paths of `best`, the most specific first.
  const below = filterContexts.slice(filterContexts.indexOf(best) + 1);
  return below.toSorted((a, b) => priority(a) - priority(b)).find(knowsAll) ?? best;
}

/** Whether a word is a context of conditions on metrics. */
export function isFilterContext(word: string): word is FilterContext {
  return (filterContexts as readonly string[]).includes(word);
}

function priority(name: string): number {
  const place = priorities.indexOf(name);
  return place < 0 ? priorities.length : place;
}

function knowsFunction(called: string, context: string, settings: CheckSettings): boolean {
  const definition = settings.functions.get(called);
  if (definition === undefined) return false;
  const { version } = settings.compatibility;
  const { contexts: only, since, until = version } = definition;
  return (
    (only?.includes(context) ?? true) &&
    compareVersions(since, version) <= 0 &&
    compareVersions(version, until) <= 0
  );
}
