import { defineRule, type LintText } from "../define-rule.ts";
import { identityOf } from "../same-value.ts";
import { chainsOf } from "../visit-ir.ts";

/** Finds conditions that are there twice. */
export const duplicateCondition = defineRule({
  code: "duplicate_condition",
  severity: "warning",
  summary: "A condition that stands in the same list, or the same chain of `and` or `or`, before.",
  why: "It never decides anything; often another path or another text was meant.",
  bad: [
    { context: "metric", text: 'name == "up" or name == "down" or name == "up"' },
    { context: "metric", text: 'metric.name == "up"', before: ['name == "up"'] },
    { context: "metric", text: 'type == METRIC_DATA_TYPE_SUM and (unit == "s" and type == 2)' },
  ],
  good: [
    { context: "metric", text: 'name == "up" or name == "down"' },
    { context: "metric", text: 'name == "down"', before: ['name == "up"'] },
    { context: "log", kind: "statement", text: "set(body, 1)", before: ["set(body, 1)"] },
  ],
  *check(text) {
    const { condition, list, index } = text;
    const first =
      condition && text.kind === "condition" ? firstsOf(list).get(identityOf(condition)) : undefined;
    if (condition !== undefined && first !== undefined && first < index) {
      yield { span: condition.node.span, params: { first: `condition ${first + 1} of the list` } };
    }
    for (const { operands } of chainsOf(text)) {
      const seen = new Set<string>();
      for (const operand of operands) {
        const { span } = operand.node;
        const identity = identityOf(operand);
        if (seen.has(identity)) yield { span, params: { first: "an operand before it" } };
        else seen.add(identity);
      }
    }
  },
});

const firsts = new WeakMap<readonly LintText[], ReadonlyMap<string, number>>();

/** For each condition of a list where it stands first. */
function firstsOf(list: readonly LintText[]): ReadonlyMap<string, number> {
  const known = firsts.get(list);
  if (known !== undefined) return known;
  const made = new Map<string, number>();
  for (const { condition, index } of list.toReversed()) {
    if (condition !== undefined) made.set(identityOf(condition), index);
  }
  firsts.set(list, made);
  return made;
}
