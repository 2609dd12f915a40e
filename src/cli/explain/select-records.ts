import type { Stage } from "../../collector/pipeline/stages.ts";
import { type SignalName, signals, type TelemetryData } from "../../collector/signals.ts";
import { metricKinds } from "../../contexts/define-context.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { Condition } from "../../engine/condition.ts";
import { dataPointsOf, recordsOf } from "../../engine/records.ts";
import { condition } from "../../engine/standard.ts";
import { metricKindOf } from "../../shapes/otlp-json/kinds.ts";
import type { DataPointRecord, SpanEventRecord } from "../../shapes/records.ts";
import { UsageError } from "../usage-error.ts";

/** A record of a payload and where it is. */
export interface Selected {
  /** A record of context metric, datapoint, span, spanevent or log. */
  readonly record: object;
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

/** The contexts that a condition about records of a signal may have, the usual one first. */
export const selectingContexts: Readonly<Record<SignalName, readonly string[]>> = {
  metrics: ["metric", "datapoint", "scope", "resource"],
  traces: ["span", "spanevent", "scope", "resource"],
  logs: ["log", "scope", "resource"],
};

/** The signal that a condition is about, where its paths say it. */
export function signalOfSelector(text: string, compatibility: string | undefined): SignalName | undefined {
  try {
    const { context } = condition("inferred", text, compatibility === undefined ? {} : { compatibility });
    const about = signals.filter(({ name }) => selectingContexts[name].includes(context));
    return about.length === 1 ? about[0]?.name : undefined;
  } catch (error) {
    if (error instanceof OttlError) return undefined; // told where the condition is made
    throw error;
  }
}

/**
 * The condition that selects records: over the context that its paths name, else over the first of the signal's that it
 * fits.
 *
 * @throws {OttlError} that says what is wrong with it.
 */
export function selector(text: string, signal: SignalName, compatibility: string | undefined): Condition {
  const options = compatibility === undefined ? {} : { compatibility };
  const contexts = selectingContexts[signal];
  try {
    const found = condition("inferred", text, options);
    if (contexts.includes(found.context)) return found;
    const [last, ...others] = contexts.toReversed();
    throw new UsageError(
      `--where is about ${found.context}: the pipeline has ${signal}, so it may be about ${others.toReversed().join(", ")} and ${last}`,
    );
  } catch (error) {
    const isOpen = error instanceof OttlError && openCodes.has(error.code);
    if (!isOpen) throw error;
  }
  let first: OttlError | undefined;
  for (const context of contexts) {
    try {
      return condition(context, text, options);
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      first ??= error;
    }
  }
  throw first;
}

/** A condition whose paths name no context can be about several. */
const openCodes: ReadonlySet<string> = new Set(["context_unclear", "inferred_context"]);

/** How records of a signal are selected. */
export interface Selecting {
  readonly signal: SignalName;
  readonly stages: readonly Stage[];
  readonly where: Condition | undefined;
}

/**
 * The records of a payload that a condition selects: metrics, spans or log records; data points in place of their metrics,
 * and events beside their spans, where the condition or a filter of the pipeline is about them.
 */
export function selectRecords(payload: TelemetryData, { signal, stages, where }: Selecting): Selection {
  const lower = lowerOf[signal];
  const asksLower =
    lower !== undefined &&
    (where?.context === lower.context ||
      stages.some(({ filter }) => filter?.lists.some(({ context }) => context === lower.context)));
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
  const take = (some: Iterable<Selected>) => {
    for (const one of some) records.push(one); // there may be more than a call takes arguments
  };
  for (const item of itemsOf(payload, signal)) {
    const below = asksLower ? lower.records(item) : [];
    const own = lower?.inPlace && below.length > 0 ? [] : [item];
    of += own.length + below.length;
    if (lower !== undefined && where?.context === lower.context)
      take(below.filter(({ record }) => meets(record)));
    else if (meets(item.record)) take([...own, ...below]);
  }
  return { records, of, failed, ...(failure === undefined ? {} : { failure }) };
}

/** The records below the items of a signal, which are explained in place of these or beside them. */
const lowerOf: Readonly<
  Partial<
    Record<
      SignalName,
      {
        readonly context: string;
        readonly inPlace: boolean;
        readonly records: (item: Selected) => readonly Selected[];
      }
    >
  >
> = {
  metrics: { context: "datapoint", inPlace: true, records: pointsOf },
  traces: { context: "spanevent", inPlace: false, records: eventsOf },
};

/** Lists as the walk over the payload has looked at them. */
type Loose = { readonly [property: string]: readonly Loose[] | undefined };

function* itemsOf(payload: TelemetryData, name: SignalName): Generator<Selected> {
  const signal = signals.find((one) => one.name === name);
  if (signal === undefined) return;
  const { resources, scopes, items, contexts } = signal;
  const paths = new Map<unknown, string>();
  for (const [i, resource] of (payload as Loose)[resources]?.entries() ?? []) {
    for (const [j, scope] of resource?.[scopes]?.entries() ?? []) {
      for (const [k, item] of scope?.[items]?.entries() ?? [])
        paths.set(item, `${resources}[${i}].${scopes}[${j}].${items}[${k}]`);
    }
  }
  const [, , context = "metric"] = contexts;
  for (const record of recordsOf(context, payload)) {
    const own: unknown = (record as Readonly<Record<string, unknown>>)[context]; // the record's own part has its name
    yield { record, path: paths.get(own) ?? "" };
  }
}

function pointsOf({ record, path }: Selected): readonly Selected[] {
  const { metric }: DataPointRecord = record;
  const kind = metricKinds[metricKindOf(record) - 1];
  return dataPointsOf(metric ?? {}).map((dataPoint, i) => ({
    record: { ...record, dataPoint },
    path: `${path}.${kind}.dataPoints[${i}]`,
  }));
}

function eventsOf({ record, path }: Selected): readonly Selected[] {
  const { span }: SpanEventRecord = record;
  return (span?.events ?? []).map((spanEvent, eventIndex) => ({
    record: { ...record, spanEvent, eventIndex },
    path: `${path}.events[${eventIndex}]`,
  }));
}
