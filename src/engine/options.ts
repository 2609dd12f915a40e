import type { CheckSettings } from "../check/scope.ts";
import type { Context } from "../contexts/define-context.ts";
import { contexts } from "../contexts/index.ts";
import { contextsOfSignal, type Signal } from "../contexts/inference.ts";
import type { PathContextNames } from "../contexts/resolve.ts";
import {
  type Compatibility,
  capabilities,
  compareVersions,
  compatibility,
  modelledVersion,
} from "../core/compatibility.ts";
import { Failure } from "../core/failure.ts";
import { gatesOf } from "../core/gates.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { invalidOption } from "../diagnostics/invalid-option.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { orList } from "../diagnostics/or-list.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { requireKnown } from "../diagnostics/require-known.ts";
import { type Requirement, requireKind, requireOptions } from "../diagnostics/require-options.ts";
import type { FunctionDefinition } from "../functions/define-function.ts";
import { failureDiagnostic } from "./failure-diagnostic.ts";

/** How a text is understood. */
export interface Options {
  /** The contrib version whose answers are wanted, such as `"0.118.0"`; default: the newest known. */
  readonly compatibility?: string;
  /** The functions that the text may call. */
  readonly functions: readonly FunctionDefinition[];
  /**
   * Whether paths must name their context (`metric.name`); default `false`. `"prepend"` takes a path that names none as
   * one of the context, as the transform processor does for a group with `context`.
   */
  readonly pathContextNames?: PathContextNames;
  /** With the context `"inferred"`: the contexts of which signal are considered; default: all. */
  readonly signal?: Signal;
  /** With the context `"inferred"` of statements or values: conditions that are considered besides. */
  readonly inferFrom?: readonly string[];
  /** Feature gates by the reference's ids: `"id"` and `"+id"` switch on, `"-id"` off; default: as in the version. */
  readonly gates?: readonly string[];
  /** Called once for what is odd but no error, such as a version older than those that are modelled. */
  readonly onWarning?: (warning: Diagnostic) => void;
}

/** The settings that a check of the text needs; throws an `OttlError` of phase `configuration` for unusable options. */
export function checkSettings(contextName: string, source: string, options: Options): CheckSettings {
  requireKind("context", "text", contextName);
  requireKind("text", "text", source);
  checkOptions(options);
  const context = findContext(contextName);
  const version = findVersion(options.compatibility, options.gates);
  requireContext(context, version);
  if (options.onWarning !== undefined) warnOfVersion(version, options.onWarning);
  return {
    context,
    compatibility: version,
    functions: tableOf(options.functions),
    pathContextNames: options.pathContextNames ?? false,
    gates: version.gates,
    source,
  };
}

const kinds = {
  compatibility: { optional: "text" },
  functions: "list",
  gates: { optional: "texts" },
  inferFrom: { optional: "texts" },
  onWarning: { optional: "function" },
} as const satisfies { readonly [Option in keyof Options]?: Requirement };

const known: readonly (keyof Options)[] = [
  "compatibility",
  "gates",
  "pathContextNames",
  "signal",
  "inferFrom",
  "functions",
  "onWarning",
];

/**
 * Throws an `OttlError` of phase `configuration` where an option does not exist; `own` are those that not every kind of
 * text takes.
 */
export function requireKnownOptions(options: Options, own: readonly string[] = []): void {
  requireKind("options", "object", options);
  requireKnown(options, [...known, ...own]);
}

/** Throws an `OttlError` of phase `configuration` where an option is of another type than it must be. */
export function checkOptions(options: Options): void {
  requireOptions("options", options, kinds);
  const { pathContextNames = false, signal } = options;
  if (typeof pathContextNames !== "boolean" && pathContextNames !== "prepend") {
    throw invalidOption("pathContextNames", 'true, false or "prepend"', pathContextNames);
  }
  if (signal !== undefined) signalOf(signal);
}

/** The signal that an option names. */
export function signalOf(given: string): Signal {
  return oneOf("signal", signals, given);
}

const signals = Object.keys(contextsOfSignal) as Signal[]; // its keys are the signals

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

function requireContext({ name, since: capability }: Context, { version, has }: Compatibility): void {
  if (capability === undefined || has(capability)) return;
  const { since } = capabilities[capability];
  const params = { name, version, since };
  const diagnostic = makeDiagnostic("context_not_in_version", params, { start: 0, end: name.length });
  throw new OttlError("configuration", [diagnostic], name);
}

/**
 * The behaviour of a version with some gates switched.
 *
 * @throws {OttlError} of phase `configuration` where the version is none that is known, or a gate none that it has.
 */
export function findVersion(version: string | undefined, switches: readonly string[] = []): Compatibility {
  try {
    return compatibility(version, switches);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw "gate" in error.params ? gateError(error, switches) : versionError(error, String(version));
  }
}

function versionError(failure: Failure, version: string): OttlError {
  const diagnostic = failureDiagnostic(failure, { start: 0, end: version.length });
  return new OttlError("configuration", [diagnostic], version);
}

function gateError(failure: Failure, switches: readonly string[]): OttlError {
  const { gate, version, at } = failure.params as { gate: string; version: string; at: number }; // as it is thrown
  const source = switches[at] ?? gate;
  const diagnostic = failureDiagnostic(failure, { start: source.length - gate.length, end: source.length });
  const valid = gatesOf(version);
  const hint = `gates of ${version}: ${valid.join(", ")}`;
  const more = failure.code === "unknown_gate" ? { ...suggestion(gate, valid), hint } : {};
  return new OttlError("configuration", [{ ...diagnostic, ...more }], source);
}

/** The warning for a version of which only the `$` expansion is modelled; nothing for the others. */
export function versionWarning({ version }: Compatibility): Diagnostic | undefined {
  if (compareVersions(version, modelledVersion) >= 0) return undefined;
  const params = { version, modelled: modelledVersion };
  return { ...makeDiagnostic("version_not_modelled", params, { start: 0, end: 0 }), severity: "warning" };
}

type Listener = (warning: Diagnostic) => void;

const told = new WeakMap<Listener, string>();

/** Tells a listener once, although several texts may be made with it. */
function warnOfVersion(version: Compatibility, listener: Listener): void {
  const warning = versionWarning(version);
  if (warning === undefined || told.get(listener) === version.version) return;
  told.set(listener, version.version);
  listener(warning);
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
