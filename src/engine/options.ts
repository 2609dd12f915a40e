import type { CheckSettings } from "../check/scope.ts";
import type { Context } from "../contexts/define-context.ts";
import { contexts } from "../contexts/index.ts";
import { type Compatibility, compatibility } from "../core/compatibility.ts";
import { Failure } from "../core/failure.ts";
import type { LinearRegexp } from "../core/types.ts";
import { didYouMean } from "../diagnostics/did-you-mean.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
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
  /** The engine for patterns that `RegExp` cannot run with the same meaning in linear time. */
  readonly linearRegexp?: LinearRegexp;
  /** Feature gates to switch on, by the reference's ids. */
  readonly gates?: readonly string[];
}

/** The settings that a check of the text needs; throws an `OttlError` of phase `configuration` for unusable options. */
export function checkSettings(contextName: string, source: string, options: Options): CheckSettings {
  return {
    context: findContext(contextName),
    compatibility: findVersion(options.compatibility),
    environment: { linearRegexp: options.linearRegexp },
    functions: tableOf(options.functions),
    pathContextNames: options.pathContextNames ?? false,
    gates: new Set(options.gates),
    source,
  };
}

function findContext(name: string): Context {
  const context = Object.hasOwn(contexts, name) ? contexts[name] : undefined;
  if (context !== undefined) return context;
  const valid = Object.keys(contexts);
  const near = didYouMean(name, valid);
  const label = near === undefined ? {} : { label: `did you mean "${near}"?` };
  const span = { start: 0, end: name.length };
  throw new OttlError(
    "configuration",
    [makeDiagnostic("unknown_context_name", { name, valid }, span, label)],
    name,
  );
}

function findVersion(version: string | undefined): Compatibility {
  try {
    return compatibility(version);
  } catch (error) {
    if (error instanceof Failure) {
      const { phase: _, ...rest } = { phase: "configuration", failure: error };
      const { diagnostics, source } = evaluationError(rest.failure, version ?? "");
      throw new OttlError("configuration", diagnostics, source);
    }
    throw error;
  }
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
