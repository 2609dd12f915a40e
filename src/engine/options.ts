import type { CheckSettings } from "../check/scope.ts";
import type { Context } from "../contexts/define-context.ts";
import { contexts } from "../contexts/index.ts";
import { type Compatibility, compatibility } from "../core/compatibility.ts";
import { Failure } from "../core/failure.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { invalidOption } from "../diagnostics/invalid-option.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { orList } from "../diagnostics/or-list.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { requireKind, requireOptions } from "../diagnostics/require-options.ts";
import type { FunctionDefinition } from "../functions/define-function.ts";
import { evaluationError } from "./failure-diagnostic.ts";

/** How a text is understood. */
export interface Options {
  /** The contrib version whose answers are wanted, such as `"0.118.0"`; default: the newest known. */
  readonly compatibility?: string;
  /** The functions that the text may call. */
  readonly functions: readonly FunctionDefinition[];
  /** Whether paths must name their context (`metric.name`); default `false`. */
  readonly pathContextNames?: boolean;
  /** Feature gates to switch on, by the reference's ids. */
  readonly gates?: readonly string[];
}

/** The settings that a check of the text needs; throws an `OttlError` of phase `configuration` for unusable options. */
export function checkSettings(contextName: string, source: string, options: Options): CheckSettings {
  requireKind("context", "text", contextName);
  requireKind("text", "text", source);
  requireOptions("options", options, {
    compatibility: { optional: "text" },
    functions: "list",
    gates: { optional: "texts" },
  });
  return {
    context: findContext(contextName),
    compatibility: findVersion(options.compatibility),
    functions: tableOf(options.functions),
    pathContextNames: options.pathContextNames ?? false,
    gates: new Set(options.gates),
    source,
  };
}

/** The context of a name; throws an `OttlError` of phase `configuration` where there is none. */
export function findContext(name: string): Context {
  const context = Object.hasOwn(contexts, name) ? contexts[name] : undefined;
  if (context !== undefined) return context;
  const valid = Object.keys(contexts);
  const label = suggestion(name, valid);
  const span = { start: 0, end: name.length };
  throw new OttlError(
    "configuration",
    [makeDiagnostic("unknown_context_name", { name, valid }, span, label)],
    name,
  );
}

/** The behaviour of a version; throws an `OttlError` of phase `configuration` where it is none that is known. */
export function findVersion(version: string | undefined): Compatibility {
  try {
    return compatibility(version);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { diagnostics, source } = evaluationError(error, String(version));
    throw new OttlError("configuration", diagnostics, source);
  }
}

/** An option that is one of some words; the case does not matter, as in the reference. */
export function oneOf<T extends string>(option: string, valid: readonly T[], given: string): T {
  const found = valid.find((word) => typeof given === "string" && word === given.toLowerCase());
  if (found === undefined) throw invalidOption(option, orList(valid), given);
  return found;
}

const tables = new WeakMap<readonly FunctionDefinition[], ReadonlyMap<string, FunctionDefinition>>();

function tableOf(functions: readonly FunctionDefinition[]): ReadonlyMap<string, FunctionDefinition> {
  let table = tables.get(functions);
  if (table === undefined) {
    table = new Map(functions.map((definition) => [definition.name, definition]));
    tables.set(functions, table);
  }
  return table;
}
