import type { Diagnostic, Span } from "./diagnostic.ts";
import { type Code, messageOf, type messages } from "./messages.ts";

type Params<C extends Code> = Parameters<(typeof messages)[C]>[0];

/** What a diagnostic may have besides. */
export type Extra = Pick<Partial<Diagnostic>, "label" | "hint" | "fix">;

/** Makes an error of a code that the engine raises, its parameters checked against the message. */
export function makeDiagnostic<C extends Code>(
  code: C,
  params: Params<C>,
  span: Span,
  extra: Extra = {},
): Diagnostic {
  return diagnosticOf(
    code,
    messageOf(code, (params ?? {}) as Readonly<Record<string, unknown>>),
    span,
    extra,
  );
}

/** An error. */
export function diagnosticOf(code: string, message: string, { start, end }: Span, extra: Extra): Diagnostic {
  return { code, severity: "error", message, span: { start, end }, ...extra };
}
