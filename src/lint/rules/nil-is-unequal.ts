import type { BooleanIr, CompareIr, Ir } from "../../check/ir.ts";
import { defineRule } from "../define-rule.ts";
import { identityOf } from "../same-value.ts";
import { nodesOf } from "../visit-ir.ts";

/** Finds `!=` that holds for what is missing, too. */
export const nilIsUnequal = defineRule({
  code: "nil_is_unequal",
  severity: "info",
  summary: "`!=` with an attribute that may be missing.",
  why: '`attributes["env"] != "prod"` holds for every record without the attribute, and `attributes["env"] != ""` is no test of whether it is there. Where that is not meant, put `attributes["env"] != nil and` before.',
  bad: [
    { context: "log", text: 'attributes["env"] != "prod"' },
    { context: "log", kind: "statement", text: 'set(body, attributes["msg"]) where attributes["msg"] != ""' },
  ],
  good: [
    { context: "log", text: 'attributes["env"] != nil and attributes["env"] != "prod"' },
    { context: "log", text: 'IsString(attributes["env"]) and attributes["env"] != "prod"' },
    { context: "log", text: 'not (attributes["env"] != "prod")' },
    { context: "metric", text: 'name != "up"' },
  ],
  *check({ condition, text }) {
    if (condition === undefined) return;
    const counts = new Map<string, number>();
    for (const node of nodesOf(condition)) {
      if (node.kind !== "read") continue;
      const identity = identityOf(node);
      counts.set(identity, (counts.get(identity) ?? 0) + 1);
    }
    for (const { ir, path } of unequalsIn(condition)) {
      const { start, end } = path.node.span;
      if ((counts.get(identityOf(path)) ?? 0) > 1) continue; // asked about twice, it is thought of
      yield { span: ir.node.span, params: { text: text.slice(start, end) } };
    }
  },
});

/** The comparisons that make a condition hold where they do. */
function* unequalsIn(ir: BooleanIr): Generator<{ readonly ir: CompareIr; readonly path: Ir }> {
  if (ir.kind === "logical") for (const operand of ir.written) yield* unequalsIn(operand);
  if (ir.kind !== "compare" || ir.operator !== "!=") return;
  const [path, other] = ir.left.kind === "literal" ? [ir.right, ir.left] : [ir.left, ir.right];
  if (path.kind !== "read" || path.keys.length === 0 || other.kind !== "literal" || other.value === null)
    return;
  yield { ir, path };
}
