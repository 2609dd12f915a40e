import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { fromByteString } from "../../core/utf8.ts";
import { Timestamp } from "../../core/values.ts";
import { quoted } from "../../diagnostics/quoted.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { timeAt } from "../lib/example-values.ts";
import type { Location } from "../lib/location.ts";
import { formerTimes, readTimeFormat, type TimeDialect, timesToday } from "../lib/time-directives.ts";
import { findTranslation } from "../lib/time-locale.ts";
import { type Refusal, timeReader } from "../lib/time-reader.ts";
import { findLocation, localLocation } from "../lib/time-zones.ts";

export const time = defineFunction({
  kind: "converter",
  name: "Time",
  category: "time",
  summary: "The time that a text says in a format of strptime directives.",
  params: [
    param("time", t.string, "The text."),
    param(
      "format",
      t.stringLiteral,
      "The format, such as `%Y-%m-%dT%H:%M:%S%z`; digits and unknown directives are refused.",
    ),
    optional(
      "location",
      t.stringLiteral,
      "The IANA name of the time zone of texts that say none; else the machine's, or UTC where the format ends in Z.",
      "",
    ),
    optional(
      "locale",
      t.stringLiteral,
      "The BCP 47 tag of the language of the names of months, days and halves of the day.",
      undefined,
      "0.110.0",
    ),
  ],
  returns: t.time,
  since: "0.104.0",
  examples: [
    {
      source: 'Time("2023-11-14 22:13:20", "%F %T", location="UTC")',
      result: timeAt(1_700_000_000_000_000_000n),
    },
    {
      source: 'UnixSeconds(Time("14/Nov/2023:23:13:20 +0100", "%d/%b/%Y:%H:%M:%S %z"))',
      result: 1_700_000_000n,
    },
    { source: 'Hour(Time("14 novembre 2023", "%d %B %Y", locale="fr"))', result: 0n },
    { source: 'Time("yesterday", "%F")', error: "time_mismatch" },
    { source: 'Time("2023", "%Q")', error: "call_refused" },
    { source: 'Time("2023", "%Y", location="Nowhere")', error: "call_refused" },
    { source: 'Time("2023", "%Y", locale="xx")', error: "call_refused" },
  ],
  create: createFor(timesToday),
  formerly: formerTimes(createFor),
});

/* @__NO_SIDE_EFFECTS__ */
function createFor(dialect: TimeDialect) {
  return (_time: unknown, format = "", location = "", locale?: string) => {
    const parts = readTimeFormat(format, dialect);
    const read = timeReader(parts, requireLocation(location, format), requireTranslation(locale));
    return (text: string): Timestamp => {
      const found = text === "" ? undefined : read(text);
      if (found instanceof Timestamp) return found;
      throw new Failure("time_mismatch", { text, format, reason: reasonOf(found) });
    };
  };
}

function requireLocation(name: string, format: string): Location {
  const ofFormat = format.endsWith("Z") && !format.endsWith("%Z") ? findLocation("UTC") : localLocation();
  const location = name === "" ? ofFormat : findLocation(name);
  if (location === undefined) throw unfit("location", "the name of a time zone", name);
  return location;
}

function requireTranslation(locale: string | undefined) {
  if (locale === undefined) return undefined;
  const translate = findTranslation(locale);
  if (translate === undefined) throw unfit("locale", 'a known locale such as "pt-BR"', locale);
  return translate;
}

function unfit(argument: string, expected: string, found: string): Failure {
  return new Failure("argument_value", { argument, expected, found: quoted(found) });
}

function reasonOf(refusal: Refusal | undefined): string {
  switch (refusal?.kind) {
    case undefined:
      return "it is empty";
    case "misfit":
      return refusal.element === ""
        ? "no date is left, or something behind it"
        : `${quoted(fromByteString(refusal.element))} does not fit`;
    case "unsupported":
      return `the locale has no names for ${refusal.element}`;
    case "zone":
      return `there is no time zone ${quoted(refusal.name)}`;
    case "attempts":
      return "too many layouts were tried";
  }
}
