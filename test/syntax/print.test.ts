import { describe, expect, test } from "vitest";
import type { Node } from "../../src/syntax/ast.ts";
import { parse } from "../../src/syntax/parse.ts";
import { print } from "../../src/syntax/print.ts";
import { childrenOf } from "../../src/syntax/visit.ts";
import fc from "../property.ts";
import { trees, withoutSpans } from "./trees.ts";
import { readAdversarial } from "./verdicts.ts";

const kinds = ["statement", "condition", "value"] as const;

function everyNode(node: Node): Node[] {
  return [node, ...childrenOf(node).flatMap(everyNode)];
}

describe("print", () => {
  test.each(kinds)("a generated %s is read as the tree that was printed", (kind) => {
    fc.assert(
      fc.property(trees[kind], (tree) => {
        const text = print(tree);
        const { node, diagnostics } = parse(text, kind);
        expect(diagnostics, text).toEqual([]);
        expect(withoutSpans(node), text).toBe(withoutSpans(tree));
        expect(print(node)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test.each(kinds)("in a printed %s every node's span holds exactly the node", (kind) => {
    fc.assert(
      fc.property(trees[kind], (tree) => {
        const text = print(tree);
        const nodes = everyNode(parse(text, kind).node);
        const inexact = nodes.filter((node) => text.slice(node.span.start, node.span.end) !== print(node));
        expect(inexact, text).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("every adversarial text that parses is printed as a text of the same tree", () => {
    for (const [kind, accepted, text] of readAdversarial().cases) {
      if (!accepted) continue;
      const { node } = parse(text, kind);
      const again = parse(print(node), kind);
      expect(again.diagnostics, text).toEqual([]);
      expect(withoutSpans(again.node), text).toBe(withoutSpans(node));
    }
  });

  test("writes one canonical form", () => {
    const canonical = (text: string) => print(parse(text, "statement").node);
    expect(canonical("set ( a . b [ 'x' ] , 1 )")).toBe('set(a.b["x"], 1)');
    expect(canonical('s et(a,{"k":1 b:[00012,-x*2]}) where not(a==1and"\\x41"<b)')).toBe(
      'set(a, {"k": 1, b: [10, -x * 2]}) where not (a == 1 and "A" < b)',
    );
    expect(canonical("F(x = (a,_)=>a  ==0XAB)")).toBe("F(x=(a, _) => a == 0)");
  });
});
