import type { OttlText } from "../../collector/ottl-texts/ottl-text.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isTransformFunction } from "../../functions/known-names.ts";

/** What components add to the functions of the language, and ottlkit does not have. */
const more: Readonly<Record<string, readonly string[]>> = {
  transform: ["convert_summary_quantile_val_to_gauge", "extract_avg_metric"],
  signal_to_metrics: ["AdjustedCount"],
  signaltometrics: ["AdjustedCount"],
};

/** Whether a finding only says that ottlkit lacks a function that the component of the text brings itself. */
export function isOwnFunction({ code, span }: Diagnostic, { component = "", text }: OttlText): boolean {
  if (code !== "unknown_function") return false;
  const [type = ""] = component.split("/", 1);
  const name = text.slice(span.start, span.end);
  return (type === "transform" && isTransformFunction(name)) || (more[type]?.includes(name) ?? false);
}
