/** The texts of the corpus as `check` finds them in configurations, and what it tells of them. */
import { checkTexts } from "../../../src/cli/check/check-texts.ts";
import type { FunctionSetName } from "../../../src/collector/ottl-texts/function-set.ts";
import type { OttlText } from "../../../src/collector/ottl-texts/ottl-text.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { LanguageRequest } from "../../reference/protocol.ts";

const sets: Readonly<Record<string, FunctionSetName>> = { transform: "transform", filter: "filter" };

/** A text as it stands in a configuration that reads it in a certain way. */
export function textOfWay({
  kind,
  text,
  context,
  functions = "all",
  prependContext,
  signal,
}: LanguageRequest): OttlText {
  const isInferred = context === "";
  return {
    kind,
    text,
    setting: "",
    source: { text },
    locate: (span) => span,
    context: isInferred ? "inferred" : context,
    pathContextNames: isInferred ? true : prependContext ? "prepend" : false,
    functions: sets[functions] ?? (kind === "condition" ? "filter" : "transform"),
    form: isInferred ? "basic" : "structured",
    group: "",
    ...(signal && { signal }),
  };
}

/** The errors that `check` tells of a text that is read in a certain way. */
export function errorsOfWay(way: LanguageRequest): readonly Diagnostic[] {
  const gates = Object.keys(way.gates ?? {});
  const settings = { compatibility: undefined, gates, rules: {}, env: {} };
  return checkTexts([textOfWay(way)], settings)
    .map(({ diagnostic }) => diagnostic)
    .filter(({ severity }) => severity === "error");
}
