import type { PathProblem } from "../contexts/resolve.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { messageOf } from "../diagnostics/messages.ts";
import type { Scope } from "./scope.ts";

/** Says what is wrong with a path, with the nearest valid one and the list of all. */
export function pathDiagnostic(problem: PathProblem, scope: Scope): Diagnostic {
  const { code, params, span, valid, word } = problem;
  const { name } = scope.context;
  const candidates = word?.startsWith(`${name}.`) ? valid.map((path) => `${name}.${path}`) : valid;
  return {
    code,
    severity: "error",
    message: messageOf(code, params),
    span,
    ...(word === undefined ? {} : suggestion(word, candidates)),
    ...(valid.length === 0 ? {} : { hint: `paths of context ${name}: ${valid.join(", ")}` }),
  };
}
