import { Failure } from "../core/failure.ts";
import type { OttlError } from "../diagnostics/ottl-error.ts";
import { metricDataOf } from "../shapes/otlp-json.ts";
import type {
  DataPointRecord,
  ExemplarRecord,
  LogRecord,
  MetricRecord,
  ProfileRecord,
  ResourceRecord,
  ScopeRecord,
  SpanEventRecord,
  SpanLinkRecord,
  SpanRecord,
} from "../shapes/records.ts";
import { evaluationError } from "./failure-diagnostic.ts";
import { findContext } from "./options.ts";

type Loose = { readonly [property: string]: unknown };

/**
 * Walks an OTLP JSON payload of metrics, traces, logs or profiles and gives the records of a context, in document order. The
 * payload's own objects are in the records.
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
  readonly exemplar: ExemplarRecord;
  readonly log: LogRecord;
  readonly span: SpanRecord;
  readonly spanevent: SpanEventRecord;
  readonly spanlink: SpanLinkRecord;
  readonly profile: ProfileRecord;
}

/** Where a signal has its resources, scopes and items, and the context of an item. */
interface Signal {
  readonly resources: string;
  readonly scopes: string;
  readonly items: string;
  readonly context: string;
}

const signals: readonly Signal[] = [
  { resources: "resourceMetrics", scopes: "scopeMetrics", items: "metrics", context: "metric" },
  { resources: "resourceSpans", scopes: "scopeSpans", items: "spans", context: "span" },
  { resources: "resourceLogs", scopes: "scopeLogs", items: "logRecords", context: "log" },
  { resources: "resourceProfiles", scopes: "scopeProfiles", items: "profiles", context: "profile" },
];

type Step = (above: Loose) => Iterable<object>;

/** The records of lower contexts, made of those of the context above. */
const below: Readonly<Record<string, { readonly of: string; readonly records: Step }>> = {
  datapoint: {
    of: "metric",
    records: (above) =>
      live(
        () => dataPointsOf(above.metric as Loose),
        (dataPoint) => ({ ...above, dataPoint }),
      ),
  },
  exemplar: {
    of: "datapoint",
    records: (above) =>
      live(
        () => list(above.dataPoint as Loose, "exemplars"),
        (exemplar) => ({ ...above, exemplar }),
      ),
  },
  spanevent: {
    of: "span",
    records: (above) =>
      live(
        () => list(above.span as Loose, "events"),
        (spanEvent, eventIndex) => ({ ...above, spanEvent, eventIndex }),
      ),
  },
  spanlink: {
    of: "span",
    records: (above) =>
      live(
        () => list(above.span as Loose, "links"),
        (spanLink) => ({ ...above, spanLink }),
      ),
  },
};

/** Walks a list that what runs over its records may put another in place of, as in the reference. */
function* live(
  items: () => readonly object[],
  record: (item: object, index: number) => object,
): Generator<object> {
  let current = items();
  for (let i = 0; i < current.length; i++) {
    yield record(current[i] as object, i); // within the list
    current = items();
  }
}

function* walk(context: string, payload: object): Generator<object> {
  findContext(context);
  if (typeof payload !== "object" || payload === null) throw shape("payload", "an object", payload);
  if (context === "otelcol") yield {};
  else for (const signal of signals) yield* walkSignal(context, payload as Loose, signal);
}

function* walkSignal(context: string, payload: Loose, signal: Signal): Generator<object> {
  const steps = stepsTo(context, signal);
  const more = signal.context === "profile" ? { dictionary: child(payload, "dictionary") } : {};
  for (const resourceContainer of list(payload, signal.resources)) {
    const resource = child(resourceContainer, "resource");
    if (context === "resource") {
      yield { resource, resourceContainer };
      continue;
    }
    if (context !== "scope" && steps === undefined) continue;
    for (const scopeContainer of list(resourceContainer, signal.scopes)) {
      const scope = child(scopeContainer, "scope");
      const shared = { resource, resourceContainer, scope, scopeContainer, ...more };
      if (steps === undefined) {
        yield shared;
        continue;
      }
      for (const item of list(scopeContainer, signal.items)) {
        yield* descend({ ...shared, [signal.context]: item }, steps);
      }
    }
  }
}

/** How the items of a signal lead to the records of a context; `undefined` where they do not. */
function stepsTo(context: string, signal: Signal): readonly Step[] | undefined {
  if (context === signal.context) return [];
  const step = below[context];
  const before = step && stepsTo(step.of, signal);
  return before && [...before, (step as NonNullable<typeof step>).records];
}

function* descend(record: Loose, steps: readonly Step[]): Generator<object> {
  const [step, ...others] = steps;
  if (step === undefined) yield record;
  else for (const next of step(record)) yield* descend(next as Loose, others);
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
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i];
    if (typeof item !== "object" || item === null || Array.isArray(item))
      throw shape(`${property}[${i}]`, "an object", item);
  }
  return value;
}

function shape(path: string, expected: string, found: unknown): OttlError {
  const params = { path, expected, found: found === null ? "null" : typeof found };
  return evaluationError(new Failure("record_shape", params), "");
}
