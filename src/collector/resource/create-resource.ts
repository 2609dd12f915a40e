import { z } from "zod";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { DocumentNode } from "../../documents/node.ts";
import { nodeAt } from "../../documents/plain.ts";
import { findVersion } from "../../engine/options.ts";
import type { Client } from "../../shapes/records.ts";
import type { AttributeAction } from "../attributes/action-config.ts";
import { readActions } from "../attributes/read-actions.ts";
import { decode } from "../config.ts";
import type { ConfigurationText } from "../configuration.ts";
import { Findings } from "../findings.ts";
import { givenProcessor } from "../given-processor.ts";
import type { Processor, ProcessorOptions } from "../processor.ts";
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

function make(settings: DocumentNode, id: string, setting: string, options: ResourceOptions): Processor {
  const findings = new Findings(settings.source);
  const config = findings.collect(() => decode(resourceSchema, settings, setting) ?? {});
  if (config !== undefined && (config.attributes ?? []).length === 0)
    findings.add(actionsMissing(settings, setting));
  const list = nodeAt(settings, ["attributes"]);
  const items = list?.kind === "sequence" ? list.items : [];
  const actions = readActions(items, listSetting(setting), findVersion(options.compatibility), findings);
  const error = findings.error();
  if (error !== undefined) throw error;
  const warnings = findings.warnings.toSorted((a, b) => a.span.start - b.span.start);
  for (const warning of warnings) options.onWarning?.(warning);
  return new ResourceProcessor(id, actions, options.client);
}

function actionsMissing(settings: DocumentNode, setting: string): Diagnostic {
  const { span } = nodeAt(settings, ["attributes"]) ?? settings;
  const diagnostic = makeDiagnostic("actions_missing", { setting: "attributes" }, span);
  return { ...diagnostic, setting: listSetting(setting) };
}

function listSetting(setting: string): string {
  return setting === "" ? "attributes" : `${setting}.attributes`;
}
