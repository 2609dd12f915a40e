import { decidedChains } from "../contradictions.ts";
import { defineRule } from "../define-rule.ts";

/** Finds conditions that contradict each other. */
export const andAlwaysFalse = defineRule({
  code: "and_always_false",
  severity: "warning",
  summary: "An `and` whose sides never hold together, such as two `==` on one path.",
  why: '`x == "a" and x == "b"` holds for no record: either of them is written with `or`.',
  bad: [
    { context: "metric", text: 'name == "up" and name == "down"' },
    { context: "metric", text: 'name == "up" and IsMatch(name, "^d")' },
    { context: "log", text: "severity_number < 5 and severity_number > 9" },
    { context: "log", kind: "statement", text: 'set(body, 1) where body == "a" and body == nil' },
  ],
  good: [
    { context: "metric", text: 'name == "up" or name == "down"' },
    { context: "metric", text: 'name == "up" and IsMatch(name, "p$")' },
    { context: "log", text: 'attributes["a"] != nil and attributes["a"] != ""' },
  ],
  *check(text) {
    for (const { span, one, other } of decidedChains(text, "and")) {
      const hint = /==/.test(one) && /==/.test(other) ? { hint: "either of them is written with or" } : {};
      yield { span, params: { one, other }, ...hint };
    }
  },
});
