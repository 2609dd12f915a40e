import type { ResourceRecord } from "../../shapes/records.ts";
import type { Processor } from "../processor.ts";

/** The resource of a record behind a processor that changes resources. */
export function resourceAfter(
  processor: Processor,
  { resource }: ResourceRecord,
): Pick<ResourceRecord, "resource"> {
  const { output } = processor.apply({ resourceMetrics: [{ resource: resource ?? {} }] });
  const [after] = output.resourceMetrics ?? [];
  return after?.resource == null ? {} : { resource: after.resource };
}
