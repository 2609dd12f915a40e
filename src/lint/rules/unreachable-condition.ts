import { defineRule } from "../define-rule.ts";
import { holdsVariable } from "../visit-ir.ts";

/** Finds conditions behind one that always holds. */
export const unreachableCondition = defineRule({
  code: "unreachable_condition",
  severity: "warning",
  summary: "A condition of a list behind one that always holds.",
  why: "The first condition of a list that holds decides; what stands behind one that always does is never asked.",
  bad: [
    { context: "metric", text: 'name == "up"', before: ["true"] },
    { context: "metric", text: 'name == "up"', before: ['unit == "s"', "1 == 1 or false"] },
  ],
  good: [
    { context: "metric", text: 'name == "up"', before: ["false"] },
    { context: "metric", text: "true", before: ['name == "up"'] },
  ],
  *check({ kind, condition, list, index }) {
    if (kind !== "condition" || condition === undefined) return;
    const first = list.find(
      ({ condition: other }) => other?.kind === "constant" && other.value && !holdsVariable(other),
    );
    if (first === undefined || first.index >= index) return;
    yield { span: condition.node.span, params: { first: `condition ${first.index + 1} of the list` } };
  },
});
