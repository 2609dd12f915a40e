import type { Payload } from "../reference/cases/payload.ts";
import { splitRecords } from "../reference/split-records.ts";
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

const steps = [
  simplerWays,
  singleRecords,
  namedAttributes,
  simplerTexts,
  namedAttributes,
  simplerPayloads,
  simplerTexts,
  fewerTokens,
  simplerWays,
] as const;

/**
 * Finds a smaller program on which both sides still differ, by the records first, the text then and the rest of the
 * payload at last; what is found within the time is taken.
 */
export async function shrink(
  finding: Finding,
  judges: typeof judge = judge,
  milliseconds = 60_000,
): Promise<Finding> {
  const end = performance.now() + milliseconds;
  let smallest = finding;
  for (const simplify of steps) {
    let found: Finding | undefined = smallest;
    while (found !== undefined && performance.now() < end) {
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

/** The program asked about in plainer ways: without gates and client, in a context that is named. */
function* simplerWays(program: Program): Generator<Program> {
  const { gates, client, pathContextNames, ...plain } = program;
  const kept = {
    ...(gates === undefined ? {} : { gates }),
    ...(client === undefined ? {} : { client }),
    ...(pathContextNames === undefined ? {} : { pathContextNames }),
  };
  for (const name of Object.keys(kept)) {
    yield { ...plain, ...Object.fromEntries(Object.entries(kept).filter(([key]) => key !== name)) };
  }
  if (program.context === "inferred")
    yield { ...plain, ...kept, context: program.home, pathContextNames: true };
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

/** The records one by one; in its context each is alone in a payload. */
function* singleRecords(program: Program): Generator<Program> {
  const singles = splitRecords(program.payload, program.home);
  if (singles.length > 1) for (const payload of singles) yield { ...program, payload };
}

/** The payload without any attribute whose key the text does not name. */
function* namedAttributes(program: Program): Generator<Program> {
  const payload = withNamed(program.payload, program.text) as Payload;
  if (JSON.stringify(payload).length < JSON.stringify(program.payload).length) yield { ...program, payload };
}

function withNamed(value: unknown, text: string): unknown {
  if (Array.isArray(value)) {
    return value.filter((item) => isNamed(item, text)).map((item) => withNamed(item, text));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNamed(item, text)]));
}

function isNamed(item: unknown, text: string): boolean {
  const key = typeof item === "object" && item !== null && "key" in item ? item.key : undefined;
  return typeof key !== "string" || text.includes(JSON.stringify(key));
}

function* simplerPayloads(program: Program): Generator<Program> {
  for (const payload of smallerJson(program.payload)) {
    const { resourceMetrics, resourceSpans, resourceLogs } = payload as Payload;
    if (Array.isArray(resourceMetrics ?? resourceSpans ?? resourceLogs))
      yield { ...program, payload: payload as Payload };
  }
}

/** Every JSON value that lacks some properties or items somewhere, the greatest parts first. */
function* smallerJson(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [from, count] of stretches(value.length)) yield value.toSpliced(from, count);
    for (const [i, item] of value.entries()) {
      for (const smaller of smallerJson(item)) yield value.with(i, smaller);
    }
  } else if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    for (const [from, count] of stretches(entries.length))
      yield Object.fromEntries(entries.toSpliced(from, count));
    for (const [i, [key, item]] of entries.entries()) {
      for (const smaller of smallerJson(item)) yield Object.fromEntries(entries.with(i, [key, smaller]));
    }
  }
}

/** Stretches of a list, half of it first and single items last. */
function* stretches(length: number): Generator<readonly [from: number, count: number]> {
  for (let count = Math.ceil(length / 2); count > 0; count = count === 1 ? 0 : Math.ceil(count / 2)) {
    for (let from = 0; from < length; from += count) yield [from, count];
  }
}
