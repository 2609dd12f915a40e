/** Records of metrics for examples. */
type Json = Readonly<Record<string, unknown>>;

/** A record of a metric. */
/* @__NO_SIDE_EFFECTS__ */
export function metricWith(metric: Json): Json {
  return { metric };
}

/** A record of a metric, and the scope that it is in. */
/* @__NO_SIDE_EFFECTS__ */
export function metricInScope(metric: Json): Json {
  return { metric, scopeContainer: { metrics: [metric] } };
}

/** The metrics of a scope afterwards. */
/* @__NO_SIDE_EFFECTS__ */
export function scopeOf(...metrics: readonly Json[]): Json {
  return { scopeContainer: { metrics } };
}

/** An attribute as OTLP JSON has it. */
/* @__NO_SIDE_EFFECTS__ */
export function attribute(key: string, text: string): Json {
  return { key, value: { stringValue: text } };
}
