import { type WallClock, wallClock } from "../../core/calendar.ts";
import type { Timestamp } from "../../core/values.ts";
import { dayNames, type Layout, monthNames } from "./time-layout.ts";

/** Writes a time in a layout, as Go's `Time.Format` does. */
export function writeTime({ elements, suffix }: Layout, time: Timestamp): string {
  const clock = wallClock(time);
  let text = "";
  for (const element of elements) text += element.prefix + writeElement(element.text, clock);
  return text + suffix;
}

const writers: Readonly<Record<string, (clock: WallClock) => string>> = {
  "2006": ({ year }) => `${year < 0 ? "-" : ""}${digits(Math.abs(year), 4)}`,
  "06": ({ year }) => digits(Math.abs(year) % 100, 2),
  January: monthName,
  Jan: (clock) => monthName(clock).slice(0, 3),
  "1": ({ month }) => String(month),
  "01": ({ month }) => digits(month, 2),
  Monday: dayName,
  Mon: (clock) => dayName(clock).slice(0, 3),
  "2": ({ day }) => String(day),
  _2: ({ day }) => String(day).padStart(2),
  "02": ({ day }) => digits(day, 2),
  __2: ({ yearDay }) => String(yearDay).padStart(3),
  "15": ({ hour }) => digits(hour, 2),
  "3": (clock) => String(hourOfHalf(clock)),
  "03": (clock) => digits(hourOfHalf(clock), 2),
  "4": ({ minute }) => String(minute),
  "04": ({ minute }) => digits(minute, 2),
  "5": ({ second }) => String(second),
  "05": ({ second }) => digits(second, 2),
  PM: ({ hour }) => (hour < 12 ? "AM" : "PM"),
  pm: ({ hour }) => (hour < 12 ? "am" : "pm"),
  MST: ({ abbreviation, offset }) => (abbreviation === "" ? writeOffset("-0700", offset) : abbreviation),
};

function writeElement(element: string, clock: WallClock): string {
  const write = writers[element];
  if (write !== undefined) return write(clock);
  const first = element.charAt(0);
  return first === "." || first === "," ? fraction(element, clock) : writeOffset(element, clock.offset);
}

function monthName({ month }: WallClock): string {
  return monthNames[month - 1] ?? "";
}

function dayName({ weekday }: WallClock): string {
  return dayNames[weekday] ?? "";
}

function hourOfHalf({ hour }: WallClock): number {
  return hour % 12 === 0 ? 12 : hour % 12;
}

function fraction(element: string, { nanosecond }: WallClock): string {
  const all = digits(nanosecond, 9).slice(0, element.length - 1);
  const needed = all.replace(/0+$/, "");
  return needed === "" ? "" : element.charAt(0) + needed;
}

function writeOffset(element: string, offset: number): string {
  if (offset === 0 && element.startsWith("Z")) return "Z";
  const minutes = Math.floor(Math.abs(offset) / 60);
  const west = offset <= -60;
  const parts = [digits(Math.floor(minutes / 60), 2), digits(minutes % 60, 2), secondsText(offset, west)];
  const count = element.replace(/\D/g, "").length / 2;
  return `${west ? "-" : "+"}${parts.slice(0, count).join(element.includes(":") ? ":" : "")}`;
}

/** Go writes an offset of less than a minute to the west as if it were to the east, but for a sign at the seconds. */
function secondsText(offset: number, west: boolean): string {
  const seconds = west ? -offset % 60 : offset % 60;
  return `${seconds < 0 ? "-" : ""}${digits(Math.abs(seconds), 2)}`;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, "0");
}
