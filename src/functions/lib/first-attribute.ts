import { Failure } from "../../core/failure.ts";
import { Telemetry, type Value } from "../../core/values.ts";

/** The attribute of the first data point that has it. Throws `unknown_metric_type` where there are no data points to read. */
export function firstAttribute(points: Value, key: string): Value | undefined {
  if (!(points instanceof Telemetry)) throw new Failure("unknown_metric_type");
  for (let i = 0; i < (points.length ?? 0); i++) {
    const value = points.attribute?.(i, key);
    if (value !== undefined) return value;
  }
  return undefined;
}
