/**
 * Reads times of texts by a format of strptime as the reference does: it makes a layout of Go's `time` package of the
 * format, and where a directive does not fit, tries that one's other layouts and spaces before its digits.
 */
import { secondsOf, timeOfDate, wallClock } from "../../core/calendar.ts";
import { mostTimeAttempts } from "../../core/limits.ts";
import { isAscii, toByteString } from "../../core/utf8.ts";
import { Timestamp } from "../../core/values.ts";
import { currentTime } from "./current-time.ts";
import type { Location } from "./location.ts";
import { type Misfit, readTime } from "./read-time.ts";
import { readingLayouts, type TimeFormat } from "./time-directives.ts";
import { type Layout, readLayout } from "./time-layout.ts";
import type { Translate, Unsupported } from "./time-locale.ts";
import { findLocation, localLocation } from "./time-zones.ts";

/** Why a text is no time. */
export type Refusal =
  | { readonly kind: "misfit"; readonly element: string; readonly rest: string }
  | { readonly kind: "unsupported"; readonly element: string }
  | { readonly kind: "zone"; readonly name: string }
  | { readonly kind: "attempts" };

/** Makes the reader of a format, which remembers the layout that fitted last and tries it first. */
export function timeReader(
  format: TimeFormat,
  location: Location,
  translate: Translate | undefined,
): (text: string) => Timestamp | Refusal {
  const prefixes = format.parts.map(({ prefix }) => toByteString(prefix));
  const suffix = toByteString(format.suffix);
  let last: Layout | undefined;

  return (given) => {
    const text = isAscii(given) ? given : toByteString(given);
    if (last !== undefined) {
      const time = readByLayout(last, text, location, translate);
      if (time instanceof Timestamp) return time;
    }
    let attempts = 0;
    return readFrom(0, "");

    function readFrom(index: number, before: string): Timestamp | Refusal {
      const part = format.parts[index];
      if (part === undefined) return attempt(before + suffix);
      const begin = before + (prefixes[index] ?? "");
      let trial: Trial = { outcome: { kind: "attempts" }, own: true };
      for (const pieces of readingLayouts(part.directive, format.dialect)) {
        trial = readSpaced(index, begin, pieces);
        if (!trial.own) break;
      }
      const { outcome, own } = trial;
      return own && "kind" in outcome && outcome.kind === "misfit"
        ? { ...outcome, element: part.directive }
        : outcome;
    }

    /** Tries the pieces of a layout with spaces before the one that fails, as long as that gets further. */
    function readSpaced(index: number, begin: string, tried: readonly string[]): Trial {
      let pieces = tried;
      let rest = Number.POSITIVE_INFINITY;
      for (;;) {
        const outcome = readFrom(index + 1, begin + pieces.join(""));
        if (outcome instanceof Timestamp || outcome.kind !== "misfit") return { outcome, own: false };
        const at = pieces.indexOf(outcome.element);
        if (at < 0) return { outcome, own: false };
        const spaces = /^[\t\n\f\r ]+/.exec(outcome.rest)?.[0];
        const further = outcome.rest.length < rest && /^[\dZ]/.test(pieces[at] ?? "");
        if (!format.dialect.isPatient || !further || spaces === undefined) return { outcome, own: true };
        rest = outcome.rest.length;
        pieces = pieces.toSpliced(at, 0, spaces);
      }
    }

    function attempt(source: string): Timestamp | Refusal {
      if (++attempts > mostTimeAttempts) return { kind: "attempts" };
      const layout = readLayout(source);
      const outcome = readByLayout(layout, text, location, translate);
      if (outcome instanceof Timestamp) last = layout;
      return outcome;
    }
  };
}

/** How a layout fared, and whether the directive for which it was tried is at fault. */
interface Trial {
  readonly outcome: Timestamp | Refusal;
  readonly own: boolean;
}

function readByLayout(
  layout: Layout,
  text: string,
  location: Location,
  translate: Translate | undefined,
): Timestamp | Refusal {
  const english = translate === undefined ? text : translate(layout.source, text);
  if (typeof english === "object") return refusal(english);
  const time = readTime(layout, english, location);
  if (!(time instanceof Timestamp)) return refusal(time);
  const placed = placeAbbreviation(layout, english, location, time);
  return placed instanceof Timestamp ? withYear(placed) : placed;
}

function refusal(found: Misfit | Unsupported): Refusal {
  return "unsupported" in found
    ? { kind: "unsupported", element: found.unsupported }
    : { kind: "misfit", ...found };
}

/** An abbreviation that the location does not know, such as `EST`, may be the name of a time zone. */
function placeAbbreviation(
  layout: Layout,
  text: string,
  location: Location,
  time: Timestamp,
): Timestamp | Refusal {
  const second = Number(secondsOf(time));
  const { offset, abbreviation } = time.zone.at(second);
  if (offset !== 0 || abbreviation === "UTC" || abbreviation === location.zone.at(second).abbreviation)
    return time;
  const other = findLocation(abbreviation);
  if (other === undefined) return { kind: "zone", name: abbreviation };
  const again = readTime(layout, text, other);
  return again instanceof Timestamp ? again : time;
}

/** The begin of the year 2. */
const yearTwo = -62_104_060_800_000_000_000n;
const week = 7;

/** A time without a year is of this one, or of the last where it would be more than a week ahead. */
function withYear(time: Timestamp): Timestamp {
  if (time.nanos >= yearTwo) return time;
  const clock = wallClock(time);
  if (clock.year > 0) return time;
  const now = wallClock(currentTime());
  const dated = timeOfDate({ ...clock, year: now.year }, time.zone);
  const latest = timeOfDate({ ...now, day: now.day + week }, localLocation().zone);
  if (dated.nanos <= latest.nanos) return dated;
  const shown = wallClock(dated);
  return timeOfDate({ ...shown, year: shown.year - 1 }, time.zone);
}
