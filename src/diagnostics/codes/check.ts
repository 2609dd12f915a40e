import { orList } from "../or-list.ts";
import { quoted } from "../quoted.ts";

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** What is wrong with a text that parses. */
export const checkMessages = {
  unknown_path: (p: { path: string; context: string }) =>
    `${quoted(p.path)} is not a path of context ${p.context}`,
  path_not_in_version: (p: { path: string; version: string; since: string }) =>
    `path ${quoted(p.path)} does not exist in version ${p.version}: it appeared in ${p.since}`,
  unknown_context: (p: { name: string; path: string }) =>
    `${quoted(p.name)} in ${quoted(p.path)} is not a context that can be read here`,
  missing_context: (p: { path: string }) => `path ${quoted(p.path)} must begin with its context`,
  path_not_indexable: (p: { path: string }) => `${quoted(p.path)} takes no keys`,
  extra_path_sections: (p: { path: string; section: string }) =>
    `${quoted(p.section)} in ${quoted(p.path)} leads nowhere`,
  cache_of_other_context: (p: { path: string; replacement: string }) =>
    `a cache can only be reached from its own context: write ${quoted(p.replacement)} instead of ${quoted(p.path)}`,
  context_unclear: () => "no path of the text names its context",
  inferred_context: (p: { name: string }) => `"${p.name}" is not a context that the text can be about`,
  unknown_enum: (p: { name: string; context: string }) =>
    `${quoted(p.name)} is not an enum of context ${p.context}`,
  unknown_function: (p: { name: string }) => `there is no function ${quoted(p.name)}`,
  function_not_included: (p: { name: string }) =>
    `function "${p.name}" exists but is not among the functions given`,
  function_not_here: (p: { name: string; context: string; only: string }) =>
    `function "${p.name}" is not available in context ${p.context}: it needs ${p.only}`,
  function_not_in_version: (p: {
    name: string;
    version: string;
    since: string;
    until: string | undefined;
  }) =>
    p.until === undefined
      ? `function "${p.name}" does not exist in version ${p.version}: it appeared in ${p.since}`
      : `function "${p.name}" does not exist in version ${p.version}: it was there from ${p.since} to ${p.until}`,
  argument_count: (p: { name: string; min: number; max: number; found: number }) =>
    `${p.name} takes ${p.min === p.max ? count(p.max, "argument") : `${p.min} to ${p.max} arguments`}, found ${p.found}`,
  argument_name: (p: { name: string; argument: string }) => `${p.name} has no argument named "${p.argument}"`,
  argument_not_in_version: (p: { name: string; argument: string; version: string; since: string }) =>
    `argument "${p.argument}" of ${p.name} does not exist in version ${p.version}: it appeared in ${p.since}`,
  argument_order: (p: { name: string }) => `an unnamed argument of ${p.name} follows a named one`,
  argument_missing: (p: { name: string; argument: string }) => `${p.name} needs argument "${p.argument}"`,
  argument_type: (p: { name: string; argument: string; expected: string; found: string }) =>
    `argument "${p.argument}" of ${p.name} must be ${p.expected}, found ${p.found}`,
  argument_items: (p: { name: string; argument: string; least: number }) =>
    `argument "${p.argument}" of ${p.name} must list at least ${count(p.least, "item")}`,
  argument_refused: (p: { name: string; argument: string; reason: string }) =>
    `argument "${p.argument}" of ${p.name} is refused: ${p.reason}`,
  call_refused: (p: { name: string; reason: string }) => `${p.name} refuses its arguments: ${p.reason}`,
  dynamic_argument: (p: { name: string; argument: string; version: string }) =>
    `argument "${p.argument}" of ${p.name} must be a literal in version ${p.version}`,
  not_boolean: (p: { name: string; found: string }) => `${p.name} answers ${p.found}, a condition needs bool`,
  lambda_parameter_twice: (p: { name: string }) => `the lambda has two parameters named "${p.name}"`,
  lambda_arity: (p: { name: string; argument: string; arity: number; found: number }) =>
    `the lambda "${p.argument}" of ${p.name} must have ${count(p.arity, "parameter")}, found ${p.found}`,
  lambda_parameter_path: (p: { name: string; path: string }) =>
    `${quoted(p.name)} in ${quoted(p.path)} is a parameter of the lambda, which has no fields: use keys`,
  lambda_misplaced: () => "a lambda can only be an argument of a function that takes one",
  function_name_misplaced: (p: { name: string }) =>
    `the name of function "${p.name}" can only be an argument that takes a function`,
  gate_needed: (p: { what: string; gate: string }) => `${p.what} needs the feature gate ${p.gate}`,
  context_not_in_version: (p: { name: string; version: string; since: string }) =>
    `context ${p.name} does not exist in version ${p.version}: it appeared in ${p.since}`,
  unknown_gate: (p: {
    gate: string;
    version: string;
    since: string | undefined;
    until: string | undefined;
  }) => {
    if (p.since === undefined)
      return `there is no feature gate ${JSON.stringify(p.gate)} in version ${p.version}`;
    const when =
      p.until === undefined ? `it appeared in ${p.since}` : `it was there from ${p.since} to ${p.until}`;
    return `feature gate "${p.gate}" does not exist in version ${p.version}: ${when}`;
  },
  gate_stays_on: (p: { gate: string; version: string }) =>
    `feature gate "${p.gate}" is stable in version ${p.version} and cannot be switched off`,
  version_not_modelled: (p: { version: string; modelled: string }) =>
    `of versions before ${p.modelled} only the $ expansion is modelled: the language may answer otherwise than ${p.version} does`,
  syntax_not_in_version: (p: { what: string; version: string; since: string }) =>
    `${p.what} cannot be read in version ${p.version}: it can since ${p.since}`,
  literal_refused: (p: { reason: string }) => `this literal is refused: ${p.reason}`,
  invalid_option: (p: { option: string; expected: string; found: string }) =>
    `option ${p.option} must be ${p.expected}, found ${p.found}`,
  unknown_option: (p: { option: string }) => `there is no option ${JSON.stringify(p.option)}`,
  unknown_context_name: (p: { name: string; valid: readonly string[] }) =>
    `there is no context "${p.name}": choose ${orList(p.valid)}`,
} as const;
