import { wallClock } from "./calendar.ts";
import { Failure } from "./failure.ts";
import type { Timestamp } from "./values.ts";

/**
 * A time as RFC 3339 with as many digits of the fraction as it has; throws `no_text` for years that four digits cannot
 * say and for zones a day or more away from UTC.
 */
export function timeText(time: Timestamp): string {
  const { year, offset } = wallClock(time);
  if (!(year >= 0 && year <= 9999)) throw new Failure("no_text", { value: `a time in the year ${year}` });
  if (Math.abs(offset) >= 86_400) throw new Failure("no_text", { value: "a time a day away from UTC" });
  return printedTime(time);
}

/** The same of any time: more digits of the year or a sign where it has them. */
export function printedTime(time: Timestamp): string {
  const { year, month, day, hour, minute, second, nanosecond, offset } = wallClock(time);
  const fraction = nanosecond === 0 ? "" : `.${digits(nanosecond, 9).replace(/0+$/, "")}`;
  const date = `${year < 0 ? "-" : ""}${digits(Math.abs(year), 4)}-${digits(month)}-${digits(day)}`;
  return `${date}T${digits(hour)}:${digits(minute)}:${digits(second)}${fraction}${zoneText(offset)}`;
}

function zoneText(offset: number): string {
  if (offset === 0) return "Z";
  const minutes = Math.trunc(Math.abs(offset) / 60);
  return `${offset <= -60 ? "-" : "+"}${digits(Math.trunc(minutes / 60))}:${digits(minutes % 60)}`;
}

function digits(value: number, count = 2): string {
  return String(value).padStart(count, "0");
}
