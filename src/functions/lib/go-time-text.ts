import { secondsOf, wallClock } from "../../core/calendar.ts";
import type { Timestamp } from "../../core/values.ts";
import { utc } from "../../core/zone.ts";

const nanosOfSecond = 1_000_000_000n;
/** Seconds from the begin of the year 1, where Go's times count from, to 1970. */
const yearOne = 62_135_596_800n;

/** What a Go time holds inside: nanoseconds of the second, and seconds since the year 1. */
export function timeFields(time: Timestamp): { readonly wall: bigint; readonly extension: bigint } {
  const seconds = secondsOf(time);
  return { wall: time.nanos - seconds * nanosOfSecond, extension: seconds + yearOne };
}

/** A time as Go's `Time.String` writes it: `2023-11-14 22:13:20.5 +0000 UTC`. */
export function timeString(time: Timestamp): string {
  const { year, month, day, hour, minute, second, nanosecond, offset, abbreviation } = wallClock(time);
  const date = `${year < 0 ? "-" : ""}${padded(Math.abs(year), 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  const fraction = nanosecond === 0 ? "" : `.${padded(nanosecond, 9).replace(/0+$/, "")}`;
  const clock = `${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}${fraction}`;
  const minutes = Math.trunc(Math.abs(offset) / 60);
  const zone = `${offset < 0 ? "-" : "+"}${padded(Math.trunc(minutes / 60), 2)}${padded(minutes % 60, 2)}`;
  return `${date} ${clock} ${zone} ${abbreviation || zone}`;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A time as the expression of Go that makes it. */
export function timeLiteral(time: Timestamp): string {
  const { year, month, day, hour, minute, second, nanosecond } = wallClock(time);
  const { name } = time.zone;
  const zone =
    time.zone === utc || name === "UTC"
      ? "time.UTC"
      : name === "Local"
        ? "time.Local"
        : `time.Location(${JSON.stringify(name)})`;
  const numbers = [day, hour, minute, second, nanosecond].join(", ");
  return `time.Date(${year}, time.${months[month - 1]}, ${numbers}, ${zone})`;
}

const units = [
  ["h", 3_600n * nanosOfSecond],
  ["m", 60n * nanosOfSecond],
] as const;

/** A length of time as Go's `Duration.String` writes it: `1h2m0.5s`, `1.5µs`, `0s`. */
export function durationText(nanos: bigint): string {
  const sign = nanos < 0n ? "-" : "";
  const size = nanos < 0n ? -nanos : nanos;
  if (size === 0n) return "0s";
  if (size < 1_000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${decimal(size, 3)}µs`;
  if (size < nanosOfSecond) return `${sign}${decimal(size, 6)}ms`;
  let text = sign;
  let rest = size;
  for (const [letter, length] of units) {
    if (text.length > sign.length || rest >= length) text += `${rest / length}${letter}`;
    rest %= length;
  }
  return `${text}${decimal(rest, 9)}s`;
}

/** A whole number of units with a number of decimals, without zeros at its end. */
function decimal(value: bigint, places: number): string {
  const digits = String(value).padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  return digits.slice(0, -places) + (fraction === "" ? "" : `.${fraction}`);
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
