import { describeRecord } from "../describe-record.ts";
import { clip } from "../show-value.ts";

const parts = ["spanLink", "exemplar", "profile"] as const;

/** What a record of any context is called in a report. */
export function describeSuiteRecord(record: object): string {
  const given = record as Readonly<Record<string, unknown>>;
  const part = parts.find((name) => given[name] !== undefined);
  if (part !== undefined) return clip(`${part} ${JSON.stringify(given[part])}`, 160);
  if (
    given.scope !== undefined &&
    !["metric", "dataPoint", "span", "spanEvent", "log"].some((name) => given[name] !== undefined)
  )
    return clip(`scope ${JSON.stringify(given.scope)}`, 160);
  return describeRecord(record);
}
