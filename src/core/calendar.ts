/**
 * The calendar of the reference (Go's `time` package): the Gregorian one for all times, a moment as int64 seconds since
 * the begin of the year 1 and nanoseconds. Seconds that leave int64 come in again at the other end.
 */
import { Timestamp } from "./values.ts";
import type { Zone } from "./zone.ts";

const nanosOfSecond = 1_000_000_000n;
const secondsOfDay = 86_400;
/** Seconds from the begin of the year 1 to 1970. */
const yearOne = 62_135_596_800n;
/** Days from the begin of Go's calendar, far enough back that no time comes before it, to 1970. */
const daysOfPast = 106_751_991_073_400n;
/** Times nearer to 1970 than this many seconds need no care with int64. */
const near = 2 ** 52;

/** What a calendar and a clock on the wall show. */
export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 1 is the first of January. */
  readonly yearDay: number;
  /** Seconds ahead of UTC. */
  readonly offset: number;
  readonly abbreviation: string;
}

/** Reads a time off the clocks of its zone. */
export function wallClock(time: Timestamp): WallClock {
  const seconds = secondsOf(time);
  const { offset, abbreviation } = time.zone.at(Number(seconds));
  const { days, rest } = splitDays(seconds, offset);
  const date = dateOfDays(days);
  return {
    ...date,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    nanosecond: Number(time.nanos - seconds * nanosOfSecond),
    weekday: (((days + 4) % 7) + 7) % 7,
    offset,
    abbreviation,
  };
}

/** The whole seconds since 1970 of a time, rounded down. */
export function secondsOf({ nanos }: Timestamp): bigint {
  return floorDivide(nanos, nanosOfSecond);
}

/** Divides and rounds down. */
export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}

/** The time of int64 seconds since 1970 and nanoseconds of any size. */
export function timeOfSeconds(seconds: bigint, nanoseconds: bigint, zone: Zone): Timestamp {
  const whole = floorDivide(nanoseconds, nanosOfSecond);
  const sinceYearOne = BigInt.asIntN(64, seconds + whole + yearOne);
  return new Timestamp((sinceYearOne - yearOne) * nanosOfSecond + nanoseconds - whole * nanosOfSecond, zone);
}

/**
 * The time of a date and the clocks of a zone, shown by those of the same or another zone; a time that the zone skips or
 * has twice is read as Go reads it.
 */
export function timeOfDate(
  date: Pick<WallClock, "year" | "month" | "day" | "hour" | "minute" | "second" | "nanosecond">,
  zone: Zone,
  shown: Zone = zone,
): Timestamp {
  const clock = (date.hour * 60 + date.minute) * 60 + date.second;
  const wall = daysOfDate(date.year, date.month, date.day) * secondsOfDay + clock;
  const guess = zone.at(wall).offset;
  const seconds = guess === 0 ? wall : wall - zone.at(wall - guess).offset;
  return new Timestamp(BigInt(seconds) * nanosOfSecond + BigInt(date.nanosecond), shown);
}

/** The time later by nanoseconds, or earlier; it stops at the last and the first second that int64 has. */
export function addNanos({ nanos, zone }: Timestamp, more: bigint): Timestamp {
  const sum = nanos + more;
  const seconds = floorDivide(sum, nanosOfSecond);
  const sinceYearOne = seconds + yearOne;
  if (BigInt.asIntN(64, sinceYearOne) === sinceYearOne) return new Timestamp(sum, zone);
  const last = 2n ** 63n - 1n;
  const stopped = (sinceYearOne > 0n ? last : -last) - yearOne;
  return new Timestamp(sum + (stopped - seconds) * nanosOfSecond, zone);
}

/** Whether a year has a 29th of February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days a month has. */
export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from 1970 to a date. */
export function daysOfDate(year: number, month: number, day: number): number {
  const marchYear = month < 3 ? year - 1 : year; // years that end with February have their odd day last
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** The date that is a number of days after 1970. */
export function dateOfDays(days: number): Pick<WallClock, "year" | "month" | "day" | "yearDay"> {
  const sinceEra = days + 719_468;
  const era = Math.floor(sinceEra / 146_097);
  const dayOfEra = sinceEra - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const year = era * 400 + yearOfEra + (month < 10 ? 0 : 1);
  const yearDay = month < 10 ? dayOfYear + (isLeapYear(year) ? 61 : 60) : dayOfYear - 305;
  return {
    year,
    month: month < 10 ? month + 3 : month - 9,
    day: dayOfYear - Math.floor((153 * month + 2) / 5) + 1,
    yearDay,
  };
}

function splitDays(seconds: bigint, offset: number): { days: number; rest: number } {
  const wall = Number(seconds) + offset;
  if (Math.abs(wall) < near) {
    const days = Math.floor(wall / secondsOfDay);
    return { days, rest: wall - days * secondsOfDay };
  }
  const day = BigInt(secondsOfDay);
  const sinceBegin = BigInt.asUintN(64, seconds + BigInt(offset) + daysOfPast * day);
  return { days: Number(sinceBegin / day - daysOfPast), rest: Number(sinceBegin % day) };
}
