import { quoted } from "../quoted.ts";

/** What only functions of editors say. */
export const editorMessages = {
  invalid_glob: (p: { pattern: string; reason: string }) =>
    `${quoted(p.pattern)} is not a glob pattern: ${p.reason}`,
  glob_too_costly: (p: { limit: number }) => `the glob pattern needs more than ${p.limit} steps`,
  glob_crash: () => "an empty alternative in the glob pattern makes the reference crash on this text",
  no_scope_for_metric: () =>
    "the record has no scopeContainer, the object that holds the metrics of its scope, to add a metric to",
  metric_unsupported: (p: { name: string; metric: string }) => `${p.name} cannot be applied to ${p.metric}`,
  buckets_malformed: (p: { reason: string }) => `the buckets of the data point are malformed: ${p.reason}`,
  too_many_buckets: (p: { limit: number }) => `the data points together need more than ${p.limit} buckets`,
  range_out_of_bounds: (p: { start: bigint; end: bigint; length: number }) =>
    `${p.start} to ${p.end} is not a range of a list of ${p.length}`,
} as const;
