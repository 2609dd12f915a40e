import { toByteString } from "../../../core/utf8.ts";
import * as m from "./matchers.ts";
import { type GlobNode, parseGlob } from "./parse-glob.ts";

/** A compiled glob pattern. */
export interface Glob {
  /** Whether the pattern matches the whole text. */
  readonly match: (text: string) => boolean;
}

type Matcher = m.GlobMatcher;

/**
 * Compiles a glob pattern to a test that answers like the library of the reference (gobwas/glob), whose simplifications
 * change what some patterns match: they are made in the same order here. Throws a `GlobSyntaxError`, and
 * `glob_too_costly` where a sequence has too many parts to put them together.
 */
export function compileGlob(pattern: string): Glob {
  m.beginSteps();
  const matcher = compile(parseGlob(pattern));
  return {
    match(text) {
      m.beginSteps();
      return matcher.match(toByteString(text));
    },
  };
}

function compile(node: GlobNode): Matcher {
  switch (node.kind) {
    case "text":
      return m.textMatcher(toByteString(node.text));
    case "any":
    case "super":
      return m.superMatcher;
    case "single":
      return m.characterMatcher("single", () => true, "");
    case "nothing":
      return m.nothingMatcher;
    case "range": {
      const { low, high, not } = node;
      return m.characterMatcher("range", (point) => (point >= low && point <= high) !== not);
    }
    case "list": {
      const { characters, not } = node;
      const points = Array.from(characters, (c) => c.codePointAt(0) as number);
      if (!not && points.length === 1) return m.textMatcher(toByteString(characters));
      return m.characterMatcher(
        "list",
        (point) => points.includes(point) !== not,
        not ? characters : undefined,
      );
    }
    case "alternatives": {
      const smaller = withoutCommonParts(node.children);
      if (smaller !== undefined) return compile(smaller);
      const matchers = node.children.map(compile);
      return matchers.length === 1 ? (matchers[0] as Matcher) : m.anyOfMatcher(matchers);
    }
    case "sequence":
      return node.children.length === 0
        ? m.nothingMatcher
        : simplified(joined(glued(node.children.map(compile))));
  }
}

/** A sequence of matchers as one: around the longest of fixed length is what comes before and behind it. */
function joined(matchers: readonly Matcher[]): Matcher {
  const [first, ...others] = matchers as [Matcher, ...Matcher[]]; // nobody asks for none
  if (others.length === 0) return first;
  const one = glue(matchers);
  if (one !== undefined) return one;
  let best = -1;
  for (const [i, { length }] of matchers.entries()) {
    if (length !== -1 && length >= (matchers[best]?.length ?? -1)) best = i;
  }
  if (best < 0) return m.treeMatcher(first, undefined, joined(others));
  const [left, right] = [matchers.slice(0, best), matchers.slice(best + 1)].map((side) =>
    side.length === 0 ? undefined : joined(side),
  );
  return m.treeMatcher(matchers[best] as Matcher, left, right);
}

/** A tree around a text as something simpler; the two sides are simplified first. */
function simplified(matcher: Matcher): Matcher {
  if (!isTree(matcher)) return matcher;
  const left = matcher.left && simplified(matcher.left);
  const right = matcher.right && simplified(matcher.right);
  const { value } = matcher;
  if (value.kind === "text") {
    const { text } = value as ReturnType<typeof m.textMatcher>; // its kind says so
    if (left?.kind === "super" && right?.kind === "super") return m.containsMatcher(text, false);
    if (left?.kind === "super" && right === undefined) return m.suffixMatcher(text);
    if (right?.kind === "super" && left === undefined) return m.prefixMatcher(text);
    if (left === undefined && right?.kind === "suffix")
      return m.prefixSuffixMatcher(text, (right as ReturnType<typeof m.suffixMatcher>).suffix);
    if (right === undefined && left?.kind === "prefix")
      return m.prefixSuffixMatcher((left as ReturnType<typeof m.prefixMatcher>).prefix, text);
  }
  return m.treeMatcher(value, left, right);
}

function isTree(matcher: Matcher): matcher is ReturnType<typeof m.treeMatcher> {
  return matcher.kind === "tree";
}

/** Puts the longest run that can be one matcher together, again and again. */
function glued(matchers: readonly Matcher[]): readonly Matcher[] {
  let best: { readonly matcher: Matcher; readonly start: number; readonly end: number } | undefined;
  for (let start = 0; start < matchers.length; start++) {
    for (let end = matchers.length; end > start; end--) {
      m.step(end - start);
      const matcher = glue(matchers.slice(start, end));
      if (matcher === undefined) continue;
      const longer = best !== undefined && best.matcher.length > -1 && matcher.length > best.matcher.length;
      if (best === undefined || longer || best.end - best.start < end - start) best = { matcher, start, end };
    }
  }
  if (best === undefined) return matchers;
  return glued([...matchers.slice(0, best.start), best.matcher, ...matchers.slice(best.end)]);
}

function glue(matchers: readonly Matcher[]): Matcher | undefined {
  if (matchers.length <= 1) return undefined;
  return (
    everyOne(matchers) ?? (matchers.every(({ length }) => length !== -1) ? m.rowMatcher(matchers) : undefined)
  );
}

/** Characters and `*` in a row, all excluding the same list, as bounds of their number. */
function everyOne(matchers: readonly Matcher[]): Matcher | undefined {
  let least = 0;
  let endless = false;
  let excluded: string | undefined;
  for (const matcher of matchers) {
    const own = excludedBy(matcher);
    excluded ??= own;
    if (own === undefined || own !== excluded) return undefined;
    if (matcher.kind === "super") endless = true;
    else least++;
  }
  if (endless && least === 0) return m.superMatcher;
  if (endless) return m.minMatcher(least);
  const parts = [m.minMatcher(least), m.maxMatcher(least)];
  if (excluded) parts.push(m.containsMatcher(toByteString(excluded), true));
  return m.everyMatcher(parts);
}

function excludedBy(matcher: Matcher): string | undefined {
  return matcher.kind === "super" ? "" : (matcher as ReturnType<typeof m.characterMatcher>).excluded; // others have none
}

/** Alternatives with what all begin and end with taken out; `undefined` where there is nothing in common. */
function withoutCommonParts(alternatives: readonly GlobNode[]): GlobNode | undefined {
  const lists = alternatives.map((one) => (one.kind === "sequence" ? one.children : undefined));
  if (!lists.every((list) => list !== undefined)) return undefined;
  const { left, right } = commonParts(lists);
  if (left.length + right.length === 0) return undefined;
  const rest = new Map<string, GlobNode>();
  for (const list of lists) {
    const children = list.slice(left.length, list.length - right.length);
    const node: GlobNode = children.length === 0 ? { kind: "nothing" } : { kind: "sequence", children };
    const written = JSON.stringify(node); // of no more levels than patterns may have
    if (!rest.has(written)) rest.set(written, node);
  }
  const [only, ...others] = rest.values();
  const middle: readonly GlobNode[] =
    others.length > 0
      ? [{ kind: "alternatives", children: [...rest.values()] }]
      : only === undefined || only.kind === "nothing"
        ? []
        : [only];
  const sides = [left, right].map((children): readonly GlobNode[] =>
    children.length === 0 ? [] : [{ kind: "sequence", children }],
  );
  return { kind: "sequence", children: [...(sides[0] ?? []), ...middle, ...(sides[1] ?? [])] };
}

function commonParts(lists: readonly (readonly GlobNode[])[]): {
  readonly left: readonly GlobNode[];
  readonly right: readonly GlobNode[];
} {
  const left: GlobNode[] = [];
  const right: GlobNode[] = [];
  if (lists.length <= 1) return { left, right };
  const shortest = lists.reduce((least, list) => (list.length < least.length ? list : least));
  const size = shortest.length;
  const others = lists.filter((list) => list !== shortest);
  let leftEnds = false;
  let rightEnds = false;
  let total = 0;
  for (let i = 0, j = size - 1; total < size && j >= 0 && !(leftEnds && rightEnds); i++, j--) {
    const [fromLeft, fromRight] = [shortest[i] as GlobNode, shortest[j] as GlobNode];
    for (const list of others) {
      if (leftEnds && rightEnds) break;
      leftEnds ||= !same(fromLeft, list[i] as GlobNode);
      rightEnds ||= !leftEnds && j <= i;
      rightEnds ||= !same(fromRight, list[j + list.length - size] as GlobNode);
    }
    if (!leftEnds) {
      total++;
      left.push(fromLeft);
    }
    if (!rightEnds) {
      total++;
      right.unshift(fromRight);
    }
  }
  return { left, right };
}

function same(one: GlobNode, other: GlobNode): boolean {
  if ("children" in one) {
    if (one.kind !== other.kind || one.children.length !== other.children.length) return false;
    return one.children.every((child, i) => same(child, other.children[i] as GlobNode));
  }
  return JSON.stringify(one) === JSON.stringify(other); // what has no parts is short
}
