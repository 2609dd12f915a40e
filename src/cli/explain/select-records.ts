import type { Pipeline } from "../../collector/pipeline/pipeline.ts";
import { metricKinds } from "../../contexts/define-context.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { Condition } from "../../engine/condition.ts";
import { dataPointsOf, recordsOf } from "../../engine/records.ts";
import { condition } from "../../engine/standard.ts";
import { metricKindOf } from "../../shapes/otlp-json/kinds.ts";
import type { DataPointRecord, MetricRecord, MetricsData } from "../../shapes/records.ts";
import { UsageError } from "../usage-error.ts";

const metricContexts: readonly string[] = ["resource", "scope", "metric", "datapoint"];

/** A record of a payload and where it is. */
export interface Selected {
  readonly record: DataPointRecord;
  /** Such as `resourceMetrics[0].scopeMetrics[0].metrics[3]`. */
  readonly path: string;
}

/** What a selection found. */
export interface Selection {
  readonly records: readonly Selected[];
  /** How many records there were to choose from. */
  readonly of: number;
  /** Records on which the condition failed, with the message of the first. */
  readonly failed: number;
  readonly failure?: string;
}

/**
 * The condition that selects records: over the context that its paths name, else over the first of metric, datapoint, scope
 * and resource that it fits.
 *
 * @throws {OttlError} that says what is wrong with it.
 */
export function selector(text: string, compatibility: string | undefined): Condition {
  const options = compatibility === undefined ? {} : { compatibility };
  try {
    const found = condition("inferred", text, options);
    if (metricContexts.includes(found.context)) return found;
    throw new UsageError(
      `--where is about ${found.context}: the pipeline has metrics, so it may be about metric, datapoint, scope and resource`,
    );
  } catch (error) {
    if (!(error instanceof OttlError) || error.code !== "context_unclear") throw error;
  }
  let first: OttlError | undefined;
  for (const context of ["metric", "datapoint", "scope", "resource"]) {
    try {
      return condition(context, text, options);
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      first ??= error;
    }
  }
  throw first;
}

/**
 * The records of a payload that a condition selects: data points where it is about them or where the pipeline's filters are,
 * else metrics.
 */
export function selectRecords(
  payload: MetricsData,
  pipeline: Pipeline,
  where: Condition | undefined,
): Selection {
  const asksPoints =
    where?.context === "datapoint" ||
    pipeline.stages.some(({ filter }) => filter?.lists.some(({ context }) => context === "datapoint"));
  const records: Selected[] = [];
  let of = 0;
  let failed = 0;
  let failure: string | undefined;
  const meets = (record: object): boolean => {
    try {
      return where?.matches(record) ?? true;
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      failed++;
      failure ??= error.message;
      return false;
    }
  };
  for (const metric of metricsOf(payload)) {
    const points = asksPoints ? pointsOf(metric) : [];
    of += Math.max(1, points.length);
    if (where?.context === "datapoint") records.push(...points.filter(({ record }) => meets(record)));
    else if (meets(metric.record)) records.push(...(points.length > 0 ? points : [metric]));
  }
  return { records, of, failed, ...(failure === undefined ? {} : { failure }) };
}

function* metricsOf(payload: MetricsData): Generator<Selected & { readonly record: MetricRecord }> {
  const paths = new Map<unknown, string>();
  for (const [i, resource] of (payload.resourceMetrics ?? []).entries()) {
    for (const [j, scope] of (resource?.scopeMetrics ?? []).entries()) {
      for (const [k, metric] of (scope?.metrics ?? []).entries())
        paths.set(metric, `resourceMetrics[${i}].scopeMetrics[${j}].metrics[${k}]`);
    }
  }
  for (const record of recordsOf("metric", payload)) yield { record, path: paths.get(record.metric) ?? "" };
}

function pointsOf({ record, path }: Selected): readonly Selected[] {
  const kind = metricKinds[metricKindOf(record) - 1];
  return dataPointsOf(record.metric ?? {}).map((dataPoint, i) => ({
    record: { ...record, dataPoint },
    path: `${path}.${kind}.dataPoints[${i}]`,
  }));
}
