import type { DocumentNode } from "../../documents/node.ts";
import { checkSettings } from "../../engine/options.ts";
import { filterFunctions, standardFunctions, transformFunctions } from "../../functions/index.ts";
import type { ConfigurationText } from "../configuration.ts";
import { givenProcessor } from "../given-processor.ts";
import type { TransformConfig } from "./config.ts";
import { readTransform } from "./read-transform.ts";
import { TransformProcessor } from "./transform-processor.ts";
import type { Transform, TransformOptions } from "./types.ts";

const ofConditions = [...standardFunctions.filter(({ kind }) => kind === "converter"), ...filterFunctions];
const ofStatements = [...standardFunctions, ...transformFunctions];

/**
 * Makes a transform processor: of the text of a Collector configuration and the id of the processor, which may be left
 * out where there is one, or of its settings as data.
 *
 * @throws {OttlError} of phase `configuration` with everything that is wrong and where it is written.
 */
export function createTransform(yaml: ConfigurationText, id?: string, options?: TransformOptions): Transform;
export function createTransform(config: TransformConfig, options?: TransformOptions): Transform;
export function createTransform(
  given: ConfigurationText | TransformConfig,
  idOrOptions?: string | TransformOptions,
  more?: TransformOptions,
): Transform {
  const { settings, id, setting, options } = givenProcessor<TransformOptions>(
    "transform",
    [given, idOrOptions, more],
    {
      functions: { optional: "list" },
      client: { optional: "objectOrFunction" },
      inPlace: { optional: "flag" },
      observer: { optional: "object" },
    },
  );
  return make(settings, id, setting, options);
}

/** Makes the transform of its settings in a configuration. */
export function transformOf(settings: DocumentNode, id: string, options: TransformOptions = {}): Transform {
  return make(settings, id, `processors.${id}`, options);
}

function make(settings: DocumentNode, id: string, setting: string, options: TransformOptions): Transform {
  const { functions, compatibility, gates } = options;
  const shared = {
    ...(compatibility === undefined ? {} : { compatibility }),
    ...(gates === undefined ? {} : { gates }),
  };
  const engine = { functions: functions ?? ofStatements, ...shared };
  const conditionFunctions = functions?.filter(({ kind }) => kind === "converter") ?? ofConditions;
  const plan = readTransform(settings, {
    setting,
    check: checkSettings("resource", "", engine),
    options: engine,
    conditionOptions: { functions: conditionFunctions, ...shared },
  });
  for (const warning of plan.warnings) options.onWarning?.(warning);
  return new TransformProcessor({ id, plan, options });
}
