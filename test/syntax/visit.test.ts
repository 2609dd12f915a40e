import { expect, test } from "vitest";
import { parse } from "../../src/syntax/parse.ts";
import { visit } from "../../src/syntax/visit.ts";

const tree = () =>
  parse('set(attributes["a"], Foo(x=[1, {b: (c) => c}], Len)) where not (d == -1 or true)', "statement").node;

test("visits every node once, in source order, and leaves after the children", () => {
  const steps: string[] = [];
  visit(parse("Foo(a) == [1]", "condition").node, {
    enter: {
      Binary: () => void steps.push("binary"),
      Path: () => void steps.push("path"),
      IntLiteral: () => void steps.push("int"),
    },
    leave: { Call: () => void steps.push("/call"), Binary: () => void steps.push("/binary") },
  });
  expect(steps).toEqual(["binary", "path", "/call", "int", "/binary"]);
});

test("reaches nodes of every place", () => {
  const seen: string[] = [];
  const note = (node: { readonly kind: string }) => void seen.push(node.kind);
  visit(tree(), {
    enter: {
      Segment: note,
      Key: note,
      Argument: note,
      FunctionName: note,
      MapEntry: note,
      LambdaParam: note,
      Unary: note,
    },
  });
  expect(seen.join(" ")).toBe(
    "Argument Segment Key Argument Argument MapEntry Segment LambdaParam Segment Argument FunctionName Unary Segment Unary",
  );
});

test("a handler that returns false keeps out of the children", () => {
  let paths = 0;
  visit(tree(), { enter: { Call: () => false, Path: () => void paths++ } });
  expect(paths).toBe(1);
});

test("many operands are no problem", () => {
  let literals = 0;
  const { node } = parse(Array(200_000).fill("true").join(" or "), "condition");
  visit(node, { leave: { BooleanLiteral: () => void literals++ } });
  expect(literals).toBe(200_000);
});
