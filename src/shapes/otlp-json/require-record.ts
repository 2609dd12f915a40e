import { Failure } from "../../core/failure.ts";
import { describeGiven } from "../../diagnostics/describe-given.ts";
import { describe } from "./wrong-shape.ts";

interface Parts {
  readonly [part: string]: unknown;
}

/** What records hold, whatever their context. */
export const recordParts = [
  "resource",
  "resourceContainer",
  "scope",
  "scopeContainer",
  "metric",
  "dataPoint",
  "exemplar",
  "log",
  "span",
  "spanEvent",
  "eventIndex",
  "spanLink",
  "profile",
  "dictionary",
  "client",
  "cache",
];

const payloadLists = ["resourceMetrics", "resourceSpans", "resourceLogs", "resourceProfiles"];

/**
 * Throws `record_shape` where something is no record, such as a whole payload. It is asked of what lacks the part that
 * a path leads to: that may be absent, but what holds something must hold some part of a record.
 */
export function requireRecord(record: unknown, part: string): void {
  if (typeof record !== "object" || record === null || Array.isArray(record)) throw notRecord(record, part);
  // The likely ones without a loop, because this is also asked of records that only lack this part.
  const { metric, dataPoint, log, span } = record as Parts;
  if ((metric ?? dataPoint ?? log ?? span) !== undefined) return;
  if (recordParts.some((one) => one in record) || Object.keys(record).length === 0) return;
  throw notRecord(record, part);
}

/** The failure of something that is no record where one with a part is wanted. */
export function notRecord(given: unknown, part: string): Failure {
  const expected = `an object such as { ${part || "cache"}: … }`;
  const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
  if (!isObject) return new Failure("record_shape", { path: "", expected, found: describe(given) });
  const isPayload = payloadLists.some((list) => list in given);
  const found = `${describeGiven(given)}${isPayload ? ": recordsOf gives the records of a payload" : ""}`;
  return new Failure("record_shape", { path: "", expected, found });
}
