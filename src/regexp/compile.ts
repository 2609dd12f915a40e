import { automaton } from "./automaton.ts";
import { nativeCost } from "./cost.ts";
import { type Literal, literalsOf, neededText } from "./literals.ts";
import { branchesOf, either, type Node } from "./node.ts";
import { parseRegexp } from "./parse.ts";
import { printJavaScript } from "./print.ts";
import { includesTest, literalTest } from "./text-search.ts";
import { trim } from "./trim.ts";

/** How a pattern is run: by comparing strings, by `RegExp`, in linear time whatever the pattern, or in several ways. */
export type Strategy =
  | "always"
  | "never"
  | "exact"
  | "prefix"
  | "suffix"
  | "literal"
  | "native"
  | "linear"
  | "mixed";

type Test = (text: string) => boolean;

/** A compiled RE2 pattern. */
export interface Regexp {
  readonly source: string;
  readonly strategy: Strategy;
  /** Whether the pattern matches somewhere in the text. */
  readonly test: Test;
}

interface Part {
  readonly strategy: Strategy;
  readonly test: Test;
}

/** More literals than this are left to `RegExp`, which looks for all of them at once. */
const mostSearches = 3;
/** More than four of `RegExp` take longer than the automaton. */
const mostHalvings = 2;
/** `RegExp` takes room on its stack for each character that a loop passes: it does not get longer subjects. */
const longestSubject = 1 << 18;
const longestSource = 15_000;

/**
 * Compiles a pattern to a test that answers like Go's `regexp.MatchString`; throws a `RegexpError` where Go refuses
 * the pattern.
 */
export function compileRegexp(pattern: string): Regexp {
  if (/^[^\\.+*?()|[\]{}^$\ud800-\udfff\ufffd]+$/u.test(pattern)) {
    return { source: pattern, strategy: "literal", test: includesTest(pattern) };
  }
  return { source: pattern, ...matching(parseRegexp(pattern)) };
}

/** Makes a test of a parsed pattern. */
export function matching(node: Node): Pick<Regexp, "strategy" | "test"> {
  return joined(partsOf(branchesOf(trim(node))));
}

function partsOf(branches: readonly Node[]): readonly Part[] {
  const listed = branches.map((branch) => literalsOf(branch));
  const searches = listed.flatMap((literals) => literals?.filter((literal) => !isWhole(literal)) ?? []);
  const few = searches.length <= mostSearches;
  const literals: Literal[] = [];
  const others: Node[] = [];
  for (const [i, branch] of branches.entries()) {
    const found = listed[i];
    if (found !== undefined && (few || found.every(isWhole))) literals.push(...found);
    else others.push(branch);
  }
  return [...literalParts(literals), ...nodeParts(others)];
}

function literalParts(literals: readonly Literal[]): readonly Part[] {
  if (literals.some((literal) => literal.text === "" && !isWhole(literal))) {
    return [{ strategy: "always", test: () => true }];
  }
  const whole = literals.filter(isWhole);
  const parts: Part[] = literals
    .filter((literal) => !isWhole(literal) || whole.length === 1)
    .map((literal) => ({ strategy: strategyOf(literal), test: literalTest(literal) }));
  if (whole.length > 1) {
    const texts = new Set(whole.map((literal) => literal.text));
    parts.push({ strategy: "exact", test: (text) => texts.has(text) });
  }
  return parts;
}

function nodeParts(nodes: readonly Node[]): readonly Part[] {
  const all = nativeParts(nodes, mostHalvings);
  if (all !== undefined) return all;
  const easy = nodes.filter((node) => nativeTest(node) !== undefined);
  const parts = nativeParts(easy, mostHalvings) ?? [];
  const hard = parts.length === 0 ? nodes : nodes.filter((node) => !easy.includes(node));
  return [...parts, { strategy: "linear", test: linearTest(either(hard)) }];
}

/** One `RegExp` for all of the expressions, or one each for the halves; `undefined` where that does not do. */
function nativeParts(nodes: readonly Node[], halvings: number): readonly Part[] | undefined {
  if (nodes.length === 0) return [];
  const test = nativeTest(either(nodes));
  if (test !== undefined) return [{ strategy: "native", test }];
  if (halvings === 0 || nodes.length === 1) return undefined;
  const middle = nodes.length >> 1;
  const first = nativeParts(nodes.slice(0, middle), halvings - 1);
  const second = first && nativeParts(nodes.slice(middle), halvings - 1);
  return second && [...first, ...second];
}

function nativeTest(node: Node): Test | undefined {
  const cost = nativeCost(node);
  const source = cost === undefined ? "" : printJavaScript(node);
  if (cost === undefined || source.length > longestSource) return undefined;
  const regexp = new RegExp(source, "u");
  if (!cost.loops) return (text) => regexp.test(text);
  let long: Test | undefined;
  return (text) => {
    if (text.length <= longestSubject) return regexp.test(text);
    long ??= automaton(node);
    return long(text);
  };
}

/** Most texts lack what the pattern needs: that is found out faster. */
function linearTest(node: Node): Test {
  const test = automaton(node);
  const needed = neededText(node);
  return needed === "" ? test : (text) => text.includes(needed) && test(text);
}

function joined(parts: readonly Part[]): Part {
  const [first, second, ...others] = parts;
  if (first === undefined) return { strategy: "never", test: () => false };
  if (second === undefined) return first;
  const rest = others.length === 0 ? second : joined([second, ...others]);
  const strategy = first.strategy === rest.strategy ? first.strategy : "mixed";
  return { strategy, test: (text) => first.test(text) || rest.test(text) };
}

function isWhole(literal: Literal): boolean {
  return literal.atStart && literal.atEnd;
}

function strategyOf({ atStart, atEnd }: Literal): Strategy {
  if (atStart) return atEnd ? "exact" : "prefix";
  return atEnd ? "suffix" : "literal";
}
