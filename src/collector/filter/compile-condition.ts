import { type Inference, inferContext } from "../../check/infer-context.ts";
import type { CheckSettings } from "../../check/scope.ts";
import { contexts } from "../../contexts/index.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { orList } from "../../diagnostics/or-list.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { type Condition, makeCondition } from "../../engine/condition.ts";
import { findContext, type Options } from "../../engine/options.ts";
import { parse } from "../../syntax/parse.ts";
import { visit } from "../../syntax/visit.ts";
import { filterContexts, isFilterContext } from "./filter-contexts.ts";
import type { FilterContext } from "./types.ts";

/** What conditions are compiled with. */
export interface Compiling {
  readonly options: Options;
  /** The options, checked. */
  readonly check: CheckSettings;
}

/** A condition and how its paths told its context, where they had to. */
export interface CompiledCondition {
  readonly condition: Condition;
  readonly inference?: Inference;
}

/**
 * Compiles a condition of a context, whose paths need not name it, or without one a condition whose paths tell.
 *
 * @throws {OttlError} with spans in the text of the condition.
 */
export function compileCondition(
  text: string,
  context: FilterContext | undefined,
  { options, check }: Compiling,
): CompiledCondition {
  if (context !== undefined) return { condition: refuseAliases(makeCondition(context, text, options)) };
  const { node, diagnostics } = parse(text, "condition");
  // A syntax error comes first; of a context that lacks something, checking says what.
  const inference = diagnostics.length > 0 ? anyContext : inferContext([node], candidates, check);
  const inferred = inference.context ?? inference.named ?? "";
  if (isFilterContext(inferred))
    return { condition: makeCondition(inferred, text, { ...options, pathContextNames: true }), inference };
  const span = { start: 0, end: text.length };
  const hint = `begin its paths with ${orList(filterContexts.map((name) => `"${name}."`))}`;
  const diagnostic =
    inferred === ""
      ? makeDiagnostic("filter_context_unclear", undefined, span, { hint })
      : makeDiagnostic("filter_context_foreign", { context: inferred }, span, { hint });
  throw new OttlError("check", [diagnostic], text);
}

const candidates = filterContexts.map((name) => findContext(name));
const anyContext: Inference = { context: "metric", named: "metric", decidedBy: undefined, passedOver: [] };

/** The reference takes the other names of a context only where a path of another context uses them. */
function refuseAliases(condition: Condition): Condition {
  const { context, text } = condition;
  const aliases = contexts[context]?.aliases ?? [];
  visit(condition.ast, {
    enter: {
      Path({ segments, span }) {
        const path = segments.map(({ name }) => name).join(".");
        const alias = aliases.find((name) => name === segments[0]?.name);
        if (alias === undefined) return;
        const label = `did you mean "${path.replace(alias, context)}"?`;
        throw new OttlError(
          "check",
          [makeDiagnostic("unknown_path", { path, context }, span, { label })],
          text,
        );
      },
    },
  });
  return condition;
}
