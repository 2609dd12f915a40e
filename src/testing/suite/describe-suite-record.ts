import { describeRecord } from "../describe-record.ts";
import { clip } from "../show-value.ts";

const parts = ["log", "spanEvent", "spanLink", "span", "exemplar", "profile", "scope"] as const;

/** What a record of any context is called in a report. */
export function describeSuiteRecord(record: object): string {
  const given = record as Readonly<Record<string, unknown>>;
  if (given.metric !== undefined || given.dataPoint !== undefined) return describeRecord(record);
  const part = parts.find((name) => given[name] !== undefined);
  return part === undefined ? describeRecord(record) : clip(`${part} ${JSON.stringify(given[part])}`, 160);
}
