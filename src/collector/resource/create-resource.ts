import { z } from "zod";
import type { DocumentNode } from "../../documents/node.ts";
import { findVersion } from "../../engine/options.ts";
import type { Client } from "../../shapes/records.ts";
import type { AttributeAction } from "../attributes/action-config.ts";
import { readActions } from "../attributes/read-actions.ts";
import type { ConfigurationText } from "../configuration.ts";
import { givenProcessor } from "../given-processor.ts";
import type { Processor, ProcessorOptions } from "../processor.ts";
import { SettingsReader } from "../settings-reader.ts";
import type { TelemetryData } from "../signals.ts";
import { ResourceProcessor } from "./resource-processor.ts";

/** The settings of a resource processor in the Collector's own words. */
export interface ResourceConfig {
  /** What is done with the attributes of every resource, in order. */
  readonly attributes: readonly AttributeAction[];
}

/** How a resource processor is made. */
export interface ResourceOptions extends ProcessorOptions {
  /** The client that sent the data, which `from_context` reads; a function is asked once for each payload. */
  readonly client?: Client | ((payload: TelemetryData) => Client | undefined);
}

/**
 * Makes a resource processor: of the text of a Collector configuration and the id of the processor, which may be left
 * out where there is one, or of its settings as data. It changes the resources of metrics, traces and logs alike. Throws
 * an `OttlError` of phase `configuration` with everything that is wrong and where it is written.
 */
export function createResource(yaml: ConfigurationText, id?: string, options?: ResourceOptions): Processor;
export function createResource(config: ResourceConfig, options?: ResourceOptions): Processor;
export function createResource(
  given: ConfigurationText | ResourceConfig,
  idOrOptions?: string | ResourceOptions,
  more?: ResourceOptions,
): Processor {
  const { settings, id, setting, options } = givenProcessor<ResourceOptions>(
    "resource",
    [given, idOrOptions, more],
    { client: { optional: "objectOrFunction" } },
  );
  return make(settings, id, setting, options);
}

/** Makes the resource processor of its settings in a configuration. */
export function resourceOf(settings: DocumentNode, id: string, options: ResourceOptions = {}): Processor {
  return make(settings, id, `processors.${id}`, options);
}

// The actions are read one by one, so that a wrong type in one does not hide what is wrong with the others.
const resourceSchema = z.strictObject({ attributes: z.array(z.unknown()).nullish() }).nullable();

function make(node: DocumentNode, id: string, setting: string, options: ResourceOptions): Processor {
  const compatibility = findVersion(options.compatibility, options.gates);
  const settings = new SettingsReader(node, setting, compatibility);
  settings.require(resourceSchema, []);
  const actions = readActions(settings, "attributes", compatibility);
  const error = settings.findings.error();
  if (error !== undefined) throw error;
  const warnings = settings.findings.warnings.toSorted((a, b) => a.span.start - b.span.start);
  for (const warning of warnings) options.onWarning?.(warning);
  return new ResourceProcessor(id, actions, options.client);
}
