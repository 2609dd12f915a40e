import type { Context } from "../contexts/define-context.ts";
import type { PathContextNames } from "../contexts/resolve.ts";
import type { Compatibility } from "../core/compatibility.ts";
import type { TypeName } from "../core/values.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { FunctionDefinition } from "../functions/define-function.ts";
import type { Expression, Node } from "../syntax/ast.ts";
import type { BooleanIr, Local, ValueIr } from "./ir.ts";

/** What a text is checked against. */
export interface CheckSettings {
  readonly context: Context;
  readonly compatibility: Compatibility;
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
  /** Whether paths must name their context (`metric.name`), or have it prepended. */
  readonly pathContextNames: PathContextNames;
  readonly gates: ReadonlySet<string>;
  /** The source text, for places inside string literals. */
  readonly source: string;
}

/** The state of one check: what it is checked against, what was found, and the type of each node. */
export interface Scope extends CheckSettings {
  readonly diagnostics: Diagnostic[];
  readonly types: Map<Node, TypeName>;
  /** Checks an expression that has a value; `undefined` where it cannot be understood. */
  readonly value: (node: Expression) => ValueIr | undefined;
  /** Checks a condition. */
  readonly boolean: (node: Expression) => BooleanIr | undefined;
  /** The parameters of the lambdas around, the innermost last. */
  readonly locals: Local[];
}

/** Checks several expressions; `undefined` where one of them cannot be understood. */
export function checkAll(nodes: readonly Expression[], scope: Scope): readonly ValueIr[] | undefined {
  const irs = nodes.map(scope.value);
  return irs.every((ir) => ir !== undefined) ? irs : undefined;
}
