import { childrenOf } from "../../check/children.ts";
import type { CalculateIr, Ir, ValueIr } from "../../check/ir.ts";
import { defineRule } from "../define-rule.ts";
import { typesOf } from "../types-of.ts";

/** Finds divisions of ints whose fraction is wanted. */
export const integerDivision = defineRule({
  code: "integer_division",
  severity: "warning",
  summary: "A division of two ints whose fraction seems to be wanted.",
  why: "The quotient of two ints is an int: `5 / 2` is 2, without an error. Where one side is a double (`/ 1000.0`, `Double(x) / 1000`), it is a double.",
  bad: [
    { context: "span", text: "(end_time_unix_nano - start_time_unix_nano) / 1000000 > 0.5" },
    { context: "datapoint", kind: "statement", text: "set(value_double, time_unix_nano / 1000 * 1.5)" },
    { context: "span", kind: "statement", text: 'set(attributes["s"], Double(end_time_unix_nano / 1000))' },
    { context: "log", kind: "value", text: "1 / 2" },
    { context: "datapoint", kind: "value", text: "value_int / count * 100" },
  ],
  good: [
    { context: "span", text: "(end_time_unix_nano - start_time_unix_nano) / 1000000 > 500" },
    { context: "span", text: "(end_time_unix_nano - start_time_unix_nano) / 1000000.0 > 0.5" },
    { context: "log", kind: "value", text: "6 / 2" },
    { context: "span", text: 'attributes["a"] / 2 > 0.5' },
  ],
  *check({ nodes, text }) {
    for (const parent of nodes) {
      for (const ir of childrenOf(parent)) {
        if (ir.kind !== "calculate" || !dividesInts(ir)) continue;
        const why = alone(ir) ?? wanted(parent, ir);
        const { span } = ir.node;
        if (why !== undefined) yield { span, params: { text: text.slice(span.start, span.end), why } };
      }
    }
    const [root] = nodes;
    const why = root?.kind === "calculate" && dividesInts(root) ? alone(root) : undefined;
    if (root === undefined || why === undefined) return;
    yield { span: root.node.span, params: { text, why } };
  },
});

function dividesInts(ir: Ir): ir is CalculateIr {
  return ir.kind === "calculate" && ir.operator === "/" && isInt(ir.left) && isInt(ir.right);
}

function isInt(ir: ValueIr): boolean {
  return typesOf(ir)?.every((type) => type === "int" || type === "nil") ?? false;
}

/** A division of literals that does not come out even. */
function alone({ left, right }: CalculateIr): string | undefined {
  const [a, b] = [left, right].map((ir) => (ir.kind === "literal" ? (ir.value as bigint) : undefined)); // both are ints
  if (a === undefined || b === undefined || b === 0n || a % b === 0n) return undefined;
  return `it is ${a / b}`;
}

function wanted(parent: Ir, ir: CalculateIr): string | undefined {
  if (parent.kind === "compare") {
    const other = parent.left === ir ? parent.right : parent.left;
    const fraction = other.kind === "literal" && typeof other.value === "number" && other.value % 1 !== 0;
    return fraction ? "it is compared with one" : undefined;
  }
  if (parent.kind === "calculate") {
    const other = parent.left === ir ? parent.right : parent.left;
    if (typesOf(other)?.includes("double")) return "what follows is calculated with doubles";
    return parent.operator === "*" && parent.left === ir ? "it is gone before the multiplication" : undefined;
  }
  const isDouble =
    parent.kind === "call" &&
    parent.definition.returns.name === "any" &&
    parent.args[0]?.param.type.getter === "FloatLikeGetter";
  return isDouble ? "making a double of the quotient is too late" : undefined;
}
