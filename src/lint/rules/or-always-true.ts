import { decidedChains } from "../contradictions.ts";
import { defineRule, type LintText } from "../define-rule.ts";
import { areFewIn, implies, negation } from "../implies.ts";
import { formulaOf } from "../tests-of.ts";

/** Finds alternatives of which one always holds. */
export const orAlwaysTrue = defineRule({
  code: "or_always_true",
  severity: "warning",
  summary: "An `or` of which one side always holds, such as two `!=` on one path.",
  why: '`x != "a" or x != "b"` holds for every record: what is not one of them is written `x != "a" and x != "b"`, or `not (x == "a" or x == "b")`. In a list of the filter processor, whose conditions are joined by `or`, the two conditions drop everything, too.',
  bad: [
    { context: "metric", text: 'name != "up" or name != "down"' },
    { context: "log", text: 'attributes["env"] != "prod" or attributes["env"] != "dev" or body == "x"' },
    { context: "log", text: 'not IsMatch(body, "^a") or not IsMatch(body, "^b")' },
    { context: "log", text: "body == nil or body != nil" },
    { context: "metric", text: 'name != "down"', before: ['name != "up"'] },
  ],
  good: [
    { context: "metric", text: 'name != "up" and name != "down"' },
    { context: "metric", text: 'name != "up" or unit != "1"' },
    { context: "log", text: "severity_number < 5 or severity_number > 9" },
  ],
  *check(text) {
    yield* inList(text);
    for (const { span, one, other } of decidedChains(text, "or")) {
      const unequal = one.includes("!=") && other.includes("!=");
      const hint = `what is none of them is written ${one} and ${other}`;
      yield { span, params: { one, other }, ...(unequal ? { hint } : {}) };
    }
  },
});

/** Conditions of a list are joined by `or`. */
function* inList({ kind, condition, list, index, text }: LintText) {
  if (kind !== "condition" || condition === undefined || !areFewIn(list)) return;
  const own = formulaOf(condition);
  if (own.kind === "constant") return;
  for (const other of list) {
    if (other.index >= index || other.condition === undefined) continue;
    const theirs = formulaOf(other.condition);
    if (theirs.kind === "constant" || !implies(negation(theirs), own)) continue;
    const hint = "conditions of a list are joined by or; put them into one with and";
    yield { span: condition.node.span, params: { one: other.text, other: text }, hint };
    return;
  }
}
