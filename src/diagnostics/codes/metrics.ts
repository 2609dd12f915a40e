/** What functions say that change metrics as a whole. */
export const metricMessages = {
  no_scope_for_metric: () =>
    "the record has no scopeContainer, the object that holds the metrics of its scope, to add a metric to",
  metric_unsupported: (p: { name: string; metric: string }) => `${p.name} cannot be applied to ${p.metric}`,
  buckets_malformed: (p: { reason: string }) => `the buckets of the data point are malformed: ${p.reason}`,
  too_many_buckets: (p: { limit: number }) => `the data points together need more than ${p.limit} buckets`,
} as const;
