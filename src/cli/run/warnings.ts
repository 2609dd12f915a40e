import type { ConfigPlace } from "../../collector/processor.ts";
import { placeIn } from "../../diagnostics/source-file.ts";
import { counted } from "../paper.ts";
import type { RunReport } from "./run-report.ts";
import { someNames } from "./some-names.ts";

/** So many of the metrics that a pattern lets through are named. */
const mostNames = 20;

/** A warning of a run and where its cause is written, if that is known. */
export interface Warning {
  readonly place?: string;
  readonly text: string;
}

/** Everything that a run warns of. */
export function warningsOf(report: RunReport): readonly Warning[] {
  const { source } = report;
  const loose = report.verdicts.flatMap(({ looseMatches }) => looseMatches);
  return [
    ...loose.map(({ text, anchored, place, metrics }) => ({
      place: placeText(place),
      text: `${text} is unanchored and lets ${someNames([...metrics], mostNames)} through: the pattern is found inside the name. ${anchored} matches from the start only.`,
    })),
    ...report.warnings.map(({ code, message, span, hint }) => {
      const { file, line, column } = placeIn(source.text, source.file, span.start);
      const place = placeText({ path: "", line, column, ...(file === undefined ? {} : { file }) });
      return { place, text: `[${code}] ${message}${hint === undefined ? "" : `: ${hint}`}` };
    }),
    ...report.oddities.map((text) => ({ text })),
  ];
}

/** The warnings for standard error, one a line, with the errors that a summary tells of. */
export function oneLineWarnings(report: RunReport): readonly string[] {
  const failed = [...report.errors.values()].map(({ count, problem: { error, place } }) => ({
    place: placeText(place),
    text: `${counted(count, "evaluation error")}: ${error.message}${count > 1 ? ", or alike" : ""}`,
  }));
  const unsent = [...report.exportErrors].map(([message, count]) => ({
    text: `not exported: ${message}${count > 1 ? `, ${count.toLocaleString("en")} times` : ""}`,
  }));
  return [...failed, ...unsent, ...warningsOf(report)].map(
    ({ place, text }: Warning) => `warning: ${place === undefined ? "" : `${place} `}${text}`,
  );
}

/** `file:line:column`, or the setting's path where it comes from no text. */
export function placeText({ path, file, line, column }: ConfigPlace): string {
  if (line === undefined) return path;
  return `${file === undefined ? "" : `${file}:`}${line}:${column}`;
}
