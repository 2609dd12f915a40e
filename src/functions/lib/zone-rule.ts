import { dateOfDays, daysOfDate, daysOfMonth } from "../../core/calendar.ts";
import type { ZonePeriod } from "../../core/zone.ts";

const secondsOfDay = 86_400;
const rulePattern =
  /^(<[^>]+>|[^\d,+-]+)([-+\d:]+)(?:(<[^>]+>|[^\d,+-]+)([-+\d:]+)?,([^,/]+)(?:\/([-+\d:]+))?,([^,/]+)(?:\/([-+\d:]+))?)?$/;

/**
 * The period at a moment by a rule as POSIX writes it, such as `CET-1CEST,M3.5.0,M10.5.0/3`: the names, the hours west of
 * UTC, and when summer time begins and ends. Throws on a text that is none.
 */
export function readZoneRule(rule: string): (second: number) => ZonePeriod {
  const match = rulePattern.exec(rule);
  if (match === null) throw new Error(`not a rule of a time zone: ${rule}`);
  const [, name = "", west = "", summerName, summerWest, begin = "", beginTime, end = "", endTime] = match;
  const standard = { abbreviation: plainName(name), offset: 0 - seconds(west) };
  if (summerName === undefined) return () => standard;
  const offset = summerWest === undefined ? standard.offset + 3600 : 0 - seconds(summerWest);
  const summer = { abbreviation: plainName(summerName), offset };
  const beginOf = momentOfYear(begin, seconds(beginTime ?? "2"), standard.offset);
  const endOf = momentOfYear(end, seconds(endTime ?? "2"), summer.offset);
  return (second) => {
    const { year } = dateOfDays(Math.floor(second / secondsOfDay));
    const inYear = second - daysOfDate(year, 1, 1) * secondsOfDay;
    const [from, to] = [beginOf(year), endOf(year)];
    if (to < from) return inYear < to || inYear >= from ? summer : standard;
    return inYear < from || inYear >= to ? standard : summer;
  };
}

function plainName(name: string): string {
  return name.replace(/[<>]/g, "");
}

function seconds(clock: string): number {
  const [hours = 0, minutes = 0] = clock.replace(/^[-+]/, "").split(":").map(Number);
  return (hours * 60 + minutes) * 60 * (clock.startsWith("-") ? -1 : 1);
}

/** The seconds from the begin of a year, by UTC, to the moment of a rule in it: month, week (5 is the last), weekday. */
function momentOfYear(rule: string, time: number, offset: number): (year: number) => number {
  const [month = 0, week = 0, weekday = 0] = rule.slice(1).split(".").map(Number);
  return (year) => {
    const first = daysOfDate(year, month, 1);
    const ahead = (((weekday - first - 4) % 7) + 7) % 7;
    let day = ahead + (week - 1) * 7;
    while (day >= daysOfMonth(year, month)) day -= 7;
    return (first + day - daysOfDate(year, 1, 1)) * secondsOfDay + time - offset;
  };
}
