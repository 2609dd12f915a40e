/**
 * Reads a time of a text by a layout, as Go's `time.ParseInLocation` does. Texts are byte strings (one character a byte),
 * so that lengths are Go's.
 */
import { daysOfMonth, isLeapYear, secondsOf, timeOfDate } from "../../core/calendar.ts";
import type { Timestamp } from "../../core/values.ts";
import { fixedZone, utc } from "../../core/zone.ts";
import type { Location } from "./location.ts";
import { dayNames, type Layout, monthNames } from "./time-layout.ts";

/** Why a text cannot be read. */
export interface Misfit {
  /** The element of the layout, or the text before one; empty where the date as a whole is wrong. */
  readonly element: string;
  /** What was left of the text. */
  readonly rest: string;
}

/** What has been read so far. */
interface Reading {
  readonly text: string;
  at: number;
  year: number;
  month: number;
  day: number;
  yearDay: number;
  hour: number;
  minute: number;
  second: number;
  nanosecond: number;
  forenoon: boolean;
  afternoon: boolean;
  universal: boolean;
  offset: number | undefined;
  abbreviation: string;
}

/** What is wrong with an element: it is not there, or its number is too great. */
type Fault = "absent" | "range";

const months = /* @__PURE__ */ monthNames.map((name) => name.toLowerCase());
const shortMonths = /* @__PURE__ */ months.map((name) => name.slice(0, 3));
const days = /* @__PURE__ */ dayNames.map((name) => name.toLowerCase());
const shortDays = /* @__PURE__ */ days.map((name) => name.slice(0, 3));
const longestName = 9;

/** Reads a time, or says where the text does not fit. */
export function readTime(layout: Layout, text: string, location: Location): Timestamp | Misfit {
  const reading: Reading = {
    text,
    at: 0,
    year: 0,
    month: -1,
    day: -1,
    yearDay: -1,
    hour: 0,
    minute: 0,
    second: 0,
    nanosecond: 0,
    forenoon: false,
    afternoon: false,
    universal: false,
    offset: undefined,
    abbreviation: "",
  };
  for (let i = 0; i < layout.elements.length; i++) {
    const { prefix, text: element } = layout.elements[i] as (typeof layout.elements)[number];
    if (!skipText(reading, prefix)) return misfit(prefix, reading);
    const begin = reading.at;
    const fault = readElement(element, reading, layout.elements[i + 1]?.text);
    if (fault === "absent") return { element, rest: text.slice(begin) };
    if (fault === "range") return misfit(element, reading);
  }
  if (!skipText(reading, layout.suffix)) return misfit(layout.suffix, reading);
  if (reading.at < text.length) return misfit("", reading);
  return timeOf(reading, location) ?? misfit("", reading);
}

function misfit(element: string, { text, at }: Reading): Misfit {
  return { element, rest: text.slice(at) };
}

/** Goes past a text; spaces of the layout stand for any number of them, but for none only at the end. */
function skipText(reading: Reading, prefix: string): boolean {
  const { text } = reading;
  for (let i = 0; i < prefix.length; ) {
    const expected = prefix.charAt(i);
    if (expected === " ") {
      if (reading.at < text.length && text[reading.at] !== " ") return false;
      while (prefix[i] === " ") i++;
      while (text[reading.at] === " ") reading.at++;
      continue;
    }
    if (text[reading.at] !== expected) return false;
    i++;
    reading.at++;
  }
  return true;
}

function readElement(element: string, reading: Reading, next: string | undefined): Fault | undefined {
  switch (element) {
    case "2006":
      return readYear(reading);
    case "06":
      return readShortYear(reading);
    case "Jan":
      return readMonth(reading, shortMonths);
    case "January":
      return readMonth(reading, months);
    case "Mon":
      return readName(reading, shortDays) < 0 ? "absent" : undefined;
    case "Monday":
      return readName(reading, days) < 0 ? "absent" : undefined;
    case "PM":
    case "pm":
      return readHalf(reading, element);
    case "MST":
      return readAbbreviation(reading);
    case "__2":
      return readYearDay(reading);
    default:
      break;
  }
  const first = element.charAt(0);
  if (first === "." || first === ",") return readFraction(reading);
  if (first === "Z" || first === "-") return readOffset(reading, element);
  return readNumber(reading, element, next);
}

function readYear(reading: Reading): Fault | undefined {
  const year = numberAt(reading, 0, 4);
  if (year === undefined) return "absent";
  reading.year = year;
  reading.at += 4;
  return undefined;
}

/** A sign and a digit are a number to Go, too. */
function readShortYear(reading: Reading): Fault | undefined {
  const digits = reading.text.slice(reading.at, reading.at + 2);
  if (!/^[-+\d]\d$/.test(digits)) return "absent";
  const year = Number(digits);
  reading.year = year + (year >= 69 ? 1900 : 2000);
  reading.at += 2;
  return undefined;
}

function readMonth(reading: Reading, names: readonly string[]): Fault | undefined {
  const index = readName(reading, names);
  if (index < 0) return "absent";
  reading.month = index + 1;
  return undefined;
}

/** The index of the name that comes next, in small or great letters, or -1. */
function readName(reading: Reading, names: readonly string[]): number {
  const found = reading.text.slice(reading.at, reading.at + longestName).toLowerCase();
  const index = names.findIndex((name) => found.startsWith(name));
  reading.at += names[index]?.length ?? 0;
  return index;
}

function readHalf(reading: Reading, element: "PM" | "pm"): Fault | undefined {
  const found = reading.text.slice(reading.at, reading.at + 2);
  const half = found.toLowerCase();
  if (half !== "am" && half !== "pm") return "absent";
  if (found !== (element === "PM" ? half.toUpperCase() : half)) return "absent";
  if (half === "am") reading.forenoon = true;
  else reading.afternoon = true;
  reading.at += 2;
  return undefined;
}

function readYearDay(reading: Reading): Fault | undefined {
  for (let i = 0; i < 2; i++) if (reading.text[reading.at] === " ") reading.at++;
  const digits = /^\d{1,3}/.exec(reading.text.slice(reading.at, reading.at + 3))?.[0];
  if (digits === undefined) return "absent";
  reading.yearDay = Number(digits);
  reading.at += digits.length;
  return undefined;
}

function readNumber(reading: Reading, element: string, next: string | undefined): Fault | undefined {
  if (element === "_2" && reading.text[reading.at] === " ") reading.at++;
  const value = readDigits(reading, element.length === 2 && element.startsWith("0"));
  if (value === undefined) return "absent";
  switch (element) {
    case "1":
    case "01":
      reading.month = value;
      return value < 1 || value > 12 ? "range" : undefined;
    case "15":
      reading.hour = value;
      return value > 23 ? "range" : undefined;
    case "3":
    case "03":
      reading.hour = value;
      return value > 12 ? "range" : undefined;
    case "4":
    case "04":
      reading.minute = value;
      return value > 59 ? "range" : undefined;
    case "5":
    case "05":
      reading.second = value;
      if (value > 59) return "range";
      // Behind seconds a text may have a fraction of which the layout says nothing.
      return next !== undefined && /^[.,]/.test(next) ? undefined : readFraction(reading);
    default:
      reading.day = value;
      return undefined;
  }
}

/** One or two digits. */
function readDigits(reading: Reading, two: boolean): number | undefined {
  const [first, second] = [digitAt(reading, 0), digitAt(reading, 1)];
  if (first === undefined || (second === undefined && two)) return undefined;
  reading.at += second === undefined ? 1 : 2;
  return second === undefined ? first : first * 10 + second;
}

function digitAt({ text, at }: Reading, distance: number): number | undefined {
  const digit = text.charCodeAt(at + distance) - 48;
  return digit >= 0 && digit <= 9 ? digit : undefined;
}

/** A point or a comma and any number of digits, of which nine count; it may be left out. */
function readFraction(reading: Reading): undefined {
  const mark = reading.text[reading.at];
  if ((mark !== "." && mark !== ",") || digitAt(reading, 1) === undefined) return;
  let length = 1;
  while (digitAt(reading, length) !== undefined) length++;
  const digits = reading.text.slice(reading.at + 1, reading.at + Math.min(length, 10));
  reading.nanosecond = Number(digits.padEnd(9, "0"));
  reading.at += length;
}

function readOffset(reading: Reading, element: string): Fault | undefined {
  if (element.startsWith("Z") && reading.text[reading.at] === "Z") {
    reading.universal = true;
    reading.at++;
    return undefined;
  }
  const colon = element.includes(":") ? 1 : 0;
  const hours = numberAt(reading, 1, 2);
  const minutes = element.length < 5 ? 0 : numberAt(reading, 3 + colon, 2);
  const seconds = element.length < 7 ? 0 : numberAt(reading, 5 + 2 * colon, 2);
  const colons = colon === 0 || (isColon(reading, 3) && (element.length < 9 || isColon(reading, 6)));
  if (hours === undefined || minutes === undefined || seconds === undefined || !colons) return "absent";
  const sign = reading.text[reading.at];
  const begin = reading.at;
  reading.at += element.length;
  if (hours > 24 || minutes > 60 || seconds > 60) return "range";
  if (sign !== "+" && sign !== "-") {
    reading.at = begin;
    return "absent";
  }
  const size = (hours * 60 + minutes) * 60 + seconds;
  reading.offset = sign === "-" ? 0 - size : size;
  return undefined;
}

function isColon({ text, at }: Reading, distance: number): boolean {
  return text[at + distance] === ":";
}

/** The number of exactly so many digits that are so far ahead. */
function numberAt(reading: Reading, distance: number, count: number): number | undefined {
  let value = 0;
  for (let i = 0; i < count; i++) {
    const digit = digitAt(reading, distance + i);
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** What looks like the name of a time: `CET`, `CEST`, `GMT+3`, `+03`. */
const abbreviationPattern =
  /(?:ChST|MeST|GMT(?:[-+]\d+)?|[-+]\d+|[A-Z]{4}T(?![A-Z])|[A-Z]{3}T(?![A-Z])|WITA(?![A-Z])|[A-Z]{3}(?![A-Z]))/y;

function readAbbreviation(reading: Reading): Fault | undefined {
  if (reading.text.startsWith("UTC", reading.at)) {
    reading.universal = true;
    reading.at += 3;
    return undefined;
  }
  abbreviationPattern.lastIndex = reading.at;
  let name = abbreviationPattern.exec(reading.text)?.[0];
  const hours = name === undefined ? undefined : /[-+](\d+)$/.exec(name)?.[1];
  if (hours !== undefined && Number(hours) > 23) name = name?.startsWith("GMT") ? "GMT" : undefined;
  if (name === undefined) return "absent";
  reading.abbreviation = name;
  reading.at += name.length;
  return undefined;
}

function timeOf(reading: Reading, location: Location): Timestamp | undefined {
  const { year, universal, offset, abbreviation } = reading;
  const date = dateOf(reading);
  if (date === undefined || date.day < 1 || date.day > daysOfMonth(year, date.month)) return undefined;
  const { minute, second, nanosecond } = reading;
  const clock = { year, ...date, hour: hourOfDay(reading), minute, second, nanosecond };
  if (universal) return timeOfDate(clock, utc);
  // Go keeps an offset of a second to the west for "none".
  if (offset !== undefined && offset !== -1) return timeAtOffset(clock, offset, abbreviation, location);
  return abbreviation === ""
    ? timeOfDate(clock, location.zone)
    : timeOfAbbreviation(clock, abbreviation, location);
}

/** A text may say both halves of the day: then the second half counts, but for the hour 12. */
function hourOfDay({ hour, forenoon, afternoon }: Reading): number {
  if (afternoon && hour < 12) return hour + 12;
  return forenoon && hour === 12 ? 0 : hour;
}

type Clock = Parameters<typeof timeOfDate>[0];

function timeAtOffset(clock: Clock, offset: number, name: string, { zone }: Location): Timestamp {
  const time = timeOfDate(clock, fixedZone(name, offset));
  const period = zone.at(Number(secondsOf(time)));
  const same = period.offset === offset && (name === "" || name === period.abbreviation);
  return same ? timeOfDate(clock, fixedZone(name, offset), zone) : time;
}

function timeOfAbbreviation(clock: Clock, name: string, location: Location): Timestamp {
  const wall = Number(secondsOf(timeOfDate(clock, utc)));
  const offset = location.offsetOf(name, wall);
  if (offset !== undefined) return timeOfDate(clock, fixedZone(name, offset), location.zone);
  const ahead = name.length > 3 && name.startsWith("GMT") ? Number(name.slice(3)) * 3600 : 0;
  return timeOfDate(clock, utc, fixedZone(name, ahead));
}

/** Month and day, perhaps of the day of the year; `undefined` where they contradict each other. */
function dateOf({ year, month, day, yearDay }: Reading): { month: number; day: number } | undefined {
  if (yearDay < 0) return { month: month < 0 ? 1 : month, day: day < 0 ? 1 : day };
  if (yearDay < 1 || yearDay > (isLeapYear(year) ? 366 : 365)) return undefined;
  let rest = yearDay;
  let found = 1;
  while (rest > daysOfMonth(year, found)) rest -= daysOfMonth(year, found++);
  if ((month >= 0 && month !== found) || (day >= 0 && day !== rest)) return undefined;
  return { month: found, day: rest };
}
