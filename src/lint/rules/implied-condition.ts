import type { BooleanIr } from "../../check/ir.ts";
import { decidedByTypes } from "../comparison-outcome.ts";
import { defineRule, type LintText } from "../define-rule.ts";
import { areFew, areFewIn, implies } from "../implies.ts";
import { identityOf } from "../same-value.ts";
import { type Formula, formulaOf } from "../tests-of.ts";
import { type Chain, chainsOf, ofKind } from "../visit-ir.ts";

/** Finds conditions that others make needless. */
export const impliedCondition = defineRule({
  code: "implied_condition",
  severity: "warning",
  summary: "A condition that another one of the list, or of the chain of `and` or `or`, makes needless.",
  why: "A list drops what one of its conditions holds for: one that is narrower than another adds nothing, and one of the two is often not what was meant. Tests for nil that guard another test are not told.",
  bad: [
    { context: "metric", text: 'name == "http_requests_total"', before: ['IsMatch(name, "http")'] },
    { context: "metric", text: 'HasPrefix(name, "http_") or HasPrefix(name, "http_server_")' },
    { context: "log", text: "severity_number > 9 and severity_number > 5" },
    { context: "span", text: 'name == "a"  or (name == "a" and status.code == STATUS_CODE_ERROR)' },
  ],
  good: [
    { context: "metric", text: 'IsMatch(name, "^http_")', before: ['name == "http_requests_total"'] },
    { context: "metric", text: 'IsMatch(name, "^grpc_")', before: ['name == "http_requests_total"'] },
    { context: "log", text: 'attributes["a"] != nil and attributes["a"] == "b"' },
    { context: "log", text: 'IsString(body) and IsMatch(body, "x")' },
    { context: "log", text: 'HasPrefix(attributes["a"], "ab") or IsMatch(attributes["a"], "^abc")' },
    { context: "log", text: "severity_number > 9 and severity_number < 17" },
    { context: "log", text: 'severity_number == "WARN"', before: ['severity_number >= "WARN"'] },
  ],
  *check(text) {
    // What the types decide is told as such.
    if (!ofKind(text, "compare").some((ir) => decidedByTypes(ir) !== undefined)) yield* inList(text);
    for (const chain of chainsOf(text)) yield* inChain(chain, text);
  },
});

function* inList({ kind, list, condition, index }: LintText) {
  if (kind !== "condition" || condition === undefined || !areFewIn(list)) return;
  const own = formulaOf(condition);
  for (const other of list) {
    if (other.index === index || other.condition === undefined) continue;
    const theirs = formulaOf(other.condition);
    if (theirs.kind === "constant" || !implies(own, theirs) || isSame(condition, other.condition)) continue;
    if (other.index > index && implies(theirs, own)) continue; // the later of two that say the same is told
    yield { span: condition.node.span, params: { other: other.text, operator: "or" as const } };
    return;
  }
}

function* inChain({ chain: { operator }, operands }: Chain, { text }: LintText) {
  if (!areFew(operands)) return;
  for (const [i, operand] of operands.entries()) {
    const own = formulaOf(operand);
    if (own.kind === "constant" || (operator === "and" && asksForNil(own))) continue;
    const other = operands.find((one, j) => {
      if (i === j || isSame(one, operand)) return false;
      const theirs = formulaOf(one);
      if (theirs.kind === "constant") return false;
      const needless = operator === "or" ? implies(own, theirs) : implies(theirs, own);
      if (!needless) return false;
      const both = operator === "or" ? implies(theirs, own) : implies(own, theirs);
      return !both || j < i;
    });
    if (other === undefined) continue;
    const { start, end } = other.node.span;
    yield { span: operand.node.span, params: { other: text.slice(start, end), operator } };
  }
}

function asksForNil(formula: Formula): boolean {
  return (
    formula.kind === "test" && formula.test.says.kind === "compare" && formula.test.says.literal === null
  );
}

function isSame(one: BooleanIr, other: BooleanIr): boolean {
  return identityOf(one) === identityOf(other);
}
