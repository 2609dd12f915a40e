import { describe, expect, test } from "vitest";
import { parse } from "../../src/syntax/parse.ts";
import { readCorpus } from "./corpus.ts";
import { readAdversarial, readCorpusVerdicts } from "./verdicts.ts";

const accepts = (kind: "statement" | "condition" | "value", text: string) =>
  parse(text, kind).diagnostics.length === 0;

describe("adversarial texts", () => {
  const { cases } = readAdversarial();

  test("there are many of each kind and verdict", () => {
    expect(cases.length).toBeGreaterThan(600);
    for (const kind of ["statement", "condition", "value"] as const) {
      for (const accepted of [true, false]) {
        const found = cases.filter(([k, a]) => k === kind && a === accepted);
        expect(found.length, `${kind} ${accepted}`).toBeGreaterThan(20);
      }
    }
  });

  test("are accepted and refused as by the reference", () => {
    const different = cases.filter(([kind, accepted, text]) => accepts(kind, text) !== accepted);
    expect(different).toEqual([]);
  });
});

describe("texts found in the wild", () => {
  const corpus = readCorpus();
  const skipped =
    corpus === undefined ? " (skipped: the corpus is not here, OTTLKIT_SHARED names its folder)" : "";

  test.skipIf(corpus === undefined)(`are accepted and refused as by the reference${skipped}`, () => {
    const { texts, refused } = readCorpusVerdicts();
    const mine = (corpus ?? []).flatMap(({ kind, text }, index) => (accepts(kind, text) ? [] : [index]));
    expect(corpus?.length).toBe(texts);
    expect(mine).toEqual(refused);
  });
});
