import type { Diagnostic, Span } from "./diagnostic.ts";
import { type Code, messageOf, type messages } from "./messages.ts";

type Params<C extends Code> = Parameters<(typeof messages)[C]>[0];
type Extra = Pick<Partial<Diagnostic>, "label" | "hint" | "fix">;

/** Makes an error of a code of the table, its parameters checked against the message. */
export function makeDiagnostic<C extends Code>(
  code: C,
  params: Params<C>,
  span: Span,
  extra: Extra = {},
): Diagnostic {
  return {
    code,
    severity: "error",
    message: messageOf(code, (params ?? {}) as Readonly<Record<string, unknown>>),
    span: { start: span.start, end: span.end },
    ...extra,
  };
}
