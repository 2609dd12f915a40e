/** Prometheus text expositions, scrapes as OTLP metrics, and the names and series of the remote-write exporter. */
export type { AttributeChoice } from "./prometheus/attribute-choice.ts";
export {
  type Exposition,
  type ExpositionError,
  type ExpositionOptions,
  parseExposition,
} from "./prometheus/exposition.ts";
export type { Label, Labels } from "./prometheus/labels.ts";
export type { MetricNameOptions } from "./prometheus/metric-name.ts";
export type {
  HistogramDataPoint,
  KeyValue,
  Metric,
  MetricsPayload,
  NumberDataPoint,
  OtlpExemplar,
  ResourceMetrics,
  ScopeMetrics,
  SummaryDataPoint,
} from "./prometheus/otlp.ts";
export {
  type CompiledRule,
  type RelabelOptions,
  type RelabelProblem,
  readRelabelRules,
  relabel,
  relabelRules,
} from "./prometheus/relabel.ts";
export type { NameValidation, RelabelRule } from "./prometheus/relabel-rule.ts";
export {
  type RemoteWrite,
  type RemoteWriteOptions,
  remoteWrite,
  type SeriesSample,
} from "./prometheus/remote-write.ts";
export type {
  Exemplar,
  ExpositionFormat,
  Metadata,
  MetadataLine,
  MetricType,
  Sample,
} from "./prometheus/sample.ts";
export {
  type Scrape,
  type ScrapeOptions,
  type ScrapeState,
  type ScrapeTarget,
  scrape,
} from "./prometheus/scrape.ts";
export type { ScrapeLimits } from "./prometheus/series-check.ts";
export { syntheticMetadata } from "./prometheus/synthetic.ts";
export {
  type LabelValues,
  type StaticGroup,
  staticTargets,
  type Target,
  type Targets,
  type TargetsConfig,
  targetsOf,
} from "./prometheus/targets.ts";
