import { filterContexts } from "./infer-context.ts";
import type { ConditionVerdict, FilterContext, FilterExplanation, FilterList } from "./types.ts";
import type { WalkRules } from "./walk.ts";

/** Asks the lists of a record's level and above, in their order, until one decides. */
export function explainRecord(
  lists: readonly FilterList[],
  record: object,
  rules: WalkRules,
): FilterExplanation {
  const depth = filterContexts.indexOf(levelOf(record));
  const asked: ConditionVerdict[] = [];
  for (const list of lists) {
    if (filterContexts.indexOf(list.context) > depth) continue;
    const seen =
      list.context === "datapoint" && !rules.pointsSeeSchemaUrls ? withoutContainers(record) : record;
    for (const [index, condition] of list.conditions.entries()) {
      const explanation = condition.condition.explain(seen);
      const decidedBy: ConditionVerdict = { list, index, condition, explanation };
      asked.push(decidedBy);
      if (explanation.value === true) return { verdict: "dropped", decidedBy, asked };
      const failed = explanation.error !== undefined;
      if (failed && list.errorMode === "propagate") return { verdict: "rejected", decidedBy, asked };
    }
  }
  return { verdict: "kept", asked };
}

function levelOf(record: object): FilterContext {
  if ("dataPoint" in record) return "datapoint";
  if ("metric" in record) return "metric";
  return "scope" in record ? "scope" : "resource";
}

function withoutContainers(record: object): object {
  return { ...record, resourceContainer: {}, scopeContainer: {} };
}
