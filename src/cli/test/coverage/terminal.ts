import { type Covered, outcomesOf } from "../../../engine/coverage.ts";
import { placeText } from "../../../testing/suite/place-text.ts";
import type { TextCoverage } from "../../../testing/suite/rule-coverage.ts";
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
  const lines = [`${placeText(place)}  ${paint(`${seen} of ${all}`, seen === all ? "green" : "yellow")}`];
  let offset = 0;
  for (const line of text.split("\n")) {
    for (let from = 0; from < Math.max(1, line.length); from += width - 2) {
      const piece = painted.slice(offset + from, offset + Math.min(line.length, from + width - 2));
      if (line.trim() === "") continue;
      lines.push(`  ${runs(piece, ({ char }) => char, paint)}`);
      lines.push(
        `  ${runs(piece, ({ extent }) => (extent === undefined ? " " : marks[extent][0]), paint)}`.trimEnd(),
      );
    }
    offset += line.length + 1;
  }
  for (const one of covered) {
    const gap = gapOf(one);
    const failing = one.seen.error > 0 && gap !== "only failing" ? `failing ${one.seen.error}` : undefined;
    const told = [gap, failing].filter((part) => part !== undefined).join(", ");
    if (told === "") continue;
    const { line, column } = locate(one.span);
    const at = line === undefined ? "" : `${line}:${column}  `;
    lines.push(`  ${at}${paint(told, "yellow")}  ${one.text.replace(/\s+/g, " ")}`);
  }
  return lines.join("\n");
}

interface Char {
  readonly char: string;
  readonly extent: Extent | undefined;
}

/** What was seen of the innermost condition that each character belongs to; of chains only their operands are marked. */
function extents(text: string, covered: readonly Covered[]): readonly Char[] {
  const of: (Extent | undefined)[] = Array.from({ length: text.length });
  for (const one of covered) {
    const isChain = covered.some((other) => other !== one && isInside(other, one));
    for (let i = one.span.start; i < one.span.end; i++) of[i] = isChain ? undefined : extentOf(one);
  }
  return [...of.keys()].map((i) => ({ char: (text[i] ?? "").replace(/\p{Cc}/u, " "), extent: of[i] }));
}

function isInside(inner: Covered, outer: Covered): boolean {
  return inner.span.start >= outer.span.start && inner.span.end <= outer.span.end;
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
