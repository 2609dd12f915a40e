/**
 * Versions before signed numbers took a sign as a part of the number behind it: `5-1` was two numbers without an
 * operator, and nothing but a number could have a sign.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import type { Binary, DoubleLiteral, Unary } from "../syntax/ast.ts";
import type { Scope } from "./scope.ts";

/** What such a version cannot read of a number, a sign or a calculation; nothing in other versions. */
export function oldNumberDiagnostic(
  node: Binary | DoubleLiteral | Unary,
  scope: Scope,
): Diagnostic | undefined {
  if (scope.compatibility.has("signed_numbers")) return undefined;
  const what = misread(node, scope.source);
  if (what === undefined) return undefined;
  const { version } = scope.compatibility;
  return makeDiagnostic("syntax_not_in_version", { what, version, since: "0.144.0" }, node.span);
}

function misread(node: Binary | DoubleLiteral | Unary, source: string): string | undefined {
  if (node.kind === "DoubleLiteral")
    return node.text.includes(".") && /\.(?!\d)/.test(node.text)
      ? "a number that ends with a point"
      : undefined;
  const signed = /[\d.]/;
  if (node.kind === "Binary") {
    const sign = node.operator === "+" || node.operator === "-";
    return sign && signed.test(source[node.operatorSpan.end] ?? "")
      ? "a calculation without a space behind its sign"
      : undefined;
  }
  return signed.test(source[node.span.start + 1] ?? "") ? undefined : "a sign before anything but a number";
}
