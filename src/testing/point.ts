import { doubleToWire } from "../shapes/otlp-json/wire.ts";
import type { Double, Exemplar, KeyValue } from "../shapes/records.ts";
import { type Attributes, keyValues } from "./attributes.ts";
import { misuse } from "./misuse.ts";
import { requireCount, requireObject, requireThat } from "./require.ts";

/** A moment: a date, or nanoseconds since the Unix epoch. */
export type Time = Date | bigint;

/** What a data point of any kind may have. */
export interface PointOptions {
  readonly attributes?: Attributes;
  /** Default: the first of January 2026, so that fixtures are the same each time. */
  readonly time?: Time;
  /** Default: a minute before; none for a gauge. */
  readonly startTime?: Time;
  readonly flags?: number;
}

/** An exemplar: a measurement that a trace belongs to. */
export interface ExemplarOptions {
  /** A number is a double, a bigint an int. */
  readonly value: number | bigint;
  readonly traceId?: string;
  readonly spanId?: string;
  readonly attributes?: Attributes;
  readonly time?: Time;
}

/** The data points of a metric: the attributes of its only one, or several with all that they have. */
export type Points<P extends PointOptions> = Attributes | readonly P[];

/** What of a point may stand among a metric's options: it holds for every point that does not say otherwise. */
export type Shared<P extends PointOptions> = Omit<P, "attributes">;

/** When data points of fixtures are, unless they say so: always the same, the first of January 2026. */
export const fixtureTime = 1_767_225_600_000_000_000n;
const aMinute = 60_000_000_000n;

/** The points that are asked for, each with the options that all share. */
export function pointsOf<P extends PointOptions>(points: Points<P>, shared: Shared<P>): readonly P[] {
  requireObject("the options", shared);
  const given: readonly object[] = isList(points) ? points : [{ attributes: points }];
  if (given === points) for (const [i, point] of given.entries()) requireObject(`points[${i}]`, point);
  return given.map((point) => ({ ...shared, ...point }) as P); // what is shared and what is given make a P
}

function isList<P extends PointOptions>(points: Points<P>): points is readonly P[] {
  return Array.isArray(points);
}

/** What OTLP JSON has for the common part of a point; without `since` it has no start. */
export function pointBase(
  options: PointOptions,
  since: boolean,
): { attributes: KeyValue[]; startTimeUnixNano?: string; timeUnixNano: string; flags?: number } {
  const { attributes, time = fixtureTime, startTime, flags } = options;
  if (flags !== undefined) requireCount("flags", flags);
  const start = startTime ?? (since ? nanosOf(time) - aMinute : undefined);
  return {
    attributes: keyValues(attributes),
    ...(start === undefined ? {} : { startTimeUnixNano: String(nanosOf(start)) }),
    timeUnixNano: String(nanosOf(time)),
    ...(flags === undefined ? {} : { flags }),
  };
}

/** A number as OTLP JSON has it: a double, or an int where it is a bigint. */
export function numberOf(value: number | bigint): { asDouble: Double } | { asInt: string } {
  requireThat(
    "the value",
    "a number or a bigint",
    value,
    typeof value === "number" || typeof value === "bigint",
  );
  return typeof value === "bigint" ? { asInt: String(value) } : { asDouble: doubleToWire(value) };
}

/** Exemplars as OTLP JSON has them; nothing where there are none. */
export function exemplarsOf(exemplars: readonly ExemplarOptions[] | undefined): { exemplars?: Exemplar[] } {
  if (exemplars === undefined) return {};
  requireThat("exemplars", "an array", exemplars, Array.isArray(exemplars));
  for (const [i, exemplar] of exemplars.entries()) requireObject(`exemplars[${i}]`, exemplar);
  return {
    exemplars: exemplars.map(({ value, traceId, spanId, attributes, time = fixtureTime }) => ({
      ...(attributes === undefined ? {} : { filteredAttributes: keyValues(attributes) }),
      timeUnixNano: String(nanosOf(time)),
      ...numberOf(value),
      ...(spanId === undefined ? {} : { spanId }),
      ...(traceId === undefined ? {} : { traceId }),
    })),
  };
}

function nanosOf(time: Time): bigint {
  if (typeof time === "bigint") return time;
  requireThat("the time", "a date or a bigint", time, time instanceof Date);
  const millis = time.getTime();
  if (Number.isNaN(millis)) throw misuse("the time", "a valid date", String(time));
  return BigInt(millis) * 1_000_000n;
}
