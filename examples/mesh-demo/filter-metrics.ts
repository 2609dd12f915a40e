import { conditions, type ErrorMode, type Explanation, OttlError, recordsOf } from "../../src/index.ts";
import type { Metric, MetricsPayload } from "../../src/prometheus.ts";

/** What became of a metric, and the sub-expressions that decided: one of the condition that dropped it, or one each. */
export interface Verdict {
  readonly metric: Metric;
  readonly dropped: boolean;
  readonly deciders: readonly Decider[];
}

/** A sub-expression that decided about a metric. */
export interface Decider {
  readonly explanation: Explanation;
  /** An `IsMatch` that only matches because it searches anywhere in the text: the same, tied to the start. */
  readonly anchored?: string;
}

/** A failure of a condition, and how many metrics it failed for. */
export interface Failed {
  readonly condition: string;
  readonly message: string;
  readonly metrics: readonly string[];
}

export interface Filtered {
  readonly verdicts: readonly Verdict[];
  readonly failures: readonly Failed[];
  /** What goes on; under `propagate` a failure holds everything back. */
  readonly payload: MetricsPayload | undefined;
}

interface MetricRecord {
  readonly metric: Metric;
}

/** Drops the metrics for which one of the conditions is true, as the Collector's filter processor does. */
export function filterMetrics(
  payload: MetricsPayload,
  texts: readonly string[],
  errorMode: ErrorMode,
  compatibility: string | undefined,
): Filtered {
  const failures = new Map<string, Failed & { metrics: string[] }>();
  const fail = (index: number, message: string, metric: Metric) => {
    const key = `${index} ${message}`;
    const known = failures.get(key) ?? { condition: texts[index] ?? "", message, metrics: [] };
    known.metrics.push(metric.name);
    failures.set(key, known);
  };
  const version = compatibility === undefined ? {} : { compatibility };
  const list = conditions("metric", texts, {
    ...version,
    errorMode,
    onError: (error, index, record) => fail(index, error.message, (record as MetricRecord).metric),
  });

  const verdicts: Verdict[] = [];
  for (const record of recordsOf("metric", payload) as Iterable<MetricRecord>) {
    const index = decide(record);
    const asked = index < 0 ? list.conditions : list.conditions.slice(index, index + 1);
    verdicts.push({
      metric: record.metric,
      dropped: index >= 0,
      deciders: asked.map((condition) => decider(condition.explain(record).decidedBy, record)),
    });
  }
  const stopped = errorMode === "propagate" && failures.size > 0;
  const kept = new Set(verdicts.filter(({ dropped }) => !dropped).map(({ metric }) => metric));
  return {
    verdicts,
    failures: [...failures.values()],
    payload: stopped ? undefined : onlyMetrics(payload, kept),
  };

  /** Under `propagate` the walk goes on over the other metrics, so that all failures are told. */
  function decide(record: MetricRecord): number {
    try {
      return list.decide(record);
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      const index = list.conditions.findIndex((condition) => condition.explain(record).error !== undefined);
      fail(Math.max(index, 0), error.message, record.metric);
      return -1;
    }
  }

  function decider(explanation: Explanation, record: MetricRecord): Decider {
    const anchored = anchoredMatch(explanation);
    if (anchored === undefined || explanation.value !== true) return { explanation };
    const [strict] = conditions("metric", [anchored], version).conditions;
    return strict?.matches(record) === false ? { explanation, anchored } : { explanation };
  }
}

/** An `IsMatch` with a literal pattern, the pattern tied to the start of the text. */
function anchoredMatch({ text, span, children }: Explanation): string | undefined {
  const pattern = children[1];
  if (!/^IsMatch\s*\(/.test(text) || pattern?.kind !== "literal") return undefined;
  const inner = pattern.text.slice(1, -1);
  const tied = inner.includes("|") || inner.startsWith("(?") ? `"^(?:${inner})"` : `"^${inner}"`;
  return text.slice(0, pattern.span.start - span.start) + tied + text.slice(pattern.span.end - span.start);
}

function onlyMetrics({ resourceMetrics }: MetricsPayload, kept: ReadonlySet<Metric>): MetricsPayload {
  return {
    resourceMetrics: resourceMetrics.map((resource) => ({
      ...resource,
      scopeMetrics: resource.scopeMetrics
        .map((scope) => ({ ...scope, metrics: scope.metrics.filter((metric) => kept.has(metric)) }))
        .filter((scope) => scope.metrics.length > 0),
    })),
  };
}
