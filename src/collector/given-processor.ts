import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import { invalidOption, kindOf } from "../diagnostics/invalid-option.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import type { DocumentNode } from "../documents/node.ts";
import { findVersion, versionWarning } from "../engine/options.ts";
import { readConfiguration, requireConfigurationText } from "./configuration.ts";
import { findProcessor } from "./find-processor.ts";
import { objectNode } from "./object-node.ts";
import type { ProcessorOptions } from "./processor.ts";
import { type OwnOptions, requireProcessorOptions } from "./require-processor-options.ts";

/** The settings that a processor is made of. */
export interface GivenProcessor<O> {
  readonly id: string;
  readonly settings: DocumentNode;
  /** The path of the settings in a text, such as `processors.filter/mesh`; empty for settings that are data. */
  readonly setting: string;
  readonly options: O;
}

/**
 * Reads the arguments of a function that makes a processor of a type: the text of a configuration or its files, an id
 * and options, or settings as data and options, of which some are the processor's own.
 *
 * @throws {OttlError} of phase `configuration` for arguments of other types and a processor that is not there.
 */
export function givenProcessor<O extends ProcessorOptions>(
  type: string,
  [given, idOrOptions, more]: readonly unknown[],
  own: OwnOptions<O>,
): GivenProcessor<O> {
  if (typeof given === "string" || Array.isArray(given)) {
    requireConfigurationText(given);
    if (idOrOptions !== undefined && typeof idOrOptions !== "string")
      throw invalidOption("id", "a text", idOrOptions);
    const options = optionsOf<O>(more, own);
    const { id, settings } = findProcessor(readConfiguration(given, options), type, idOrOptions);
    return { id, settings, setting: `processors.${id}`, options };
  }
  if (typeof given !== "object" || given === null) {
    const diagnostic = makeDiagnostic(
      "processor_config",
      { type, found: kindOf(given) },
      { start: 0, end: 0 },
    );
    throw new OttlError("configuration", [diagnostic], "");
  }
  const options = optionsOf<O>(idOrOptions, own);
  const old = versionWarning(findVersion(options.compatibility, options.gates));
  if (old !== undefined) options.onWarning?.(old);
  return { id: type, settings: objectNode("config", given), setting: "", options };
}

function optionsOf<O extends ProcessorOptions>(given: unknown, own: OwnOptions<O>): O {
  const options = (given === undefined ? {} : given) as O; // what is none is refused
  requireProcessorOptions(options, own);
  return options;
}
