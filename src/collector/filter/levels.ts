import { Failure } from "../../core/failure.ts";
import type { Client } from "../../shapes/records.ts";
import { dataProperty, pointsOf } from "../metric-points.ts";
import { listOf, none, type Piece } from "../piece.ts";
import type { SignalContext, SignalName } from "../signals.ts";
import type { Dropped, FilterList } from "./types.ts";

/** A level of records: an item is a metric, a span or a log record, a part a data point or an event of one. */
export type Level = "resource" | "scope" | "item" | "part";

/** The levels, from the top down, in the order of the contexts of a signal. */
export const levels: readonly Level[] = ["resource", "scope", "item", "part"];

/** The lists that one walk asks, at most one a level. */
export type Pass = Readonly<Partial<Record<Level, FilterList>>>;

/** What conditions are asked about: a record of the lowest level, of which those above are parts. */
export interface WalkRecord {
  resource: Piece;
  resourceContainer: Piece;
  scope: Piece;
  scopeContainer: Piece;
  metric?: Piece;
  dataPoint?: Piece;
  span?: Piece;
  spanEvent?: Piece;
  log?: Piece;
  client?: Client;
}

/** What an item is made of that conditions drop one by one. */
interface Parts {
  /** The property of a record that holds one. */
  readonly record: "dataPoint" | "spanEvent";
  readonly counted: "dataPoints" | "spanEvents";
  /** Whether the item goes with the last of them. */
  readonly goTogether: boolean;
  readonly put: (record: WalkRecord, part: Piece) => void;
  /** Those of an item, absent where it can have none; throws a `Failure` where they are no list. */
  readonly of: (item: Piece) => readonly Piece[] | undefined;
  /** The item with others, where it has some. */
  readonly replace: (item: Piece, parts: readonly Piece[]) => Piece;
  /** Where they are in an item, such as `gauge.dataPoints`. */
  readonly path: (item: Piece) => string;
}

/** The items of a signal. */
export interface Items {
  /** A record whose item is there, so that all of a walk have one shape. */
  readonly empty: () => WalkRecord;
  readonly put: (record: WalkRecord, item: Piece) => void;
  readonly parts?: Parts;
}

const above = () => ({ resource: none, resourceContainer: none, scope: none, scopeContainer: none });

/** The items of each signal; they are put into records by name, which is faster than by a key. */
export const itemsOf: Readonly<Record<SignalName, Items>> = {
  metrics: {
    empty: () => ({ ...above(), metric: none, dataPoint: none }),
    put(record, item) {
      record.metric = item;
    },
    parts: {
      record: "dataPoint",
      counted: "dataPoints",
      goTogether: true,
      put(record, part) {
        record.dataPoint = part;
      },
      of(metric) {
        const kind = dataProperty(metric);
        return kind === undefined ? undefined : pointsOf(metric, kind);
      },
      replace(metric, dataPoints) {
        const kind = dataProperty(metric) ?? "gauge"; // of which it has points, or gets them
        return { ...metric, [kind]: { ...(metric[kind] as Piece), dataPoints } };
      },
      path: (metric) => `${dataProperty(metric)}.dataPoints`,
    },
  },
  traces: {
    empty: () => ({ ...above(), span: none, spanEvent: none }),
    put(record, item) {
      record.span = item;
    },
    parts: {
      record: "spanEvent",
      counted: "spanEvents",
      goTogether: false,
      put(record, part) {
        record.spanEvent = part;
      },
      of: (span) => listOf(span, "events"),
      replace: (span, events) => ({ ...span, events }),
      path: () => "events",
    },
  },
  logs: {
    empty: () => ({ ...above(), log: none }),
    put(record, item) {
      record.log = item;
    },
  },
};

/** The level of a context. */
export function levelOf(context: SignalContext): Level {
  switch (context) {
    case "resource":
    case "scope":
      return context;
    case "datapoint":
    case "spanevent":
      return "part";
    default:
      return "item";
  }
}

/** A count of what goes, with nothing in it. */
export function nothingDropped(): { -readonly [K in keyof Dropped]: number } {
  return { resources: 0, scopes: 0, metrics: 0, dataPoints: 0, spans: 0, spanEvents: 0, logRecords: 0 };
}

/** The parts of an item, absent where it can have none or is not what OTLP JSON has. */
export function readableParts({ of }: Parts, item: unknown): readonly Piece[] | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  try {
    return of(item as Piece);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
