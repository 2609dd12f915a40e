import { expect, test } from "vitest";
import { LineCounter } from "../../src/diagnostics/line-counter.ts";
import { placeIn } from "../../src/diagnostics/source-file.ts";
import fc from "../property.ts";

const piece = fc.constantFrom("a", "é", "😀", "\ud83d", "\udcff", "\n", "\r\n", "\r", "\t", "bcd");
const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

test("places are those that are found by reading the text from its begin", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const lines = new LineCounter(text, "a.yaml");
      for (let at = 0; at <= text.length; at++) expect(lines.lineAt(at)).toEqual(placeIn(text, "a.yaml", at));
    }),
    { numRuns: 300 },
  );
});

test("places in a text that is joined of files are told by their file", () => {
  const joined = "a\nb😀c\n";
  const file = [
    { file: "one.yaml", start: 0, end: 2 },
    { file: "two.yaml", start: 2, line: 5 },
  ];
  const lines = new LineCounter(joined, file);
  for (let at = 0; at < joined.length; at++) expect(lines.lineAt(at)).toEqual(placeIn(joined, file, at));
  expect(lines.placeOf(5)).toEqual({ file: "two.yaml", line: 5, column: 3 });
});

test("many places in one long line are found in time", () => {
  const text = "é".repeat(2_000_000);
  const lines = new LineCounter(text);
  const started = performance.now();
  for (let at = 0; at < text.length; at += 100) expect(lines.placeOf(at).column).toBe(at + 1);
  expect(performance.now() - started).toBeLessThan(5_000);
});
