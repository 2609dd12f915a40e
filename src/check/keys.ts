import { capabilities } from "../core/compatibility.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import type { Expression, Key } from "../syntax/ast.ts";
import type { LiteralIr, ValueIr } from "./ir.ts";
import type { Scope } from "./scope.ts";

/** Checks the keys of a path or of a parameter of a lambda. */
export function checkKeys(keys: readonly Key[], scope: Scope): readonly ValueIr[] | undefined {
  const irs = keys.map(({ expression }) => checkKey(expression, scope));
  return irs.every((ir) => ir !== undefined) ? irs : undefined;
}

/** Checks the keys of a converter's result: versions that take only literals fail on others when they run. */
export function checkConverterKeys(keys: readonly Key[], scope: Scope): readonly ValueIr[] | undefined {
  const irs = checkKeys(keys, scope);
  if (scope.compatibility.has("dynamic_converter_keys")) return irs;
  return irs?.map((ir) => (isLiteralKey(ir.node) ? ir : noKey(ir.node)));
}

function checkKey(node: Expression, scope: Scope): ValueIr | undefined {
  const diagnostic = calculationDiagnostic(node, scope);
  if (diagnostic !== undefined) scope.diagnostics.push(diagnostic);
  // No version takes this key for nil, as some do with a value.
  if (node.kind === "StringLiteral" && node.value === "nil")
    return { kind: "literal", type: "string", value: node.value, node };
  return scope.value(node);
}

function calculationDiagnostic(node: Expression, { compatibility }: Scope): Diagnostic | undefined {
  if (compatibility.has("calculated_keys") || isLiteralKey(node)) return undefined;
  if (node.kind !== "Binary" && node.kind !== "Unary" && node.kind !== "Group") return undefined;
  const { version } = compatibility;
  const { since } = capabilities.calculated_keys;
  return makeDiagnostic(
    "syntax_not_in_version",
    { what: "a calculation as a key", version, since },
    node.span,
  );
}

function isLiteralKey(node: Expression): boolean {
  if (node.kind === "Unary") return node.operand.kind === "IntLiteral";
  return node.kind === "StringLiteral" || node.kind === "IntLiteral";
}

/** Nil, which is never a key. */
function noKey(node: Expression): LiteralIr {
  return { kind: "literal", type: "nil", value: null, node };
}
