import { type Inference, inferContext } from "../../check/infer-context.ts";
import type { CheckSettings } from "../../check/scope.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.ts";
import { orList } from "../../diagnostics/or-list.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { type Condition, makeCondition } from "../../engine/condition.ts";
import { findContext, type Options } from "../../engine/options.ts";
import type { Node } from "../../syntax/ast.ts";
import { parse } from "../../syntax/parse.ts";
import { visit } from "../../syntax/visit.ts";
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
  const own = contexts.find((context) => findContext(context).aliases?.includes(inferred));
  if (own !== undefined) {
    const params = { alias: inferred, context: own };
    const renamed = pathsIn(node).reduceRight(
      (whole, { start }) =>
        whole.startsWith(`${inferred}.`, start)
          ? `${whole.slice(0, start)}${own}${whole.slice(start + inferred.length)}`
          : whole,
      text,
    );
    const isRepair = isRight(renamed, own, { options, check });
    const fix = { title: `call it "${own}"`, span, text: renamed };
    throw new OttlError(
      "check",
      [makeDiagnostic("filter_context_alias", params, span, isRepair ? { fix } : {})],
      text,
    );
  }
  if (inferred !== "") {
    const hint = `begin its paths with ${orList(contexts.map((one) => `"${one}."`))}`;
    const diagnostic = makeDiagnostic("filter_context_foreign", { context: inferred, signal }, span, {
      hint,
    });
    throw new OttlError("check", [diagnostic], text);
  }
  throw new OttlError("check", [unclear(text, node, contexts, { options, check })], text);
}

/** A condition whose paths tell no context, with one for which it would be right: that of the items first. */
function unclear(
  text: string,
  node: Node,
  contexts: readonly FilterContext[],
  compiling: Compiling,
): Diagnostic {
  const span = { start: 0, end: text.length };
  const right = contexts
    .slice(2)
    .concat(contexts.slice(0, 2).reverse())
    .find((one) => isRight(text, one, compiling));
  const paths = pathsIn(node);
  const any = orList(contexts.map((one) => `"${one}."`));
  if (right === undefined)
    return makeDiagnostic("filter_context_unclear", undefined, span, { hint: `begin its paths with ${any}` });
  if (paths.length === 0) {
    const hint = `it has no paths: put it into a group with a context, such as context: ${right}`;
    return makeDiagnostic("filter_context_unclear", undefined, span, { hint });
  }
  const named = paths.reduceRight(
    (whole, { start }) => `${whole.slice(0, start)}${right}.${whole.slice(start)}`,
    text,
  );
  const as = named.length > longestShown || named.includes("\n") ? "" : `, as in ${named}`;
  const hint = `begin its paths with "${right}."${as}, or put it into a group with context: ${right}`;
  const fix = { title: `begin paths with "${right}."`, span, text: named };
  return makeDiagnostic("filter_context_unclear", undefined, span, { hint, fix });
}

/** Longer conditions are not shown whole in a hint. */
const longestShown = 100;

/** Whether a condition is right for a context. */
export function isRight(text: string, context: FilterContext, compiling: Compiling): boolean {
  try {
    compileCondition(text, context, compiling);
    return true;
  } catch (error) {
    if (error instanceof OttlError) return false;
    throw error;
  }
}

/** Where the paths of a condition are, those that begin with parameters of lambdas aside. */
function pathsIn(node: Node): readonly Span[] {
  const spans: Span[] = [];
  const locals = new Set<string>();
  visit(node, {
    enter: {
      Lambda({ params }) {
        for (const { name } of params) locals.add(name);
      },
      Path({ segments, span }) {
        if (!locals.has(segments[0]?.name ?? "")) spans.push(span);
      },
    },
  });
  return spans.toSorted((a, b) => a.start - b.start);
}

function anyContext(context: string): Inference {
  return { context, named: context, decidedBy: undefined, passedOver: [] };
}
