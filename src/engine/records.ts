import { Failure } from "../core/failure.ts";
import type { OttlError } from "../diagnostics/ottl-error.ts";
import { metricDataOf } from "../shapes/otlp-json.ts";
import type { DataPointRecord, MetricRecord, ResourceRecord, ScopeRecord } from "../shapes/records.ts";
import { evaluationError } from "./failure-diagnostic.ts";
import { findContext } from "./options.ts";

type Loose = { readonly [property: string]: unknown };

/**
 * Walks an OTLP JSON metrics payload and gives one record for each resource, scope, metric or data point, in
 * document order. The payload's own objects are in the records.
 *
 * @throws {OttlError} `record_shape` where a list of the payload is no array or an item no object.
 */
export function recordsOf<C extends string>(context: C, payload: object): Generator<RecordOf<C>> {
  return walk(context, payload) as Generator<RecordOf<C>>; // a record of the context, its parts as they are in the payload
}

/** The record of a context; of any where its name is not known before. */
export type RecordOf<C extends string> = C extends keyof Records ? Records[C] : object;

interface Records {
  readonly resource: ResourceRecord;
  readonly scope: ScopeRecord;
  readonly metric: MetricRecord;
  readonly datapoint: DataPointRecord;
}

function* walk(context: string, payload: object): Generator<object> {
  findContext(context);
  if (typeof payload !== "object" || payload === null) throw shape("payload", "an object", payload);
  for (const resourceMetrics of list(payload as Loose, "resourceMetrics")) {
    const resourceContainer = resourceMetrics;
    const resource = child(resourceMetrics, "resource");
    if (context === "resource") {
      yield { resource, resourceContainer };
      continue;
    }
    for (const scopeContainer of list(resourceMetrics, "scopeMetrics")) {
      const scope = child(scopeContainer, "scope");
      const shared = { resource, resourceContainer, scope, scopeContainer };
      if (context === "scope") {
        yield shared;
        continue;
      }
      for (const metric of list(scopeContainer, "metrics")) {
        if (context === "metric") yield { ...shared, metric };
        else for (const dataPoint of dataPointsOf(metric)) yield { ...shared, metric, dataPoint };
      }
    }
  }
}

/** The data points of a metric: those of the last kind of data, where it has several. */
export function dataPointsOf(metric: object): readonly object[] {
  try {
    const data = metricDataOf(metric);
    return data === undefined ? [] : list(data as Loose, "dataPoints");
  } catch (error) {
    throw error instanceof Failure ? evaluationError(error, "") : error;
  }
}

function child(owner: Loose, property: string): Loose {
  const value = owner[property] ?? {};
  if (typeof value !== "object" || Array.isArray(value)) throw shape(property, "an object", value);
  return value as Loose;
}

function list(owner: Loose, property: string): readonly Loose[] {
  const value = owner[property] ?? [];
  if (!Array.isArray(value)) throw shape(property, "an array", value);
  for (const item of value) {
    if (typeof item !== "object" || item === null || Array.isArray(item))
      throw shape(property, "objects", item);
  }
  return value;
}

function shape(path: string, expected: string, found: unknown): OttlError {
  const params = { path, expected, found: found === null ? "null" : typeof found };
  return evaluationError(new Failure("record_shape", params), "");
}
