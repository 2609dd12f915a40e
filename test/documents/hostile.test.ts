import { expect, test } from "vitest";
import { Parser } from "yaml";
import { compatibility } from "../../src/core/compatibility.ts";
import { expand } from "../../src/documents/expand.ts";
import { joinLines } from "../../src/documents/join-lines.ts";
import { nodeAt, plain } from "../../src/documents/plain.ts";
import { findReference } from "../../src/documents/reference.ts";
import { stricterDiagnostics } from "../../src/documents/stricter.ts";
import { parseYaml } from "../../src/documents/yaml.ts";
import fc from "../property.ts";
import { yamlTexts } from "./cases/yaml.ts";
import { reference } from "./reference.ts";

const newest = compatibility();

function codes(text: string): readonly string[] {
  return parseYaml({ text }).diagnostics.map(({ code }) => code);
}

test("nesting of 10,000 levels is refused at its place", () => {
  const texts = ["[", "{a: ", "- ", "? ", "[{a: "].map((piece) => piece.repeat(10_000));
  for (const text of texts) expect(codes(text)).toEqual(["yaml_too_deep"]);
  const indented = Array.from({ length: 1000 }, (_, i) => `${" ".repeat(i)}a:\n`).join("");
  expect(codes(indented)).toEqual(["yaml_too_deep"]);
});

test("nesting of 400 levels is read", () => {
  const { node } = parseYaml({ text: `${"[".repeat(400)}${"]".repeat(400)}` });
  expect(node?.kind).toBe("sequence");
});

test("a scalar of 10 MB is read in every style", () => {
  const line = `${"x".repeat(99)}\n`;
  const big = 100_000;
  expect(text("k: ", "x".repeat(10 * 2 ** 20))).toHaveLength(10 * 2 ** 20);
  expect(text("k: '", `${"x".repeat(10 * 2 ** 20)}'`)).toHaveLength(10 * 2 ** 20);
  expect(text("k: |\n", ` ${line}`.repeat(big))).toHaveLength(100 * big);
  expect(text("k: >\n", ` ${line}`.repeat(big))).toHaveLength(100 * big);
  expect(text('k: "', `${"\\n".repeat(2 ** 20)}"`)).toHaveLength(2 ** 20);
});

function text(head: string, rest: string): string {
  const { node } = parseYaml({ text: head + rest });
  const scalar = node && nodeAt(node, ["k"]);
  return scalar?.kind === "scalar" ? String(scalar.value) : "";
}

test("aliases that repeat each other are refused where yaml.v3 refuses them", () => {
  let bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (let i = 1; i < 12; i++)
    bomb += `a${i}: &a${i} [${Array(9)
      .fill(`*a${i - 1}`)
      .join(", ")}]\n`;
  expect(codes(bomb)).toEqual(["yaml_alias_excess"]);
  let merges = "m0: &m0 {x: 1}\n";
  for (let i = 1; i < 12; i++)
    merges += `m${i}: &m${i} {<<: [${Array(9)
      .fill(`*m${i - 1}`)
      .join(", ")}]}\n`;
  expect(codes(merges)).toEqual(["yaml_alias_excess"]);
  expect(codes(`a: &a [x]\nb: [${Array(90).fill("*a").join(", ")}]\n`)).toEqual([]);
});

test("keys that objects have by nature are keys like others", () => {
  const { node } = parseYaml({ text: "__proto__: {polluted: 1}\nconstructor: 2\ntoString: 3\n" });
  const value = plain(node as never) as Record<string, unknown>;
  expect(Object.keys(value)).toEqual(["__proto__", "constructor", "toString"]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("no text makes the reader throw", () => {
  const piece = fc.constantFrom(
    ..."abc: -?[]{},'\"|>&*!#%@`\n\t \\$~.0123<=",
    "\n  ",
    ": ",
    "- ",
    "---",
    "...",
    "<<: ",
    "\r\n",
    "é",
    "\u2028",
    "!!str ",
    "&x ",
    "*x",
    reference("A"),
    "$$",
  );
  const random = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(random, (source) => {
      const { node, diagnostics } = parseYaml({ text: source });
      expect(node !== undefined || diagnostics.length > 0).toBe(true);
      for (const { span, message } of diagnostics) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(source.length);
        expect(message).not.toContain("\n");
      }
      if (node !== undefined) expand(node, { compatibility: newest, env: { A: `x${reference("B")}$` } });
    }),
    { numRuns: 3000 },
  );
});

test("a recorded text with a piece cut out never throws", () => {
  fc.assert(
    fc.property(fc.constantFrom(...yamlTexts), fc.nat(), fc.nat(8), (source, at, length) => {
      const start = at % (source.length + 1);
      parseYaml({ text: source.slice(0, start) + source.slice(start + length) });
    }),
    { numRuns: 3000 },
  );
});

test("references that double a text are refused before it is too long", () => {
  const { node } = parseYaml({ text: `k: ${reference("A")}` });
  const env = {
    A: `${reference("B")}${reference("B")}`,
    B: `${reference("C")}${reference("C")}`,
    C: `${reference("A")}${reference("A")}`,
  };
  const { diagnostics } = expand(node as never, { compatibility: newest, env });
  expect(diagnostics.map(({ code }) => code)).toEqual(["expand_recursion"]);
});

test("names that objects have by nature are variables that are not set", () => {
  const { node } = parseYaml({ text: `k: ${reference("env:__proto__")}${reference("env:toString")}` });
  const { diagnostics } = expand(node as never, { compatibility: newest, env: {} });
  expect(diagnostics.map(({ code }) => code)).toEqual(["expand_unset", "expand_unset"]);
});

const unreadable = "\nb: [1\nc: ]\n";

test("a text of 10 MB before an error is no hindrance to telling the error", () => {
  const long = "x".repeat(10_000_000);
  for (const value of [`'${long}'`, `[${long}]`])
    expect(codes(`a: ${value}${unreadable}`)).toEqual(["yaml_colon_missing"]);
}, 30_000);

test.each([
  ["texts in quotes", ' - "x y"\n'.repeat(60_000)],
  ["comments within brackets", `a: [\n${" x, # y\n".repeat(60_000)}]`],
  ["brackets without an end", `a: ${"[".repeat(400)}\n${" x,\n".repeat(30_000)}`],
])("joining the lines of %s ends soon", (_, text) => {
  const document = [...new Parser().parse(text)].find(({ type }) => type === "document");
  expect(joinLines(text, document, text.length)).toHaveLength(text.length);
});

test("braces that close nothing are looked at once each", () => {
  const text = `$${"}".repeat(1_000_000)}`;
  expect(findReference(text, () => true)).toBeUndefined();
  expect(findReference(text + reference("A"), () => true)).toBe(reference("A"));
});

test("each of many tags without a prefix is found", () => {
  const text = Array.from({ length: 20_000 }, (_, i) => `- !t${i}!a x\n`).join("");
  const document = [...new Parser().parse(text)].find(({ type }) => type === "document");
  expect(stricterDiagnostics(text, document, null)).toHaveLength(20_000);
});

test("a key that is there twice names the line of the first one", () => {
  const { diagnostics } = parseYaml({ text: "a: 1\nb: 2\nc: 3\nb: 4\nc: 5\na: 6\n" });
  expect(diagnostics.map(({ message }) => /line (\d+)/.exec(message)?.[1])).toEqual(["2", "3", "1"]);
});
