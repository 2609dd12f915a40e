import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import glob from "fast-glob";
import { describe, expect, test } from "vitest";
import { parseOtlp } from "../src/shapes/parse-otlp.ts";
import { disagreement } from "./conformance/agreement.ts";
import { answerCase } from "./conformance/answer-case.ts";
import type { RecordedFile } from "./reference/recorded-file.ts";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const read = (path: string): string => readFileSync(`${fixtures}${path}`, "utf8");
const named = (folder: string): string[] =>
  glob
    .sync(`${folder}/**/*.json`, { cwd: fixtures })
    .map((path) => path.slice(folder.length + 1, -".json".length))
    .sort();

const payloads = new Map(named("data").map((name) => [name, parseOtlp(read(`data/${name}.json`)) as object]));
const files = new Map(
  named("conformance").map((name) => [name, JSON.parse(read(`conformance/${name}.json`)) as RecordedFile]),
);
const known = JSON.parse(read("known-differences.json")) as { case: string; reason: string }[];
const reasons = new Map(known.map((difference) => [difference.case, difference.reason]));

describe("every recorded case is answered like the reference", () => {
  test.each([...files.keys()])("%s", (name) => {
    const unexpected: string[] = [];
    for (const one of files.get(name)?.cases ?? []) {
      const id = `${name}: ${one.name}`;
      const difference = disagreement(
        one.expect,
        answerCase(one, one.payload ?? payloads.get(one.data ?? "") ?? {}),
      );
      const reason = reasons.get(id);
      if (difference !== undefined && reason === undefined) unexpected.push(`${id}: ${difference}`);
      if (difference === undefined && reason !== undefined)
        unexpected.push(`${id}: agrees now, though ${reason}`);
    }
    expect(unexpected).toEqual([]);
  });
});

describe("the recorded cases", () => {
  const cases = [...files].flatMap(([file, { cases }]) =>
    cases.map((one) => ({ ...one, id: `${file}: ${one.name}` })),
  );
  const ids = new Set(cases.map(({ id }) => id));

  test("are more than 2,500, each with its own id", () => {
    expect(cases.length).toBeGreaterThan(2500);
    expect(ids.size).toBe(cases.length);
  });

  test("name data sets that exist", () => {
    expect(cases.filter(({ data, payload }) => payload === undefined && !payloads.has(data ?? ""))).toEqual(
      [],
    );
  });

  test("include each known difference, which has a reason", () => {
    expect(known.filter(({ case: id, reason }) => !ids.has(id) || reason === "")).toEqual([]);
  });
});
