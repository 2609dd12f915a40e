import type { DocumentNode } from "../../documents/node.ts";
import { checkSettings } from "../../engine/options.ts";
import { filterFunctions, standardFunctions } from "../../functions/index.ts";
import { givenProcessor } from "../given-processor.ts";
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
  const { settings, id, setting, options } = givenProcessor<FilterOptions>(
    "filter",
    [given, idOrOptions, more],
    { functions: { optional: "list" } },
  );
  return make(settings, id, setting, options);
}

/** Makes the filter of its settings in a configuration. */
export function filterOf(settings: DocumentNode, id: string, options: FilterOptions = {}): Filter {
  return make(settings, id, `processors.${id}`, options);
}

function make(settings: DocumentNode, id: string, setting: string, options: FilterOptions): Filter {
  const { functions = allFunctions, compatibility, gates } = options;
  const engine = {
    functions,
    ...(compatibility === undefined ? {} : { compatibility }),
    ...(gates === undefined ? {} : { gates }),
  };
  const check = checkSettings("metric", "", engine);
  const plan = readFilter(settings, { setting, check, options: engine });
  for (const warning of plan.warnings) options.onWarning?.(warning);
  const { has } = check.compatibility;
  const rules = {
    failedMetricEnds: has("filter_failed_metric_ends"),
    pointsSeeSchemaUrls: has("filter_points_see_schema_urls"),
  };
  return new FilterProcessor({ id, plan, rules, onError: options.onError });
}
