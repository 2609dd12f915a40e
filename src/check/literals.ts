import { bytesOfHex } from "../core/bytes.ts";
import type { Compatibility } from "../core/compatibility.ts";
import type { Failure } from "../core/failure.ts";
import type { Type } from "../core/types.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { hintOf, messageOf } from "../diagnostics/messages.ts";
import type { Expression, FunctionName, Unary } from "../syntax/ast.ts";
import { sourceOffset } from "../syntax/strings.ts";

/**
 * The value of a literal where a parameter demands one; parentheses make it no literal, and signs do but in versions
 * that take them as parts of numbers; in some, `"nil"` is none.
 */
export function literalOf(
  kind: NonNullable<Type["literal"]>,
  node: Expression,
  { has }: Pick<Compatibility, "has">,
): { value: unknown } | undefined {
  switch (node.kind) {
    case "Unary":
      return has("signed_numbers") ? undefined : signedLiteral(kind, node);
    case "StringLiteral":
      return kind === "string" && (node.value !== "nil" || has("nil_text"))
        ? { value: node.value }
        : undefined;
    case "IntLiteral":
      return kind === "int" ? { value: BigInt(node.value) } : undefined;
    case "DoubleLiteral":
      return kind === "double" ? { value: node.value } : undefined;
    case "BooleanLiteral":
      return kind === "bool" ? { value: node.value } : undefined;
    case "BytesLiteral":
      return kind === "bytes" ? { value: bytesOfHex(node.hex) } : undefined;
    default:
      return undefined;
  }
}

function signedLiteral(kind: Type["literal"], { operator, operand }: Unary): { value: unknown } | undefined {
  const sign = operator === "-" ? -1 : 1;
  if (kind === "int" && operand.kind === "IntLiteral") return { value: BigInt(operand.value) * BigInt(sign) };
  if (kind === "double" && operand.kind === "DoubleLiteral") return { value: operand.value * sign };
  return undefined;
}

const found: { readonly [K in (Expression | FunctionName)["kind"]]?: string } = {
  FunctionName: "the name of a function",
  NilLiteral: "nil",
  BooleanLiteral: "a bool",
  IntLiteral: "an int",
  DoubleLiteral: "a double",
  StringLiteral: "a string",
  BytesLiteral: "bytes",
  EnumLiteral: "an enum",
  ListLiteral: "a list",
  MapLiteral: "a map",
  Path: "a path",
  Call: "a converter",
  Lambda: "a lambda",
};

const nilText = '"nil", which is nil and no text before 0.141.0';

/** Says why an argument is refused: its type, or what its conversion found, at the place inside a string if known. */
export function literalDiagnostic(
  names: { readonly name: string; readonly argument: string },
  type: Type,
  node: Expression | FunctionName,
  failure?: Failure,
  source?: string,
): Diagnostic {
  if (failure === undefined || failure.code === "type_mismatch") {
    const params = { ...names, expected: type.label, found: found[node.kind] ?? "an expression" };
    const isNil = type.literal === "string" && node.kind === "StringLiteral"; // what else would be wrong with a string?
    return makeDiagnostic("argument_type", isNil ? { ...params, found: nilText } : params, node.span);
  }
  const { start, end } = failure.params as { start?: number; end?: number };
  if (node.kind === "StringLiteral" && source !== undefined && start !== undefined && end !== undefined) {
    const span: Span = {
      start: sourceOffset(source, node.span, start),
      end: sourceOffset(source, node.span, end),
    };
    const hint = hintOf(failure.code, failure.params);
    const message = messageOf(failure.code, failure.params);
    return { code: failure.code, severity: "error", message, span, ...(hint === undefined ? {} : { hint }) };
  }
  const reason = messageOf(failure.code, failure.params);
  return makeDiagnostic("argument_refused", { ...names, reason }, node.span);
}
