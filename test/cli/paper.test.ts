import { expect, test } from "vitest";
import { Paper } from "../../src/cli/paper.ts";

function rowOf(left: string, right: string): string {
  const paper = new Paper({ width: 40, colours: false });
  paper.row(left, right, 10);
  return paper.lines.join("\n");
}

test("a row is cut where the line ends, in columns and never within a character", () => {
  expect(rowOf("a", "b".repeat(26))).toBe(`  a${" ".repeat(11)}${"b".repeat(26)}`);
  expect(rowOf("a", "b".repeat(27))).toBe(`  a${" ".repeat(11)}${"b".repeat(25)}…`);
  expect(rowOf("a", "😀".repeat(20))).toBe(`  a${" ".repeat(11)}${"😀".repeat(12)}…`);
  expect(rowOf("日本語", "b".repeat(30))).toBe(`  日本語${" ".repeat(6)}${"b".repeat(25)}…`);
});

test("nothing of a row is obeyed by a terminal", () => {
  expect(rowOf("a\x1b[2J", "b\rc\nd")).toBe("  a [2J       b c d");
});
