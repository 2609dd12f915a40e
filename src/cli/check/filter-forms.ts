import { filterOf } from "../../collector/filter/create-filter.ts";
import { normalId } from "../../collector/pipeline/component-id.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { type ExpandOptions, expand } from "../../documents/expand.ts";
import type { MapNode } from "../../documents/node.ts";
import { keyText, nodeAt } from "../../documents/plain.ts";
import type { CheckSettings } from "./options.ts";

/** What ottlkit does not run is not wrong, and the texts of the other signals are checked by themselves. */
const notWrong: ReadonlySet<string> = new Set([
  "filter_form_not_run",
  "filter_other_signals",
  "filter_without_conditions",
]);

/** What is wrong with the settings of the filter processors of a configuration, their conditions on metrics included. */
export function filterForms(
  configuration: MapNode,
  settings: CheckSettings,
  expansion: ExpandOptions,
): readonly Diagnostic[] {
  const processors = nodeAt(configuration, ["processors"]);
  if (processors?.kind !== "map") return [];
  return processors.entries.flatMap(({ key, value }) => {
    const id = normalId(keyText(key));
    if (id.split("/", 1)[0] !== "filter") return [];
    const found: Diagnostic[] = [];
    const { compatibility, gates } = settings;
    try {
      filterOf(expand(value, expansion).node, id, {
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
