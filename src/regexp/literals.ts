import { type Node, partsOf } from "./node.ts";

/** A text that matches, with the ends of the subject that it must touch. */
export interface Literal {
  readonly text: string;
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** Longer texts need an algorithm of our own: `includes` may take quadratic time for them. */
export const longText = 200;

/** More texts than this, more combinations of parts, or texts longer than this in all are not written out. */
const mostLiterals = 1_000;
const mostCombinations = 16;
const mostLength = 100_000;

/** The texts of which one must be found for the expression to match; `undefined` where they cannot be listed. */
export function literalsOf(node: Node): readonly Literal[] | undefined {
  switch (node.kind) {
    case "empty":
      return [{ text: "", atStart: false, atEnd: false }];
    case "set":
      return literalsOfSet(node.set);
    case "assertion": {
      if (node.at !== "textStart" && node.at !== "textEnd") return undefined;
      return [{ text: "", atStart: node.at === "textStart", atEnd: node.at === "textEnd" }];
    }
    case "repeat": {
      if (node.max > 1) return undefined;
      const inner = literalsOf(node.body);
      return inner && [...inner, { text: "", atStart: false, atEnd: false }];
    }
    case "concat": {
      let whole: readonly Literal[] | undefined = [{ text: "", atStart: false, atEnd: false }];
      for (const part of node.parts) {
        const next = literalsOf(part);
        whole = whole && next && product(whole, next);
        if (whole === undefined) return undefined;
      }
      return whole;
    }
    case "either": {
      const all: Literal[] = [];
      for (const branch of node.branches) {
        const next = literalsOf(branch);
        if (next === undefined) return undefined;
        for (const literal of next) all.push(literal);
      }
      return all.length > mostLiterals ? undefined : all;
    }
  }
}

/** The longest text that every match holds, as far as one look tells; "" where there is none. */
export function neededText(node: Node): string {
  let longest = "";
  let run = "";
  for (const part of partsOf(node)) {
    const literal = part.kind === "set" ? literalsOfSet(part.set) : undefined;
    run = literal?.length === 1 ? run + (literal[0]?.text ?? "") : "";
    if (run.length > longest.length && run.length <= longText) longest = run;
  }
  return longest;
}

function literalsOfSet(set: readonly number[]): readonly Literal[] | undefined {
  const literals: Literal[] = [];
  for (let i = 0; i < set.length; i += 2) {
    const [low, high] = [set[i] as number, set[i + 1] as number];
    if (high - low > 9 || literals.length > 9 || (high >= 0xd800 && low <= 0xdfff)) return undefined;
    for (let rune = low; rune <= high; rune++) {
      literals.push({ text: String.fromCodePoint(rune), atStart: false, atEnd: false });
    }
  }
  return literals;
}

function product(left: readonly Literal[], right: readonly Literal[]): readonly Literal[] | undefined {
  if (left.length > 1 && right.length > 1 && left.length * right.length > mostCombinations) return undefined;
  const literals: Literal[] = [];
  let length = 0;
  for (const a of left) {
    for (const b of right) {
      if ((b.atStart && a.text !== "") || (a.atEnd && b.text !== "")) continue;
      literals.push({ text: a.text + b.text, atStart: a.atStart || b.atStart, atEnd: a.atEnd || b.atEnd });
      length += a.text.length + b.text.length;
    }
  }
  return length > mostLength ? undefined : literals;
}
