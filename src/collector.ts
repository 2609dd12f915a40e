/** Processors and pipelines of a Collector's configuration. */

export type { AttributesConfig, MatchProperties } from "./collector/attributes/attributes-config.ts";
export { type AttributesOptions, createAttributes } from "./collector/attributes/create-attributes.ts";
export type { ConfigurationFile, ConfigurationText } from "./collector/configuration.ts";
export type { FilterConfig } from "./collector/filter/config.ts";
export { createFilter } from "./collector/filter/create-filter.ts";
export type {
  ConditionVerdict,
  Dropped,
  Filter,
  FilterCondition,
  FilterExplanation,
  FilterList,
  FilterOptions,
  FilterResult,
} from "./collector/filter/types.ts";
export type { DroppedBy } from "./collector/pipeline/dropped-by.ts";
export { createPipeline, type Pipeline, type PipelineOptions } from "./collector/pipeline/pipeline.ts";
export type { JobScrape, JobScrapeOptions, ScrapeJob } from "./collector/pipeline/scrape-job.ts";
export type { Stage } from "./collector/pipeline/stages.ts";
export type {
  Applied,
  ConfigPlace,
  EvaluationProblem,
  Processor,
  ProcessorOptions,
} from "./collector/processor.ts";
export {
  createResource,
  type ResourceConfig,
  type ResourceOptions,
} from "./collector/resource/create-resource.ts";
export type { SignalName, TelemetryData } from "./collector/signals.ts";
export type { StatementGroup, StatementList, TransformConfig } from "./collector/transform/config.ts";
export { createTransform } from "./collector/transform/create-transform.ts";
export type {
  Change,
  ConditionTrial,
  GroupSeen,
  GroupTrial,
  StatementSeen,
  StatementTrial,
  Transform,
  TransformCondition,
  TransformExplanation,
  TransformGroup,
  TransformObserver,
  TransformOptions,
  TransformStatement,
} from "./collector/transform/types.ts";
