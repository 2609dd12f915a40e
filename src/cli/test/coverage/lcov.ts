import type { Covered } from "../../../engine/coverage.ts";
import type { TextCoverage } from "../../../testing/suite/rule-coverage.ts";

interface Line {
  hits: number;
}

/**
 * Coverage in the format of lcov: a line is hit as often as what begins on it was evaluated, and each condition has two
 * branches, true and false.
 */
export function lcov(texts: readonly TextCoverage[]): string {
  const files = Map.groupBy(texts, ({ place }) => place.file ?? "");
  return [...files].map(([file, ofFile]) => section(file, ofFile)).join("");
}

function section(file: string, texts: readonly TextCoverage[]): string {
  const lines = new Map<number, Line>();
  const branches: { readonly line: number; readonly text: string; readonly taken: number }[] = [];
  for (const [block, { covered, locate }] of texts.entries()) {
    for (const [i, one] of covered.entries()) {
      const { line = 1 } = locate(one.span);
      const hits = hitsOf(one);
      const known = lines.get(line);
      if (known === undefined) lines.set(line, { hits });
      else known.hits = Math.max(known.hits, hits);
      if (one.kind === "editor" || one.isConstant) continue;
      for (const [j, taken] of [one.seen.true, one.seen.false].entries())
        branches.push({ line, taken, text: `${block},${2 * i + j},${hits === 0 ? "-" : taken}` });
    }
  }
  const inOrder = [...lines].sort(([a], [b]) => a - b);
  return [
    "TN:",
    `SF:${file}`,
    ...inOrder.map(([line, { hits }]) => `DA:${line},${hits}`),
    `LF:${inOrder.length}`,
    `LH:${inOrder.filter(([, { hits }]) => hits > 0).length}`,
    ...branches.sort((a, b) => a.line - b.line).map(({ line, text }) => `BRDA:${line},${text}`),
    `BRF:${branches.length}`,
    `BRH:${branches.filter(({ taken }) => taken > 0).length}`,
    "end_of_record\n",
  ].join("\n");
}

function hitsOf(one: Covered): number {
  return one.kind === "editor"
    ? one.seen.ran + one.seen.error
    : one.seen.true + one.seen.false + one.seen.error;
}
