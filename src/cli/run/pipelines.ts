import type { ConfigurationFile } from "../../collector/configuration.ts";
import { createPipeline, type Pipeline, type PipelineOptions } from "../../collector/pipeline/pipeline.ts";
import { type SignalName, signals, type TelemetryData } from "../../collector/signals.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";

/** The pipelines of a configuration that inputs go through, each made when the first payload of its signal comes. */
export class Pipelines {
  /** Those that were made. */
  readonly made: Pipeline[] = [];
  readonly #files: readonly ConfigurationFile[];
  readonly #options: PipelineOptions;
  readonly #bySignal = new Map<SignalName, Pipeline | OttlError>();

  /**
   * Makes the pipeline that is named, or the one that goes without saying.
   *
   * @throws {OttlError} of phase `configuration` where it cannot be made.
   */
  constructor(files: readonly ConfigurationFile[], options: PipelineOptions) {
    this.#files = files;
    this.#options = options;
    const first = attempt(() => createPipeline(files, options));
    if (!(first instanceof OttlError)) this.#keep(first);
    else if (first.code !== "pipeline_not_chosen") throw first;
  }

  /** The pipeline of a signal, or why there is none; throws an `OttlError` where it cannot be made. */
  of(signal: SignalName): Pipeline | OttlError {
    const known = this.#bySignal.get(signal);
    if (known !== undefined) return known;
    const made = attempt(() => createPipeline(this.#files, { ...this.#options, signal }));
    if (!(made instanceof OttlError)) return this.#keep(made);
    if (made.code !== "no_pipeline_of_signal" && made.code !== "pipeline_not_of_signal") throw made;
    this.#bySignal.set(signal, made);
    return made;
  }

  #keep(pipeline: Pipeline): Pipeline {
    this.made.push(pipeline);
    this.#bySignal.set(pipeline.signal, pipeline);
    return pipeline;
  }
}

function attempt(make: () => Pipeline): Pipeline | OttlError {
  try {
    return make();
  } catch (error) {
    if (error instanceof OttlError) return error;
    throw error;
  }
}

/** What a payload holds of each signal that it has, by itself. */
export function bySignal(payload: TelemetryData): readonly (readonly [SignalName, TelemetryData])[] {
  const held = signals.filter(({ resources }) => resources in payload);
  const [only, second] = held;
  if (only !== undefined && second === undefined) return [[only.name, payload]];
  return held.map(({ name, resources }) => [name, { [resources]: payload[resources] }]);
}
