import { describe, expect, test } from "vitest";
import { stringify } from "../../src/cli/json.ts";
import { contexts } from "../../src/contexts/index.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { filterFunctions, standardFunctions } from "../../src/functions/index.ts";
import { parse } from "../../src/syntax/parse.ts";
import { print as printTree } from "../../src/syntax/print.ts";
import { visit } from "../../src/syntax/visit.ts";
import { explainRun } from "./explain-run.ts";
import { explained } from "./explained.ts";
import { breakPayload } from "./payload/break-payload.ts";
import { type Program, programs } from "./programs.ts";
import { Random } from "./random.ts";
import { run } from "./run.ts";
import { type Finding, shrink } from "./shrink.ts";
import { leaf, print } from "./tree.ts";
import { typedPaths } from "./typed-paths.ts";

function take(count: number, seed: number, options?: Parameters<typeof programs>[1]): Program[] {
  const source = programs(seed, options);
  return Array.from({ length: count }, () => source.next().value as Program); // the source is endless
}

describe("generated programs", () => {
  test("depend on nothing but the seed", () => {
    const [first, again, other] = [take(300, 5), take(300, 5), take(300, 6)].map(stringify);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test("call every function, read every path and use every operator", () => {
    const seen = { functions: new Set<string>(), paths: new Set<string>(), operators: new Set<string>() };
    for (const { text, kind } of take(25_000, 1)) {
      visit(parse(text, kind).node, {
        enter: {
          Call: ({ name }) => seen.functions.add(name),
          Path: ({ segments }) => seen.paths.add(segments.map(({ name }) => name).join(".")),
          Binary: ({ operator }) => seen.operators.add(operator),
          Logical: ({ operator }) => seen.operators.add(operator),
          Unary: ({ operator }) => seen.operators.add(operator),
        },
      });
    }
    const functions = [...standardFunctions, ...filterFunctions].map(({ name }) => name);
    const known = Object.values(contexts).filter(({ unverified }) => unverified === undefined);
    const paths = known.flatMap(({ name }) => typedPaths(name).map(({ text }) => text));
    expect(functions.filter((name) => !seen.functions.has(name))).toEqual([]);
    expect(paths.filter((text) => !seen.paths.has(text))).toEqual([]);
    expect(
      [..."+-*/<>", "==", "!=", "<=", ">=", "and", "or", "not"].filter((o) => !seen.operators.has(o)),
    ).toEqual([]);
  });

  test("give the same answer or error explained as evaluated, decided by what is said to decide", () => {
    const { records, wrong } = explainRun(7, 2000);
    expect(wrong).toEqual([]);
    expect(records).toBeGreaterThan(4000);
  });

  test("meet records of wrong shapes with answers or our own errors", () => {
    const random = new Random(10);
    for (const one of take(3000, 10)) {
      const program = { ...one, payload: breakPayload(random, one.payload) as Program["payload"] };
      try {
        if (program.kind === "condition") expect(explained(program).contradictions).toEqual([]);
        else run(program);
      } catch (error) {
        if (!(error instanceof OttlError)) throw new Error(`${one.text} broke`, { cause: error });
      }
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("are printed as a text that reads as the same tree", () => {
    for (const { text, kind } of take(3000, 8)) {
      const { node, diagnostics } = parse(text, kind);
      if (diagnostics.length > 0) continue;
      const printed = printTree(node);
      expect(printTree(parse(printed, kind).node)).toBe(printed);
    }
  });
});

describe("shrinking", () => {
  const [program] = take(1, 9) as [Program];
  const agreed = { expected: { results: [] }, found: { results: [] }, difference: undefined };
  const judge = (differs: (program: Program) => boolean) => async (some: readonly Program[]) =>
    some.map((one) => (differs(one) ? { ...agreed, difference: "differs" } : agreed));
  const shrunk = (start: Program, differs: (program: Program) => boolean): Promise<Finding> =>
    shrink({ program: start, verdict: { ...agreed, difference: "differs" } }, judge(differs));

  test("finds the expression that makes the difference", async () => {
    const start = take(2000, 9).find(({ text }) => text.includes("ContainsValue(") && text.length > 120);
    if (start === undefined) throw new Error("no program calls ContainsValue");
    const { program: smallest } = await shrunk(start, ({ text }) => text.includes("ContainsValue("));
    expect(smallest.text.length).toBeLessThan(40);
    expect(print(smallest.tree)).toBe(smallest.text);
  });

  test("leaves nothing in the payload that does not matter", async () => {
    const { program: smallest } = await shrunk(program, ({ payload }) =>
      stringify(payload).includes('"scope"'),
    );
    expect(stringify(smallest.payload)).toMatch(
      /^\{"resource(\w+)":\[\{"scope\1":\[\{"scope":\{\}\}\]\}\]\}$/,
    );
  });

  test("takes tokens out of a text that was broken on purpose", async () => {
    const broken = 'IsMatch(name, "^a" or (true == 1 and @ == "x")';
    const start = { ...program, text: broken, tree: leaf("any", broken) };
    const { program: smallest } = await shrunk(start, ({ text }) => text.includes("@"));
    expect(smallest.text).toBe("@");
  });
});

describe("random choices", () => {
  test("are spread over the whole range", () => {
    const random = new Random(1);
    const counts = new Map<number, number>();
    for (let i = 0; i < 10_000; i++) {
      const value = random.below(10);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(Math.min(...counts.values())).toBeGreaterThan(850);
  });
});
