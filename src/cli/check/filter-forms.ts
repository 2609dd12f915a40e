import { filterOf } from "../../collector/filter/create-filter.ts";
import { normalId } from "../../collector/pipeline/component-id.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { type ExpandOptions, expand } from "../../documents/expand.ts";
import type { DocumentNode, MapNode } from "../../documents/node.ts";
import { keyText, nodeAt } from "../../documents/plain.ts";
import type { CheckSettings } from "./options.ts";

/** What ottlkit does not run is not wrong, and the texts of the other signals are checked by themselves. */
const notWrong: ReadonlySet<string> = new Set([
  "filter_expressions_not_run",
  "filter_profiles_not_run",
  "filter_without_conditions",
]);

/**
 * What is wrong with the settings of the filter processors of a configuration, their conditions on metrics included; where
 * the conditions begin that are known to be right is told, since they need not be checked again.
 */
export function filterForms(
  configuration: MapNode,
  settings: CheckSettings,
  expansion: ExpandOptions,
  right: ReadonlySet<number>,
): readonly Diagnostic[] {
  const processors = nodeAt(configuration, ["processors"]);
  if (processors?.kind !== "map") return [];
  return processors.entries.flatMap(({ key, value }) => {
    const id = normalId(keyText(key));
    if (id.split("/", 1)[0] !== "filter") return [];
    const found: Diagnostic[] = [];
    const { compatibility, gates } = settings;
    try {
      filterOf(withoutRight(expand(value, expansion).node, right), id, {
        gates,
        ...(compatibility === undefined ? {} : { compatibility }),
        onWarning: (warning) => found.push(warning),
      });
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      for (const diagnostic of error.diagnostics) found.push(diagnostic);
    }
    return found.filter(({ code }) => !notWrong.has(code));
  });
}

/** The lists of `metrics` with a condition that is right anywhere in place of those that are known to be right. */
function withoutRight(settings: DocumentNode, right: ReadonlySet<number>): DocumentNode {
  return replaceIn(settings, "metrics", (metrics) =>
    ["resource", "metric", "datapoint"].reduce(
      (node, list) => replaceIn(node, list, (items) => replaceItems(items, right)),
      metrics,
    ),
  );
}

function replaceIn(
  node: DocumentNode,
  name: string,
  replace: (value: DocumentNode) => DocumentNode,
): DocumentNode {
  if (node.kind !== "map") return node;
  const entries = node.entries.map((entry) =>
    keyText(entry.key) === name ? { key: entry.key, value: replace(entry.value) } : entry,
  );
  return { ...node, entries };
}

function replaceItems(node: DocumentNode, right: ReadonlySet<number>): DocumentNode {
  if (node.kind !== "sequence") return node;
  const items = node.items.map((item) =>
    item.kind === "scalar" && item.text !== undefined && right.has(item.span.start)
      ? { ...item, value: "true", text: "true" }
      : item,
  );
  return { ...node, items };
}
