import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { invalidOption, kindOf } from "../../diagnostics/invalid-option.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { DocumentNode } from "../../documents/node.ts";
import { checkSettings } from "../../engine/options.ts";
import { filterFunctions, standardFunctions } from "../../functions/index.ts";
import { readConfiguration } from "../configuration.ts";
import { findProcessor } from "../find-processor.ts";
import { processorOptions, requireKnownOptions } from "../known-options.ts";
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
      throw invalidOption("id", "a text", idOrOptions);
    const options = optionsOf(more);
    const found = findProcessor(readConfiguration(given, options), "filter", idOrOptions);
    return filterOf(found.settings, found.id, options);
  }
  if (typeof given !== "object" || given === null || Array.isArray(given)) throw noConfig(given);
  return make(
    objectNode("config", given),
    { id: "filter", setting: "", isText: false },
    optionsOf(idOrOptions),
  );
}

/** Makes the filter of its settings in a configuration. */
export function filterOf(settings: DocumentNode, id: string, options: FilterOptions = {}): Filter {
  return make(settings, { id, setting: `processors.${id}`, isText: true }, options);
}

interface Made {
  readonly id: string;
  readonly setting: string;
  readonly isText: boolean;
}

function make(node: DocumentNode, made: Made, options: FilterOptions): Filter {
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

const knownOptions: readonly (keyof FilterOptions)[] = [...processorOptions, "functions"];

function optionsOf(given: unknown): FilterOptions {
  if (given === undefined) return {};
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw invalidOption("options", "an object", given);
  requireKnownOptions(given, knownOptions);
  const options = given as FilterOptions; // each option is looked at where it is used
  for (const name of ["onWarning", "onError"] as const) {
    const hook: unknown = options[name];
    if (hook !== undefined && typeof hook !== "function") throw invalidOption(name, "a function", hook);
  }
  return options;
}

function noConfig(given: unknown): OttlError {
  const params = { type: "filter", found: kindOf(given) };
  const diagnostic = makeDiagnostic("processor_config", params, { start: 0, end: 0 });
  return new OttlError("configuration", [diagnostic], "");
}
