import { Failure } from "../../core/failure.ts";
import { mostTimeDirectives } from "../../core/limits.ts";
import { quoted } from "../../diagnostics/quoted.ts";
import type { Former, FunctionDefinition } from "../define-function.ts";

/** How a version reads formats of strptime, and times by them. */
export interface TimeDialect {
  /** Whether numbers may be short and have spaces before them, and digits in formats are refused. */
  readonly isPatient: boolean;
  /** The element of a layout that stands for nanoseconds. */
  readonly nanoseconds: string;
}

/** How it is done today. */
export const timesToday: TimeDialect = { isPatient: true, nanoseconds: "999999999" };

/** What a function that is made for a dialect was in old versions. */
/* @__NO_SIDE_EFFECTS__ */
export function formerTimes(
  create: (dialect: TimeDialect) => FunctionDefinition["create"],
): readonly Former[] {
  return [
    { without: "patient_times", create: create({ ...timesToday, isPatient: false }) },
    { without: "nine_digits_of_seconds", create: create({ isPatient: false, nanoseconds: "99999999" }) },
  ];
}

/** What a format of strptime is made of: texts and directives, such as `%Y`. */
export interface TimeFormat {
  /** Each directive with the text before it. */
  readonly parts: readonly { readonly prefix: string; readonly directive: string }[];
  /** The text behind the last directive. */
  readonly suffix: string;
  readonly dialect: TimeDialect;
}

/** The elements of a layout of Go's `time` package that write each directive; some are the reference's own. */
const written: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["%Y", "2006"],
  ["%y", "06"],
  ["%m", "01"],
  ["%o", "_1"],
  ["%q", "1"],
  ["%b", "Jan"],
  ["%h", "Jan"],
  ["%B", "January"],
  ["%d", "02"],
  ["%e", "_2"],
  ["%g", "2"],
  ["%a", "Mon"],
  ["%A", "Monday"],
  ["%H", "15"],
  ["%l", "3"],
  ["%I", "03"],
  ["%p", "PM"],
  ["%P", "pm"],
  ["%M", "04"],
  ["%S", "05"],
  ["%L", "999"],
  ["%f", "999999"],
  ["%s", timesToday.nanoseconds],
  ["%Z", "MST"],
  ["%z", "Z0700"],
  ["%w", "-070000"],
  ["%i", "-07"],
  ["%j", "-07:00"],
  ["%k", "-07:00:00"],
  ["%D", "01/02/2006"],
  ["%x", "01/02/2006"],
  ["%F", "2006-01-02"],
  ["%T", "15:04:05"],
  ["%X", "15:04:05"],
  ["%r", "03:04:05 pm"],
  ["%R", "15:04"],
  ["%n", "\n"],
  ["%t", "\t"],
  ["%%", "%"],
  ["%c", "Mon Jan 02 15:04:05 2006"],
]);

const clock = ["15", ":", "4", ":", "5"];
const date = ["1", "/", "2", "/", "2006"];
const shortDate = ["1", "/", "2", "/", "06"];

/** Where a directive is read with more patience than it is written: the layouts to try one after the other, in pieces. */
const read: ReadonlyMap<string, readonly (readonly string[])[]> = /* @__PURE__ */ new Map([
  ["%m", [["1"]]],
  ["%o", [["1"]]],
  ["%q", [["1"]]],
  ["%d", [["2"]]],
  ["%e", [["2"]]],
  ["%g", [["2"]]],
  ["%I", [["3"]]],
  ["%M", [["4"]]],
  ["%S", [["5"]]],
  ["%z", [["Z0700"], ["Z07:00"], ["Z07"]]],
  ["%D", [date, shortDate]],
  ["%x", [date, shortDate]],
  ["%F", [["2006", "-", "1", "-", "2"]]],
  ["%T", [clock]],
  ["%X", [clock]],
  ["%r", [["3", ":", "4", ":", "5", " ", "pm"]]],
  ["%R", [["15", ":", "4"]]],
  ["%c", [["Mon", " ", "Jan", " ", "2", " ", ...clock, " ", "2006"]]],
]);

/** Cuts a format into its directives; throws `argument_value` where the reference refuses it. */
export function readTimeFormat(format: string, dialect: TimeDialect): TimeFormat {
  if (format === "") throw unfit("a text with directives", quoted(format));
  if (dialect.isPatient) refuseElements(format);
  const parts: { prefix: string; directive: string }[] = [];
  let end = 0;
  for (const { index, 0: directive } of format.matchAll(/%[^\n]/gu)) {
    if (!written.has(directive)) throw unfit("a text of known directives", directive);
    parts.push({ prefix: format.slice(end, index), directive });
    end = index + directive.length;
  }
  const most = mostTimeDirectives;
  if (parts.length > most) throw unfit(`a text of at most ${most} directives`, String(parts.length));
  return { parts, suffix: format.slice(end), dialect };
}

/** Refuses what would be taken for an element of a layout, or for none. */
function refuseElements(format: string): void {
  const digit = /\d/.exec(format)?.[0];
  if (digit !== undefined) throw unfit("a text without digits", digit);
  const fraction = /[^.,](%[Lfs])/u.exec(format)?.[1];
  if (fraction !== undefined) throw unfit('a text with "." or "," before fractions of seconds', fraction);
}

function unfit(expected: string, found: string): Failure {
  return new Failure("argument_value", { argument: "format", expected, found });
}

/** The layout by which a format writes times. */
export function writingLayout({ parts, suffix, dialect }: TimeFormat): string {
  return parts.map(({ prefix, directive }) => prefix + elementsOf(directive, dialect)).join("") + suffix;
}

/** The layouts by which a directive is read. */
export function readingLayouts(directive: string, dialect: TimeDialect): readonly (readonly string[])[] {
  return (dialect.isPatient ? read.get(directive) : undefined) ?? [[elementsOf(directive, dialect)]];
}

function elementsOf(directive: string, { nanoseconds }: TimeDialect): string {
  return directive === "%s" ? nanoseconds : (written.get(directive) ?? "");
}
