import { expect, test } from "vitest";
import { compatibility } from "../../src/core/compatibility.ts";
import { expand } from "../../src/documents/expand.ts";
import type { ScalarNode } from "../../src/documents/node.ts";
import { nodeAt } from "../../src/documents/plain.ts";
import { parseYaml } from "../../src/documents/yaml.ts";
import fc from "../property.ts";
import { reference } from "./reference.ts";

/** A scalar as it is written and the pieces of its text, each with the range that produces it. */
interface Written {
  readonly text: string;
  readonly pieces: readonly { readonly made: string; readonly start: number; readonly end: number }[];
}

/** A token of a scalar in a style: what is written and what it makes. */
type Token = readonly [written: string, made: string];

const words: Token[] = ["a", "b7", "é", "日本", "😀", 'x"y'.slice(0, 1), "name", "=="].map((w) => [w, w]);
const styles: Record<string, { open: string; close: string; tokens: Token[] }> = {
  plain: {
    open: "",
    close: "",
    tokens: [...words, [" ", " "], ["  ", "  "], ["\n    ", " "], ["\n\n    ", "\n"]],
  },
  single: {
    open: "'",
    close: "'",
    tokens: [
      ...words,
      ["''", "'"],
      [" ", " "],
      [" \n  ", " "],
      ["\n\n\n   ", "\n\n"],
      ['"', '"'],
      ["\\n", "\\n"],
    ],
  },
  double: {
    open: '"',
    close: '"',
    tokens: [
      ...words,
      ["\\n", "\n"],
      ['\\"', '"'],
      ["\\\\", "\\"],
      ["\\x41", "A"],
      ["\\u00e9", "é"],
      ["\\U0001F600", "😀"],
      [" ", " "],
      ["\n   ", " "],
      ["\n\n  ", "\n"],
      ["'", "'"],
    ],
  },
  literal: {
    open: "|\n  ",
    close: "\n",
    tokens: [...words, [" ", " "], ["\n  ", "\n"], ["\n\n  ", "\n\n"], ["'", "'"], ["\\n", "\\n"]],
  },
  folded: {
    open: ">\n  ",
    close: "\n",
    tokens: [...words, ["\n  ", " "], ["\n\n  ", "\n"], ["'", "'"], ["#", "#"]],
  },
};

/** Writes tokens, a word between any two that are none, so that blanks and breaks never meet each other. */
function write(style: string, chosen: readonly number[]): Written {
  const { open, close, tokens } = styles[style] as (typeof styles)[string];
  let text = `k: ${open}`;
  const pieces: { made: string; start: number; end: number }[] = [];
  const add = ([written, made]: Token): void => {
    if (style === "literal" && made === "\n\n") {
      // Each line break stands for itself.
      add(["\n", "\n"]);
      add([written.slice(1), "\n"]);
      return;
    }
    pieces.push({ made, start: text.length, end: text.length + written.length });
    text += written;
  };
  add(["w", "w"]);
  for (const i of chosen) {
    const token = tokens[i % tokens.length] as Token;
    add(token);
    if (/^\s/.test(token[0])) add(["w", "w"]);
  }
  add(["z", "z"]);
  if (close === "\n") add(["\n", "\n"]);
  else text += close;
  return { text: `${text}\nl: 1\n`, pieces };
}

function scalarOf(text: string): ScalarNode {
  const { node } = parseYaml({ text });
  const scalar = node && nodeAt(node, ["k"]);
  if (scalar?.kind !== "scalar") throw new Error(`no scalar in ${JSON.stringify(text)}`);
  return scalar;
}

for (const style of Object.keys(styles)) {
  test(`any range of a ${style} scalar is told where it is written`, () => {
    const sizes = fc.array(fc.nat(100), { maxLength: 20 });
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (chosen, from, size) => {
        const { text, pieces } = write(style, chosen);
        const scalar = scalarOf(text);
        const made = pieces.map((piece) => piece.made).join("");
        expect(scalar.text).toBe(made);
        const start = from % made.length;
        const end = start + 1 + (size % (made.length - start));
        const span = scalar.locate({ start, end });
        let at = 0;
        for (const piece of pieces) {
          const first = at;
          const last = first + piece.made.length;
          at = last;
          if (last <= start || first >= end) continue;
          const written = text.slice(piece.start, piece.end);
          // Characters that stand for themselves are told one by one, others as a whole.
          const alone = written === piece.made && !written.includes("\n");
          expect(span.start).toBeLessThanOrEqual(
            alone ? piece.start + Math.max(0, start - first) : piece.start,
          );
          expect(span.end).toBeGreaterThanOrEqual(alone ? piece.end - Math.max(0, last - end) : piece.end);
        }
        const first = pieces.find(
          (_, i) => pieces.slice(0, i + 1).reduce((n, p) => n + p.made.length, 0) > start,
        );
        expect(span.start).toBeGreaterThanOrEqual(first?.start ?? 0);
        expect(text.slice(span.start, span.end).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
}

test("what is verbatim is told to the character, in every style", () => {
  for (const text of [
    "k: one metric.nmae two",
    "k: 'it''s metric.nmae'",
    'k: "a\\tb \\u00e9 metric.nmae"',
    "k: |\n  first\n   metric.nmae\n",
    "k: >-\n  first\n\n  second metric.nmae\n",
    "k: first\n   second\n   metric.nmae here",
    "k: &a !!str 'metric.nmae'",
    "k: |2-\n    metric.nmae",
    "k: 'x\n\n  y metric.nmae'\r\n",
  ]) {
    const scalar = scalarOf(text);
    const start = scalar.text?.indexOf("metric.nmae") ?? -1;
    const span = scalar.locate({ start, end: start + 11 });
    expect(text.slice(span.start, span.end)).toBe("metric.nmae");
    const point = scalar.locate({ start: start + 7, end: start + 7 });
    expect(point).toEqual({ start: span.start + 7, end: span.start + 7 });
  }
});

test("a place behind the text is the end of what is written", () => {
  const scalar = scalarOf("k: 'ab'");
  expect(scalar.locate({ start: 2, end: 2 })).toEqual({ start: 6, end: 6 });
  expect(scalar.locate({ start: 1, end: 9 })).toEqual({ start: 5, end: 6 });
  expect(scalarOf("k: ''").locate({ start: 0, end: 0 })).toEqual({ start: 4, end: 4 });
});

test("places are kept through dollar references", () => {
  const text = `k: 'a$$b ${reference("env:NAME")} ''c'' $$1'`;
  const { node } = parseYaml({ text });
  const env = { NAME: `${reference("OTHER")}-x`, OTHER: "1234567890abc" };
  const expanded = expand(node as never, { compatibility: compatibility(), env });
  const scalar = nodeAt(expanded.node, ["k"]);
  if (scalar?.kind !== "scalar") throw new Error("no scalar");
  expect(scalar.text).toBe("a$b 1234567890abc-x 'c' $1");
  const written = (part: string) => {
    const start = (scalar.text ?? "").indexOf(part);
    const span = scalar.locate({ start, end: start + part.length });
    return text.slice(span.start, span.end);
  };
  expect(written("a")).toBe("a");
  expect(written("$b")).toBe("$$b");
  expect(written("345")).toBe(reference("env:NAME"));
  expect(written("-x")).toBe(reference("env:NAME"));
  expect(written("'c'")).toBe("''c''");
  expect(written("$1")).toBe("$$1");
});
