import { childrenOf } from "../../check/children.ts";
import type { Ir } from "../../check/ir.ts";
import { defineRule } from "../define-rule.ts";
import { holdsVariable } from "../visit-ir.ts";

/** Finds conditions that do not depend on the record. */
export const constantCondition = defineRule({
  code: "constant_condition",
  severity: "warning",
  summary: "A condition, or a part of one, that is the same for every record.",
  why: 'What holds always or never is often a left-over, or a comparison of two texts of which one was to be a path: `"name" == "up"`. `true` alone is sometimes meant, and only told as information.',
  bad: [
    { context: "metric", text: "1 == 1" },
    { context: "metric", text: '"name" == "up"' },
    { context: "metric", text: 'name == "up" or true' },
    { context: "log", text: "true" },
    { context: "log", kind: "statement", text: 'set(severity_text, "x") where false' },
  ],
  good: [
    { context: "metric", text: 'name == "up"' },
    { context: "log", text: "IsString(body) == true" },
    { context: "log", text: '"${env:CLUSTER}" != ""' },
  ],
  *check({ nodes, condition }) {
    const inside = new Set<Ir>();
    for (const ir of nodes) {
      if (inside.has(ir)) {
        for (const child of childrenOf(ir)) inside.add(child);
        continue;
      }
      if (ir.kind !== "constant" || holdsVariable(ir)) continue;
      for (const child of childrenOf(ir)) inside.add(child);
      const isMeant = ir === condition && ir.node.kind === "BooleanLiteral";
      yield {
        span: ir.node.span,
        params: { verdict: ir.value },
        ...(isMeant ? { severity: "info" as const } : {}),
      };
    }
  },
});
