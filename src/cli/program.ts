import { contexts } from "../contexts/index.ts";
import type { Value } from "../core/values.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { condition, value } from "../engine/standard.ts";
import type { FunctionDefinition } from "../functions/define-function.ts";
import type { Kind } from "../syntax/parse.ts";
import { functionSet } from "./function-sets.ts";
import { prependContext } from "./prepend-context.ts";
import { Refusal, unsupported } from "./refusal.ts";
import type { Request } from "./request.ts";

/** The texts of a question, ready to run over records of one context. */
export interface Program {
  readonly context: string;
  readonly runs: readonly ((record: object) => Value)[];
}

/** The contexts of the reference. */
const contextNames = [
  "resource",
  "scope",
  "metric",
  "datapoint",
  "exemplar",
  "log",
  "span",
  "spanevent",
  "otelcol",
];

/** The feature gates of the reference, and whether they are on when nobody asks. */
const gateDefaults: Readonly<Record<string, boolean>> = {
  "ottl.functions.enableLambda": false,
  "pkg.ottl.enableDynamicMapKeys": false,
  "pkg.ottl.functions.enableDynamicSliceArguments": true,
  "pkg.ottl.functions.enableExperimental": false,
};

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
  demandGates(request.gates ?? {});
  const context = contextOf(request);
  const kind = textKind(request);
  if (kind === "statement") throw unsupported(`kind "${request.kind ?? "statement"}"`);
  const functions = functionSet(request.functions);
  const options = {
    functions,
    pathContextNames: request.pathContextNames === true || request.prependContext === true,
    ...(request.compatibility === undefined ? {} : { compatibility: request.compatibility }),
  };
  const runs = textsOf(request).map((written) => {
    const text = request.prependContext === true ? prependContext(written, kind, context) : written;
    try {
      if (kind === "value") {
        const compiled = value(context, text, options);
        return (record: object) => compiled.evaluate(record);
      }
      const compiled = condition(context, text, options);
      return (record: object) => compiled.matches(record);
    } catch (error) {
      throw refusalOf(error, functions);
    }
  });
  return { context, runs };
}

function demandGates(gates: Readonly<Record<string, boolean>>): void {
  for (const [id, on] of Object.entries(gates)) {
    const usual = Object.hasOwn(gateDefaults, id) ? gateDefaults[id] : undefined;
    if (usual === undefined) throw new Refusal(undefined, `no such feature gate "${id}"`);
    if (usual !== on) throw unsupported(`feature gate "${id}" = ${on}`);
  }
}

function contextOf({ context = "" }: Request): string {
  if (context === "") throw unsupported("inference of the context");
  if (Object.hasOwn(contexts, context)) return context;
  if (contextNames.includes(context)) throw unsupported(`context "${context}"`);
  throw new Refusal("parse", `unknown context "${context}"`);
}

/** A text that needs a function of the reference that ottlkit lacks is no wrong text. */
function refusalOf(error: unknown, functions: readonly FunctionDefinition[]): unknown {
  if (!(error instanceof OttlError)) return error;
  if (error.phase === "configuration") return new Refusal("config", error.message);
  const lacking = error.diagnostics.find(({ code }) => code === "function_not_included");
  if (lacking === undefined) return new Refusal("parse", error.message);
  const name = error.source.slice(lacking.span.start, lacking.span.end).replace(/\s/g, "");
  const isBuilt = functionSet("all").some((definition) => definition.name === name);
  return isBuilt && functions.length > 0
    ? new Refusal("parse", error.message)
    : unsupported(`function ${name}`);
}
