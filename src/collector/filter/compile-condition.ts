import { type Inference, inferContext } from "../../check/infer-context.ts";
import type { CheckSettings } from "../../check/scope.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { orList } from "../../diagnostics/or-list.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { type Condition, makeCondition } from "../../engine/condition.ts";
import { findContext, type Options } from "../../engine/options.ts";
import { parse } from "../../syntax/parse.ts";
import type { Signal } from "../signals.ts";
import { refuseAliases } from "./refuse-aliases.ts";
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
 * Compiles a condition of a context, whose paths need not name it.
 *
 * @throws {OttlError} with spans in the text of the condition.
 */
export function compileCondition(
  text: string,
  context: FilterContext,
  { options }: Compiling,
): CompiledCondition {
  return { condition: refuseAliases(makeCondition(context, text, options)) };
}

/**
 * Compiles a condition on a signal, whose paths tell its context.
 *
 * @throws {OttlError} with spans in the text of the condition.
 */
export function compileInferred(
  text: string,
  { name: signal, contexts }: Signal,
  { options, check }: Compiling,
): CompiledCondition {
  const { node, diagnostics } = parse(text, "condition");
  // A syntax error comes first; of a context that lacks something, checking says what.
  const [, , item = ""] = contexts;
  const candidates = contexts.map((name) => findContext(name));
  const inference = diagnostics.length > 0 ? anyContext(item) : inferContext([node], candidates, check);
  const inferred = inference.context ?? inference.named ?? "";
  if (contexts.some((context) => context === inferred))
    return { condition: makeCondition(inferred, text, { ...options, pathContextNames: true }), inference };
  const span = { start: 0, end: text.length };
  const hint = `begin its paths with ${orList(contexts.map((name) => `"${name}."`))}`;
  const diagnostic =
    inferred === ""
      ? makeDiagnostic("filter_context_unclear", undefined, span, { hint })
      : makeDiagnostic("filter_context_foreign", { context: inferred, signal }, span, { hint });
  throw new OttlError("check", [diagnostic], text);
}

function anyContext(context: string): Inference {
  return { context, named: context, decidedBy: undefined, passedOver: [] };
}
