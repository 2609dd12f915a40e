/** From the texts of a group of statements to what is run, by the rules of `parser_collection.go` of the reference. */
import { type Inference, inferContext } from "../../check/infer-context.ts";
import type { CheckSettings } from "../../check/scope.ts";
import type { PathContextNames } from "../../contexts/resolve.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { orList } from "../../diagnostics/or-list.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { type Condition, makeCondition } from "../../engine/condition.ts";
import { findContext, type Options } from "../../engine/options.ts";
import { makeStatement, type Statement } from "../../engine/statement.ts";
import type { Node } from "../../syntax/ast.ts";
import { parse } from "../../syntax/parse.ts";
import type { StatementSetting } from "./signals.ts";

/** What the texts of groups are compiled with. */
export interface GroupCompiling {
  /** Of statements. */
  readonly options: Options;
  /** Of conditions: other functions. */
  readonly conditionOptions: Options;
  /** The options of statements, checked. */
  readonly check: CheckSettings;
}

/** The texts of a group. */
export interface GroupTexts {
  /** The context that the group names, where it names one. */
  readonly context: string | undefined;
  readonly conditions: readonly string[];
  readonly statements: readonly string[];
}

/** What becomes of a text of a group; nothing where it cannot be told. */
export interface Compiled<T> {
  readonly made?: T;
  readonly error?: OttlError;
}

/** A compiled group; `problem` is what is wrong with the group as a whole. */
export interface CompiledGroup {
  readonly context: string;
  readonly inference?: Inference;
  readonly conditions: readonly Compiled<Condition>[];
  readonly statements: readonly Compiled<Statement>[];
  readonly problem?: Diagnostic;
}

/** Compiles the texts of a group, all of them, whatever is wrong with some. */
export function compileGroup(
  { context, conditions, statements }: GroupTexts,
  { signal, contexts }: StatementSetting,
  compiling: GroupCompiling,
): CompiledGroup {
  const { has } = compiling.check.compatibility;
  const infers = has("transform_infers_contexts");
  if (context !== undefined) {
    const names = infers ? "prepend" : false;
    return { context, ...compileAll(context, { conditions, statements }, false, names, compiling) };
  }
  const counted = has("inference_from_conditions") ? conditions : [];
  const parsed = [
    ...statements.map((text) => parse(text, "statement")),
    ...counted.map((text) => parse(text, "condition")),
  ];
  const whole = parsed.filter(({ diagnostics }) => diagnostics.length === 0);
  const isBroken = whole.length < parsed.length;
  const candidates = contexts
    .filter((name) => name !== "exemplar" || has("transform_exemplars"))
    .map((name) => findContext(name));
  const nodes: readonly Node[] = whole.map(({ node }) => node);
  const inference = inferContext(nodes, candidates, compiling.check);
  const named = inference.context ?? inference.named;
  const possible = candidates.some(({ name }) => name === named) ? named : undefined;
  const within = possible ?? (contexts.at(-1) as string); // to tell the syntax errors
  const namesOfConditions = has("transform_group_error_mode"); // both came with 0.120.0
  const compiled = compileAll(within, { conditions, statements }, namesOfConditions, true, compiling);
  const group: CompiledGroup = { context: within, inference, ...compiled };
  if (inference.context !== undefined) return group;
  if (isBroken) return onlyBroken(group);
  const span = { start: 0, end: 0 };
  if (possible === undefined) {
    const hint = `begin their paths with ${orList(candidates.map(({ name }) => `"${name}."`))}`;
    const problem =
      named === undefined
        ? makeDiagnostic("transform_context_unclear", undefined, span, { hint })
        : makeDiagnostic("transform_context_foreign", { context: named, signal }, span, { hint });
    return { ...onlyBroken(group), problem };
  }
  const isTold = [...group.statements, ...group.conditions].some(({ error }) => error !== undefined);
  if (isTold) return group; // a text says what its context lacks
  const lacks = inference.passedOver[0]?.lacks;
  const params = { context: possible, lacks: `the ${lacks?.kind} ${lacks?.name}` };
  return { ...group, problem: makeDiagnostic("transform_context_lacks", params, span) };
}

/** The texts that are syntactically wrong alone: of the others nothing is known without a context. */
function onlyBroken(group: CompiledGroup): CompiledGroup {
  const broken = <T>(one: Compiled<T>): Compiled<T> => (one.error?.phase === "syntax" ? one : {});
  return {
    ...group,
    conditions: group.conditions.map(broken),
    statements: group.statements.map(broken),
  };
}

function compileAll(
  context: string,
  { conditions, statements }: Pick<GroupTexts, "conditions" | "statements">,
  conditionNames: boolean,
  statementNames: PathContextNames,
  { options, conditionOptions }: GroupCompiling,
): Pick<CompiledGroup, "conditions" | "statements"> {
  const ofConditions = { ...conditionOptions, pathContextNames: conditionNames };
  const ofStatements = { ...options, pathContextNames: statementNames };
  return {
    conditions: conditions.map((text) => attempt(() => makeCondition(context, text, ofConditions))),
    statements: statements.map((text) => attempt(() => makeStatement(context, text, ofStatements))),
  };
}

function attempt<T>(make: () => T): Compiled<T> {
  try {
    return { made: make() };
  } catch (error) {
    if (error instanceof OttlError) return { error };
    throw error;
  }
}
