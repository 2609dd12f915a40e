/**
 * Whether `RegExp`, which backtracks, stays linear. The cost of an expression is computed from its end: what each
 * part can cost is what it costs itself and what follows costs, once where the next character decides which way to
 * go, and for each way where it does not.
 *
 * A loop costs a step a character where what follows it cannot begin with a character of the loop. Otherwise what
 * follows is tried at each of its characters, as the whole expression is at each character of the subject. That
 * stays linear where what is tried has no loops itself, or where each try must pass a character that none of its
 * loops can pass before it comes to them: then no more tries run over a stretch than it has such characters.
 */
import { isAnchored, isNullable, type Node } from "./node.ts";
import { intersects, type RuneSet, runeSet } from "./rune-set.ts";

/** What a search costs at most. */
export interface Cost {
  /** Steps for each character of the subject. */
  readonly steps: number;
  /** Whether there are loops, which take room on the stack for each character. */
  readonly loops: boolean;
}

/** An expression from one of its parts to its end. */
interface Tail {
  /** The characters it can begin with. */
  readonly first: RuneSet;
  readonly steps: number;
  /** The characters that its loops can pass. */
  readonly loops: RuneSet;
  /** How many characters it passes outside loops at most. */
  readonly length: number;
  readonly list: List | undefined;
}

interface List {
  readonly node: Node;
  readonly next: List | undefined;
}

const mostSteps = 64;
/** Where they are taken once a search, or are what one stretch of the subject costs in the worst case. */
const mostStepsRarely = 500;
const end: Tail = { first: [], steps: 0, loops: [], length: 0, list: undefined };

/** The cost of searching with `RegExp`, or `undefined` where it is not linear or too high. */
export function nativeCost(node: Node): Cost | undefined {
  const tail = before(node, end, false);
  if (tail === undefined) return undefined;
  const loops = tail.loops.length > 0;
  const anchored = isAnchored(node);
  const steps = anchored ? tail.steps : searched(tail);
  const most = anchored === loops ? mostSteps : mostStepsRarely;
  return steps === undefined || steps > most ? undefined : { steps, loops };
}

/** The steps for each character where the expression is tried at each of them. */
function searched(tail: Tail): number | undefined {
  if (tail.loops.length === 0) return tail.steps;
  return isGuarded(tail.list, tail.loops) ? tail.steps * (tail.length + 2) : undefined;
}

/** The node with what follows; `strict`: the next character must always decide. */
function before(node: Node, tail: Tail, strict: boolean): Tail | undefined {
  switch (node.kind) {
    case "empty":
      return tail;
    case "set": {
      const list = { node, next: tail.list };
      return { ...tail, first: node.set, steps: tail.steps + 1, length: tail.length + 1, list };
    }
    case "assertion":
      if (node.at === "noWordEdge") return undefined; // V8 finds it inside of surrogate pairs
      return node.at === "textEnd" ? { ...end, steps: 1 } : tail;
    case "concat": {
      let whole: Tail | undefined = tail;
      for (let i = node.parts.length - 1; i >= 0 && whole !== undefined; i--) {
        whole = before(node.parts[i] as Node, whole, strict); // within the list
      }
      return whole;
    }
    case "either":
      return choice(
        node,
        node.branches.map((branch) => before(branch, tail, strict)),
        tail,
        strict,
      );
    case "repeat":
      return beforeRepeat(node, tail, strict);
  }
}

function beforeRepeat(
  node: Extract<Node, { kind: "repeat" }>,
  tail: Tail,
  strict: boolean,
): Tail | undefined {
  const { body, min, max } = node;
  let whole: Tail | undefined = tail;
  if (max === Number.POSITIVE_INFINITY) whole = beforeLoop(node, tail, strict);
  else {
    for (let i = max; i > min && whole !== undefined; i--) {
      const optional: Node = { kind: "repeat", body, min: 0, max: i - min };
      whole = tooMuch(whole)
        ? undefined
        : choice(optional, [before(body, whole, strict), tail], tail, strict);
    }
  }
  for (let i = 0; i < min && whole !== undefined; i++)
    whole = tooMuch(whole) ? undefined : before(body, whole, strict);
  return whole;
}

/** One of several ways to go on; those that can begin with one character are all gone where it comes. */
function choice(
  node: Node,
  ways: readonly (Tail | undefined)[],
  tail: Tail,
  strict: boolean,
): Tail | undefined {
  const bounds: [rune: number, steps: number, ways: number][] = [];
  const first: number[] = [];
  const loops: number[] = [];
  let length = 0;
  for (const way of ways) {
    if (way === undefined) return undefined;
    for (let i = 0; i < way.first.length; i += 2) {
      bounds.push([way.first[i] as number, way.steps, 1], [(way.first[i + 1] as number) + 1, -way.steps, -1]);
    }
    for (const rune of way.first) first.push(rune);
    for (const rune of way.loops) loops.push(rune);
    length = Math.max(length, way.length);
  }
  const worst = worstOverlap(bounds);
  if (strict && worst.ways > 1) return undefined;
  return {
    first: runeSet(first),
    steps: ways.length + worst.steps,
    loops: runeSet(loops),
    length,
    list: { node, next: tail.list },
  };
}

function worstOverlap(bounds: [rune: number, steps: number, ways: number][]): {
  steps: number;
  ways: number;
} {
  bounds.sort((a, b) => a[0] - b[0] || a[2] - b[2]);
  const worst = { steps: 0, ways: 0 };
  let steps = 0;
  let ways = 0;
  for (const [, moreSteps, moreWays] of bounds) {
    steps += moreSteps;
    ways += moreWays;
    worst.steps = Math.max(worst.steps, steps);
    worst.ways = Math.max(worst.ways, ways);
  }
  return worst;
}

function beforeLoop(node: Extract<Node, { kind: "repeat" }>, tail: Tail, strict: boolean): Tail | undefined {
  const { body } = node;
  if (isNullable(body) || hasAssertion(body)) return undefined;
  const begin = firstOf(body);
  const ambiguous = intersects(begin, tail.first);
  if (ambiguous && strict) return undefined;
  const after = ambiguous ? searched(tail) : tail.steps;
  const first = runeSet([...begin, ...tail.first]);
  const inside = before(body, { ...end, first }, true);
  if (after === undefined || inside === undefined) return undefined;
  return {
    first,
    steps: inside.steps + after,
    loops: runeSet([...tail.loops, ...runesOf(body)]),
    length: tail.length,
    list: { node, next: tail.list },
  };
}

/** Whether each way through passes a character outside `loops` before it comes to a loop. */
function isGuarded(list: List | undefined, loops: RuneSet): boolean {
  for (let rest = list; rest !== undefined; rest = rest.next) {
    const found = guardIn(rest.node, loops);
    if (found !== undefined) return found;
  }
  return false;
}

/** Whether a guard comes first (`true`) or a loop (`false`); `undefined` where neither is there. */
function guardIn(node: Node, loops: RuneSet): boolean | undefined {
  switch (node.kind) {
    case "set":
      return intersects(node.set, loops) ? undefined : true;
    case "repeat": {
      if (node.max === Number.POSITIVE_INFINITY) return false;
      const found = guardIn(node.body, loops);
      return found === true && node.min === 0 ? undefined : found;
    }
    case "concat": {
      for (const part of node.parts) {
        const found = guardIn(part, loops);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    case "either": {
      const found = node.branches.map((branch) => guardIn(branch, loops));
      return found.every((each) => each === true) ? true : found.includes(false) ? false : undefined;
    }
    default:
      return undefined;
  }
}

/** The characters that a node which matches no empty text begins with. */
function firstOf(node: Node): RuneSet {
  switch (node.kind) {
    case "set":
      return node.set;
    case "repeat":
      return firstOf(node.body);
    case "either":
      return runeSet(node.branches.flatMap(firstOf));
    case "concat": {
      const runes: number[] = [];
      for (const part of node.parts) {
        runes.push(...firstOf(part));
        if (!isNullable(part)) break;
      }
      return runeSet(runes);
    }
    default:
      return [];
  }
}

function runesOf(node: Node): RuneSet {
  switch (node.kind) {
    case "set":
      return node.set;
    case "repeat":
      return runesOf(node.body);
    case "concat":
      return runeSet(node.parts.flatMap(runesOf));
    case "either":
      return runeSet(node.branches.flatMap(runesOf));
    default:
      return [];
  }
}

function hasAssertion(node: Node): boolean {
  switch (node.kind) {
    case "assertion":
      return true;
    case "repeat":
      return hasAssertion(node.body);
    case "concat":
      return node.parts.some(hasAssertion);
    case "either":
      return node.branches.some(hasAssertion);
    default:
      return false;
  }
}

function tooMuch(tail: Tail): boolean {
  return tail.steps > mostStepsRarely;
}
