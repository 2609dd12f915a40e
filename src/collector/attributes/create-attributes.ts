import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { DocumentNode } from "../../documents/node.ts";
import { findVersion } from "../../engine/options.ts";
import type { Client } from "../../shapes/records.ts";
import type { ConfigurationText } from "../configuration.ts";
import { readSkips } from "../filter/legacy/read-legacy.ts";
import { givenProcessor } from "../given-processor.ts";
import type { Processor, ProcessorOptions } from "../processor.ts";
import { SettingsReader } from "../settings-reader.ts";
import { type SignalName, signals, type TelemetryData } from "../signals.ts";
import { type AttributesConfig, attributesSchema } from "./attributes-config.ts";
import { AttributesProcessor, type SkipPlan } from "./attributes-processor.ts";
import { readActions } from "./read-actions.ts";

/** How an attributes processor is made. */
export interface AttributesOptions extends ProcessorOptions {
  /** The client that sent the data, which `from_context` reads; a function is asked once for each payload. */
  readonly client?: Client | ((payload: TelemetryData) => Client | undefined);
  /**
   * The signal of the pipeline that it is for, by which `include` and `exclude` must be right; without it they must be
   * right for one signal, and payloads of the others are refused.
   */
  readonly signal?: SignalName;
}

/**
 * Makes an attributes processor: of the text of a Collector configuration and the id of the processor, which may be left
 * out where there is one, or of its settings as data. It changes the attributes of spans, log records and data points.
 *
 * @throws {OttlError} of phase `configuration` with everything that is wrong and where it is written.
 */
export function createAttributes(
  yaml: ConfigurationText,
  id?: string,
  options?: AttributesOptions,
): Processor;
export function createAttributes(config: AttributesConfig, options?: AttributesOptions): Processor;
export function createAttributes(
  given: ConfigurationText | AttributesConfig,
  idOrOptions?: string | AttributesOptions,
  more?: AttributesOptions,
): Processor {
  const { settings, id, setting, options } = givenProcessor<AttributesOptions>(
    "attributes",
    [given, idOrOptions, more],
    { client: { optional: "objectOrFunction" }, signal: { optional: signals.map(({ name }) => name) } },
  );
  return make(settings, id, setting, options);
}

/** Makes the attributes processor of its settings in a configuration. */
export function attributesOf(settings: DocumentNode, id: string, options: AttributesOptions = {}): Processor {
  return make(settings, id, `processors.${id}`, options);
}

function make(node: DocumentNode, id: string, setting: string, options: AttributesOptions): Processor {
  const compatibility = findVersion(options.compatibility, options.gates);
  const settings = new SettingsReader(node, setting, compatibility);
  settings.require(attributesSchema, []);
  const actions = readActions(settings, "actions", compatibility);
  const plans = new Map(signals.map(({ name }) => [name, skipPlan(name)] as const));
  const first = plans.get(options.signal ?? firstRight()) as SkipPlan; // each signal has one
  if (first instanceof OttlError)
    settings.findings.collect(() => {
      throw first;
    });
  const error = settings.findings.error();
  if (error !== undefined) throw error;
  const { warnings } = settings.findings;
  for (const warning of warnings) options.onWarning?.(warning);
  return new AttributesProcessor({ id, actions, plans, client: options.client });

  /** By what records of a signal are left out, or why they cannot be asked. */
  function skipPlan(signal: SignalName): SkipPlan {
    const reader = new SettingsReader(node, setting, compatibility);
    const conditions = readSkips(reader, signal, compatibility);
    for (const warning of reader.findings.warnings)
      if (signal === options.signal) settings.findings.add(warning);
    return reader.findings.error() ?? conditions;
  }

  function firstRight(): SignalName {
    const right = signals.find(({ name }) => !(plans.get(name) instanceof OttlError));
    return right?.name ?? "traces";
  }
}
