import type { Filter } from "../../../src/collector/filter/types.ts";
import { signals, type TelemetryData } from "../../../src/collector/signals.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { dataPointsOf } from "../../../src/engine/records.ts";

/** The items of each signal, and what they are made of that goes one by one. */
export const kinds = [
  { signal: signals[0], item: "metric", context: "metric", part: "dataPoint" },
  { signal: signals[1], item: "span", context: "span", part: "spanEvent" },
  { signal: signals[2], item: "log", context: "log", part: "none" },
] as const;

/** The items of a signal. */
export type ItemKind = (typeof kinds)[number];

/** A record by the names of its parts. */
export type Parts = Readonly<Record<string, unknown>>;

/** The data points or events of items. */
export function partsOf({ item, part }: ItemKind, records: Iterable<object>): readonly object[] {
  return [...records].flatMap((record) => {
    const held = (record as Parts)[item] as { readonly events?: readonly object[] };
    if (part === "none") return [];
    return part === "spanEvent" ? (held.events ?? []) : dataPointsOf(held);
  });
}

/** What a filter leaves of the payload of one item; nothing where it is rejected. */
export function outputOf(filter: Filter, kind: ItemKind, record: Parts): TelemetryData | undefined {
  const { resources = "resourceMetrics", scopes = "", items = "" } = kind.signal ?? {};
  const scope = { ...(record.scopeContainer as object), [items]: [record[kind.item]] };
  const payload = { [resources]: [{ ...(record.resourceContainer as object), [scopes]: [scope] }] };
  try {
    return filter.apply<TelemetryData>(payload).output;
  } catch (error) {
    if (error instanceof OttlError) return undefined;
    throw error;
  }
}
