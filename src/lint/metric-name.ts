import type { ValueIr } from "../check/ir.ts";

/** Whether an expression is the name of a metric. */
export function isMetricName(ir: ValueIr): boolean {
  if (ir.kind !== "read") return false;
  const { context, definition } = ir.path;
  return context === "metric" && definition.kind === "field" && definition.property === "name";
}
