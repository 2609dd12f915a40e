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
const files = glob.sync("conformance/**/*.json", { cwd: fixtures }).sort();
const payloads = new Map(
  glob.sync("data/*.json", { cwd: fixtures }).map((path) => {
    const name = path.slice("data/".length, -".json".length);
    return [name, parseOtlp(read(path)) as object];
  }),
);
const known = JSON.parse(read("known-differences.json")) as { case: string; reason: string }[];
const reasons = new Map(known.map((difference) => [difference.case, difference.reason]));

test("there are cases", () => expect(files.length).toBeGreaterThan(40));

describe.each(files)("%s", (path) => {
  const file = JSON.parse(read(path)) as RecordedFile;
  const prefix = path.slice("conformance/".length, -".json".length);

  test.each(file.cases)("$name", (one) => {
    const payload = payloads.get(one.data);
    if (payload === undefined) throw new Error(`there is no data set ${one.data}`);
    const difference = disagreement(one.expect, answerCase(one, payload));
    const reason = reasons.get(`${prefix}: ${one.name}`);
    if (reason === undefined) expect(difference).toBeUndefined();
    else expect(difference, `a known difference (${reason}) agrees now`).toBeDefined();
  });

  test("no two cases have one name", () => {
    const names = file.cases.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test("each known difference is a case and has a reason", () => {
  const ids = new Set(
    files.flatMap((path) => {
      const prefix = path.slice("conformance/".length, -".json".length);
      return (JSON.parse(read(path)) as RecordedFile).cases.map(({ name }) => `${prefix}: ${name}`);
    }),
  );
  for (const { case: id, reason } of known) {
    expect(ids, id).toContain(id);
    expect(reason, id).not.toBe("");
  }
});
