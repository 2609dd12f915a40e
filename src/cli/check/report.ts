import type { Diagnostic, Severity, Span } from "../../diagnostics/diagnostic.ts";
import type { LineCounter } from "../../diagnostics/line-counter.ts";
import type { Replacement } from "../../documents/placed.ts";

/** A finding in a file, with its place as an editor counts: lines and columns from 1, columns in characters. */
export interface Finding {
  readonly file: string;
  /** The lines of the file. */
  readonly lines: LineCounter;
  readonly diagnostic: Diagnostic;
  /** What of the file is replaced to repair it, where that is known and asked for. */
  readonly repair?: FileRepair | undefined;
}

/** A repair as it must be written in a file. */
export interface FileRepair extends Replacement {
  readonly title: string;
}

/** What a check found. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly files: number;
  readonly texts: number;
  /** How many findings were repaired. */
  readonly fixes: number;
  /** The version that was checked against. */
  readonly version: string;
  /** Why files cannot be used. */
  readonly complaints: readonly string[];
}

/** Where a finding begins and ends. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The place of a finding. */
export function rangeOf({ lines, diagnostic: { span } }: Finding): Range {
  return rangeIn(lines, span);
}

/** The place of a range of a file. */
export function rangeIn(lines: LineCounter, span: Span): Range {
  const start = lines.placeOf(span.start);
  const end = lines.placeOf(Math.max(span.start, span.end));
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** How many findings there are of a severity. */
export function countOf({ findings }: Pick<Report, "findings">, severity: Severity): number {
  return findings.filter(({ diagnostic }) => diagnostic.severity === severity).length;
}
