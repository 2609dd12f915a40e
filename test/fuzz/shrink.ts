import type { Payload } from "../reference/cases/payload.ts";
import { judge, type Verdict } from "./judge.ts";
import type { Program } from "./programs.ts";
import { leaf, print, simplerTrees, type Tree } from "./tree.ts";

/** A program and what is said of it. */
export interface Finding {
  readonly program: Program;
  readonly verdict: Verdict;
}

/** How many simpler programs are asked about at once. */
const batch = 60;

/** Finds a smaller program on which both sides still differ, by the text first and the payload then. */
export async function shrink(finding: Finding, judges: typeof judge = judge): Promise<Finding> {
  let smallest = finding;
  for (const simplify of [simplerPayloads, simplerTexts, simplerPayloads, fewerTokens]) {
    let found: Finding | undefined = smallest;
    while (found !== undefined) {
      smallest = found;
      found = await firstDiffering(simplify(smallest.program), judges);
    }
  }
  return smallest;
}

async function firstDiffering(
  candidates: Iterable<Program>,
  judges: typeof judge,
): Promise<Finding | undefined> {
  const iterator = candidates[Symbol.iterator]();
  for (;;) {
    const some: Program[] = [];
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      some.push(next.value);
      if (some.length === batch) break;
    }
    if (some.length === 0) return undefined;
    const verdicts = await judges(some);
    const index = verdicts.findIndex(({ difference }) => difference !== undefined);
    const [program, verdict] = [some[index], verdicts[index]];
    if (program !== undefined && verdict !== undefined) return { program, verdict };
  }
}

function withTree(program: Program, tree: Tree): Program {
  return { ...program, tree, text: print(tree) };
}

function* simplerTexts(program: Program): Generator<Program> {
  for (const tree of simplerTrees(program.tree)) {
    const simpler = withTree(program, tree);
    if (simpler.text.length < program.text.length) yield simpler;
  }
}

/** The text with some tokens left out, long stretches first: for texts that were broken on purpose. */
function* fewerTokens(program: Program): Generator<Program> {
  const tokens = program.text.match(/"(?:\\.|[^"\\])*"|\w+|\s+|./gsu) ?? [];
  for (let length = Math.ceil(tokens.length / 2); length > 0; length = Math.floor(length / 2)) {
    for (let at = 0; at + length <= tokens.length; at++) {
      yield withTree(program, leaf("any", tokens.toSpliced(at, length).join("")));
    }
  }
}

function* simplerPayloads(program: Program): Generator<Program> {
  for (const payload of smallerJson(program.payload)) {
    const { resourceMetrics } = payload as Partial<Payload>;
    if (Array.isArray(resourceMetrics)) yield { ...program, payload: payload as Payload };
  }
}

/** Every JSON value that lacks one property or item somewhere, the greatest parts first. */
function* smallerJson(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) yield value.toSpliced(i, 1);
    for (const [i, item] of value.entries()) {
      for (const smaller of smallerJson(item)) yield value.with(i, smaller);
    }
  } else if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    for (let i = 0; i < entries.length; i++) yield Object.fromEntries(entries.toSpliced(i, 1));
    for (const [i, [key, item]] of entries.entries()) {
      for (const smaller of smallerJson(item)) yield Object.fromEntries(entries.with(i, [key, smaller]));
    }
  }
}
