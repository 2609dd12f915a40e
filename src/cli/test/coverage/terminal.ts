import { widthOf } from "../../../diagnostics/lines.ts";
import { type Covered, outcomesOf } from "../../../engine/coverage.ts";
import { oneLine } from "../../../testing/sub-values.ts";
import { placeText } from "../../../testing/suite/place-text.ts";
import type { TextCoverage } from "../../../testing/suite/rule-coverage.ts";
import { tame } from "../../terminal.ts";
import type { Paint } from "../pretty.ts";
import { type Extent, extentOf, gapOf } from "./seen.ts";

const marks: Readonly<Record<Extent, readonly [mark: string, colour: "green" | "yellow" | "red" | "dim"]>> = {
  all: ["=", "green"],
  "only true": ["+", "yellow"],
  "only false": ["-", "yellow"],
  "only failing": ["!", "red"],
  nothing: ["x", "red"],
  constant: [" ", "dim"],
};

const legend = "= true and false seen, + only true, - only false, ! only failing, x never reached";

/** The source of each condition and statement with what was seen of its parts under it, and what is left to be seen. */
export function coverageReport(texts: readonly TextCoverage[], width: number, paint: Paint): string {
  const blocks = texts.map((text) => block(text, width, paint));
  const { seen, all } = outcomesOf(texts.flatMap(({ covered }) => covered));
  const total = `${perCentText(seen, all)} of outcomes seen (${seen} of ${all})`;
  return `${[paint("Coverage", "bold"), ...blocks, paint(legend, "dim"), paint(total, "bold")].join("\n\n")}\n`;
}

/** The share of outcomes that were seen, in per cent; rules without conditions have nothing to be seen. */
export function perCentOf(seen: number, all: number): number {
  return all === 0 ? 100 : (seen / all) * 100;
}

/** The same for a reader: never 100 where something is left. */
export function perCentText(seen: number, all: number): string {
  return `${Math.floor(perCentOf(seen, all) * 10) / 10} %`;
}

function block({ text, place, locate, covered }: TextCoverage, width: number, paint: Paint): string {
  const { seen, all } = outcomesOf(covered);
  const painted = extents(text, covered);
  const lines = [
    `${tame(placeText(place))}  ${paint(`${seen} of ${all}`, seen === all ? "green" : "yellow")}`,
  ];
  for (const line of linesOf(painted)) {
    for (const piece of folded(line, width - 2)) {
      lines.push(`  ${runs(piece, ({ char }) => char, paint)}`.trimEnd());
      lines.push(`  ${runs(piece, markOf, paint)}`.trimEnd());
    }
  }
  for (const one of covered) {
    const gap = gapOf(one);
    const failing = one.seen.error > 0 && gap !== "only failing" ? `failing ${one.seen.error}` : undefined;
    const told = [gap, failing].filter((part) => part !== undefined).join(", ");
    if (told === "") continue;
    const { line, column } = locate(one.span);
    const at = line === undefined ? "" : `${line}:${column}  `;
    const room = Math.max(20, width - at.length - told.length - 4);
    lines.push(`  ${at}${paint(told, "yellow")}  ${oneLine(one.text, room)}`);
  }
  return lines.join("\n");
}

interface Char {
  readonly char: string;
  /** How many columns it takes. */
  readonly width: number;
  readonly extent: Extent | undefined;
}

/** What was seen of the innermost condition that each character belongs to; of chains only their operands are marked. */
function extents(text: string, covered: readonly Covered[]): readonly Char[] {
  const of: (Extent | undefined)[] = Array.from({ length: text.length });
  for (const one of covered) {
    const isChain = covered.some((other) => other !== one && isInside(other, one));
    for (let i = one.span.start; i < one.span.end; i++) of[i] = isChain ? undefined : extentOf(one);
  }
  let at = 0;
  return Array.from(text, (char) => {
    const extent = of[at];
    at += char.length;
    const shown = char === "\n" ? char : char.replace(/\p{Cc}/u, " ");
    return { char: shown, width: widthOf(shown), extent };
  });
}

function isInside(inner: Covered, outer: Covered): boolean {
  return inner.span.start >= outer.span.start && inner.span.end <= outer.span.end;
}

/** The lines of a text that are not blank. */
function linesOf(chars: readonly Char[]): readonly (readonly Char[])[] {
  const lines: Char[][] = [[]];
  for (const one of chars) {
    if (one.char === "\n") lines.push([]);
    else lines.at(-1)?.push(one);
  }
  return lines.filter((line) => line.some(({ char }) => char.trim() !== ""));
}

/** A line in pieces that are not wider than a terminal, broken behind blanks where there are some. */
function folded(line: readonly Char[], width: number): readonly (readonly Char[])[] {
  const pieces: (readonly Char[])[] = [];
  let from = 0;
  let blank = 0;
  let columns = 0;
  for (let i = 0; i < line.length; i++) {
    const { char, width: own } = line[i] as Char; // within the line
    if (columns + own > width && i > from) {
      const end = blank > from ? blank : i;
      pieces.push(line.slice(from, end));
      from = end;
      columns = line.slice(from, i).reduce((sum, one) => sum + one.width, 0);
    }
    columns += own;
    if (char === " ") blank = i + 1;
  }
  return [...pieces, line.slice(from)];
}

function markOf({ extent, width }: Char): string {
  return (extent === undefined ? " " : marks[extent][0]).repeat(width);
}

/** Characters of the same extent together, painted in its colour. */
function runs(chars: readonly Char[], show: (one: Char) => string, paint: Paint): string {
  let result = "";
  for (let i = 0; i < chars.length; ) {
    const extent = chars[i]?.extent;
    let piece = "";
    for (; i < chars.length && chars[i]?.extent === extent; i++) piece += show(chars[i] as Char); // within the list
    result += extent === undefined ? piece : paint(piece, marks[extent][1]);
  }
  return result;
}
