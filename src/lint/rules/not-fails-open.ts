import { failingPart, guardedIn } from "../can-fail.ts";
import { defineRule } from "../define-rule.ts";

/** Finds negations that keep what they were to drop where they fail. */
export const notFailsOpen = defineRule({
  code: "not_fails_open",
  severity: "warning",
  summary: "A filter that drops all but some records by `not`, of a test that can fail.",
  why: "An allow-list of the filter processor is `not (…)`. Where the test inside fails, for instance since an attribute is missing, `ignore` and `silent` skip the condition, and the record that is on no list stays. Ask with what does not fail (`IsMatch`, `==`), or put a test of the type before.",
  bad: [
    {
      context: "log",
      text: 'not HasPrefix(attributes["app"], "shop-")',
      configuration: { component: "filter" },
    },
    {
      context: "log",
      text: 'not (HasPrefix(resource.attributes["a"], "b") or body == "x")',
      configuration: { component: "filter", errorMode: "ignore" },
    },
    { context: "log", text: 'not (Len(attributes["tags"]) > 3)', configuration: { component: "filter" } },
  ],
  good: [
    {
      context: "log",
      text: 'not IsMatch(attributes["app"], "^shop-")',
      configuration: { component: "filter" },
    },
    {
      context: "log",
      text: 'not HasPrefix(attributes["app"], "shop-")',
      configuration: { component: "filter", errorMode: "propagate" },
    },
    {
      context: "log",
      text: 'not (IsString(attributes["app"]) and HasPrefix(attributes["app"], "shop-"))',
      configuration: { component: "filter" },
    },
    {
      context: "log",
      text: 'not (attributes["tags"] != nil and Len(attributes["tags"]) > 3)',
      configuration: { component: "filter" },
    },
    { context: "log", text: 'not HasPrefix(attributes["app"], "shop-")' },
    { context: "metric", text: 'not HasPrefix(name, "shop_")', configuration: { component: "filter" } },
  ],
  *check(given) {
    const { kind, condition, configuration, text, settings } = given;
    if (kind !== "condition" || condition === undefined || configuration?.component !== "filter") return;
    const { errorMode } = configuration;
    if (errorMode === "propagate") return;
    if (errorMode === undefined && !settings.compatibility.has("filter_ignores_errors")) return;
    if (condition.kind !== "not") return;
    const part = failingPart(condition.operand, guardedIn(given));
    if (part === undefined) return;
    const { start, end } = part.node.span;
    yield { span: part.node.span, params: { text: text.slice(start, end) } };
  },
});
