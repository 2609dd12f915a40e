import type { DocumentNode } from "../../documents/node.ts";
import { checkSettings } from "../../engine/options.ts";
import { filterFunctions, standardFunctions } from "../../functions/index.ts";
import type { ConfigurationText } from "../configuration.ts";
import { givenProcessor } from "../given-processor.ts";
import { signals } from "../signals.ts";
import type { FilterConfig } from "./config.ts";
import { FilterProcessor } from "./filter-processor.ts";
import { readFilter } from "./read-filter.ts";
import type { Filter, FilterOptions } from "./types.ts";

const allFunctions = [...standardFunctions.filter(({ kind }) => kind === "converter"), ...filterFunctions];

/**
 * Makes a filter processor: of the text of a Collector configuration and the id of the processor, which may
 * be left out where there is one, or of its settings as data.
 *
 * @throws {OttlError} of phase `configuration` with everything that is wrong and where it is written.
 */
export function createFilter(yaml: ConfigurationText, id?: string, options?: FilterOptions): Filter;
export function createFilter(config: FilterConfig, options?: FilterOptions): Filter;
export function createFilter(
  given: ConfigurationText | FilterConfig,
  idOrOptions?: string | FilterOptions,
  more?: FilterOptions,
): Filter {
  const { settings, id, setting, options } = givenProcessor<FilterOptions>(
    "filter",
    [given, idOrOptions, more],
    {
      client: { optional: "objectOrFunction" },
      functions: { optional: "list" },
      signal: { optional: signals.map(({ name }) => name) },
    },
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
  const check = checkSettings("resource", "", engine);
  const plan = readFilter(settings, { setting, check, signal: options.signal, options: engine });
  for (const warning of plan.warnings) options.onWarning?.(warning);
  return new FilterProcessor({ id, plan, onError: options.onError, client: options.client });
}
