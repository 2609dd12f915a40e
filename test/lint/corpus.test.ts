import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCorpus } from "../syntax/corpus.ts";
import { findingsInCorpus } from "./corpus-findings.ts";

interface Review {
  readonly texts: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly reviewed: readonly {
    readonly text: number;
    readonly code: string;
    readonly span: readonly [start: number, end: number];
    readonly verdict: "right" | "wrong";
    readonly reason: string;
  }[];
}

const file = join(import.meta.dirname, "../../fixtures/lint/corpus-review.json");
const { texts, counts, reviewed } = JSON.parse(readFileSync(file, "utf8")) as Review; // written as that
const corpus = readCorpus();
const skipped =
  corpus === undefined ? " (skipped: the corpus is not here, OTTLKIT_SHARED names its folder)" : "";

test("of 100 findings picked at random at least 95 are right, each with a reason", () => {
  const places = reviewed.map(({ text, code, span }) => `${text} ${code} ${span.join()}`);
  expect(new Set(places).size).toBe(100);
  expect(reviewed.filter(({ verdict }) => verdict === "right").length).toBeGreaterThanOrEqual(95);
  expect(reviewed.filter(({ reason }) => reason === "")).toEqual([]);
});

test.skipIf(corpus === undefined)(
  `lint finds in texts found in the wild what was counted and reviewed, and no errors${skipped}`,
  () => {
    const found = findingsInCorpus(corpus ?? []);
    const byCode: Record<string, number> = {};
    for (const { finding } of found.findings) byCode[finding.code] = (byCode[finding.code] ?? 0) + 1;
    expect(found.texts).toBe(texts);
    expect(byCode).toEqual(counts);
    expect(found.findings.filter(({ finding }) => finding.severity === "error")).toEqual([]);
    const places = new Set(
      found.findings.map(({ id, finding: { code, span } }) => `${id} ${code} ${span.start},${span.end}`),
    );
    const gone = reviewed.filter(({ text, code, span }) => !places.has(`${text} ${code} ${span.join()}`));
    expect(gone).toEqual([]);
  },
  120_000,
);
