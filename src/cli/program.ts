import type { Value } from "../core/values.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { conditions, statements, values } from "../engine/standard.ts";
import type { Statement } from "../engine/statement.ts";
import type { FunctionDefinition } from "../functions/define-function.ts";
import type { Kind } from "../syntax/parse.ts";
import { functionSet } from "./function-sets.ts";
import { Refusal, unsupported } from "./refusal.ts";
import type { Request } from "./request.ts";

/** The texts of a question, ready to run over records of one context. */
export type Program = { readonly context: string } & (
  | { readonly runs: readonly ((record: object) => Value)[]; readonly statements?: never }
  | { readonly statements: readonly Statement[]; readonly runs?: never }
);

/** Every text of a question. */
export function textsOf({ text, texts }: Request): readonly string[] {
  return [...(text === undefined ? [] : [text]), ...(texts ?? [])];
}

/** What the texts of a question are; what is neither condition nor value is a statement. */
export function textKind({ kind }: Request): Kind {
  return kind === "condition" || kind === "value" ? kind : "statement";
}

/** Reads and checks the texts of a question. Throws a `Refusal` where one of them cannot be used. */
export function readProgram(request: Request): Program {
  const kind = textKind(request);
  const functions = functionSet(request.functions);
  const options = optionsOf(request, functions);
  const context = request.context || "inferred";
  const texts = textsOf(request);
  try {
    if (kind === "statement") {
      const compiled = statements(context, texts, options);
      return { context: compiled.context, statements: compiled.statements };
    }
    if (kind === "condition") {
      const compiled = conditions(context, texts, options);
      const runs = compiled.conditions.map((one) => (record: object) => one.matches(record));
      return { context: compiled.context, runs };
    }
    const compiled = values(context, texts, options);
    const runs = compiled.values.map((one) => (record: object) => one.evaluate(record));
    return { context: compiled.context, runs };
  } catch (error) {
    throw refusalOf(error, functions);
  }
}

function optionsOf(request: Request, functions: readonly FunctionDefinition[]) {
  const { gates = {}, compatibility, context, signal, conditions } = request;
  const infers = !context;
  return {
    functions,
    pathContextNames:
      request.prependContext === true ? ("prepend" as const) : request.pathContextNames === true,
    gates: Object.entries(gates).map(([id, on]) => `${on ? "+" : "-"}${id}`),
    ...(compatibility === undefined ? {} : { compatibility }),
    ...(infers && signal ? { signal: signal as "metrics" } : {}), // the engine refuses what is none
    ...(infers && conditions && textKind(request) === "statement" ? { inferFrom: conditions } : {}),
  };
}

/** A text that needs a function of the reference that ottlkit lacks is no wrong text. */
function refusalOf(error: unknown, functions: readonly FunctionDefinition[]): unknown {
  if (!(error instanceof OttlError)) return error;
  if (error.phase === "configuration") {
    const { code } = error.diagnostics[0];
    if (code === "unknown_gate") return new Refusal(undefined, error.message);
    return new Refusal(code === "unknown_context_name" ? "parse" : "config", error.message);
  }
  const lacking = error.diagnostics.find(({ code }) => code === "function_not_included");
  if (lacking === undefined) return new Refusal("parse", error.message);
  const name = error.source.slice(lacking.span.start, lacking.span.end).replace(/\s/g, "");
  const isBuilt = functionSet("all").some((definition) => definition.name === name);
  return isBuilt && functions.length > 0
    ? new Refusal("parse", error.message)
    : unsupported(`function ${name}`);
}
