import { dataPointsOf } from "../engine/records.ts";
import type { DataPoint, DataPointRecord, MetricRecord } from "../shapes/records.ts";
import { misuse } from "./misuse.ts";
import { requireObject } from "./require.ts";

/** A data point with what it belongs to: the record of context datapoint. */
export interface DataPointFixture extends DataPointRecord {
  dataPoint: DataPoint;
}

/**
 * The record of a data point of a metric, of the first one unless an index is given, such as
 * `dataPoint(counter("response_total", { grpc_status: "14" }))`.
 *
 * @throws {OttlError} where the metric has no such point.
 */
export function dataPoint(record: MetricRecord, index = 0): DataPointFixture {
  requireObject("the metric", record);
  const points = dataPointsOf(record.metric ?? {});
  const point = points[index];
  if (point !== undefined) return { ...record, dataPoint: point };
  const expected = points.length === 0 ? "a metric with data points" : `an index below ${points.length}`;
  throw misuse("the index", expected, String(index));
}
