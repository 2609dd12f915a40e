import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggestion } from "../../diagnostics/did-you-mean.ts";
import { makeDiagnostic } from "../../diagnostics/make-diagnostic.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { DocumentNode } from "../../documents/node.ts";
import { keyText, nodeAt } from "../../documents/plain.ts";
import { checkSettings } from "../../engine/options.ts";
import { filterFunctions, standardFunctions } from "../../functions/index.ts";
import { readConfiguration } from "../configuration.ts";
import { objectNode } from "../object-node.ts";
import type { FilterConfig } from "./config.ts";
import { FilterProcessor } from "./filter-processor.ts";
import { readFilter } from "./read-filter.ts";
import type { Filter, FilterOptions } from "./types.ts";

const allFunctions = [...standardFunctions.filter(({ kind }) => kind === "converter"), ...filterFunctions];

/**
 * Makes a filter processor for metrics: of the text of a Collector configuration and the id of the processor, which may
 * be left out where there is one, or of its settings as data.
 *
 * @throws {OttlError} of phase `configuration` with everything that is wrong and where it is written.
 */
export function createFilter(yaml: string, id?: string, options?: FilterOptions): Filter;
export function createFilter(config: FilterConfig, options?: FilterOptions): Filter;
export function createFilter(
  given: string | FilterConfig,
  idOrOptions?: string | FilterOptions,
  more?: FilterOptions,
): Filter {
  if (typeof given === "string") {
    if (idOrOptions !== undefined && typeof idOrOptions !== "string")
      throw misuse("id", "a text", idOrOptions);
    return ofText(given, idOrOptions, optionsOf(more));
  }
  if (typeof given !== "object" || given === null || Array.isArray(given)) throw noConfig(given);
  const node = objectNode("config", given);
  return makeFilter(node, { id: type, setting: "", isText: false }, optionsOf(idOrOptions));
}

/** Makes the filter of its settings in a configuration. */
export function filterOf(settings: DocumentNode, id: string, options: FilterOptions = {}): Filter {
  return makeFilter(settings, { id, setting: `processors.${id}`, isText: true }, options);
}

const type = "filter";

function ofText(text: string, id: string | undefined, options: FilterOptions): Filter {
  const root = readConfiguration(text, options);
  const node = nodeAt(root, ["processors"]);
  const entries = node?.kind === "map" ? node.entries : [];
  const ids = entries.map(({ key }) => keyText(key));
  const filters = ids.filter((name) => name === type || name.startsWith(`${type}/`));
  const found = id ?? (filters.length === 1 ? filters[0] : undefined);
  const at = entries.find(({ key }) => keyText(key) === found);
  if (found === undefined || at === undefined || !filters.includes(found)) {
    const hint = filters.length === 0 ? {} : { hint: `filter processors: ${filters.join(", ")}` };
    const span = node?.span ?? { start: 0, end: 0 };
    const place = { start: span.start, end: span.start };
    const diagnostic =
      id === undefined
        ? makeDiagnostic("filter_not_named", { found: filters }, place, hint)
        : at === undefined
          ? makeDiagnostic("filter_not_found", { id }, place, { ...hint, ...suggestion(id, filters) })
          : makeDiagnostic("filter_id", { id }, at.key.span, hint);
    throw new OttlError("configuration", [diagnostic], text, { file: options.file });
  }
  return filterOf(at.value, found, options);
}

interface Made {
  readonly id: string;
  readonly setting: string;
  readonly isText: boolean;
}

function makeFilter(node: DocumentNode, made: Made, options: FilterOptions): Filter {
  const engine = {
    functions: options.functions ?? allFunctions,
    ...(options.compatibility === undefined ? {} : { compatibility: options.compatibility }),
    ...(options.gates === undefined ? {} : { gates: options.gates }),
  };
  const check = checkSettings("metric", "", engine);
  const plan = readFilter(node, { ...made, check, options: engine });
  for (const warning of plan.warnings) options.onWarning?.(warning);
  const { has } = check.compatibility;
  const rules = {
    failedMetricEnds: has("filter_failed_metric_ends"),
    pointsSeeSchemaUrls: has("filter_points_see_schema_urls"),
  };
  return new FilterProcessor({ id: made.id, plan, rules, onError: options.onError });
}

function optionsOf(given: unknown): FilterOptions {
  if (given === undefined) return {};
  if (typeof given !== "object" || given === null) throw misuse("options", "an object", given);
  const options = given as FilterOptions; // each option is looked at where it is used
  for (const name of ["onWarning", "onError"] as const) {
    const hook: unknown = options[name];
    if (hook !== undefined && typeof hook !== "function") throw misuse(name, "a function", hook);
  }
  return options;
}

function noConfig(given: unknown): OttlError {
  return refused(makeDiagnostic("filter_config", { found: describe(given) }, { start: 0, end: 0 }));
}

function misuse(option: string, expected: string, given: unknown): OttlError {
  const params = { option, expected, found: describe(given) };
  return refused(makeDiagnostic("invalid_option", params, { start: 0, end: 0 }));
}

function refused(diagnostic: Diagnostic): OttlError {
  return new OttlError("configuration", [diagnostic], "");
}

function describe(given: unknown): string {
  if (given === null) return "null";
  return Array.isArray(given) ? "an array" : typeof given === "object" ? "an object" : `a ${typeof given}`;
}
