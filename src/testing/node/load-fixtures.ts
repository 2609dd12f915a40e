import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import glob from "fast-glob";
import { decodeUtf8 } from "../../core/utf8.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { MetricsData } from "../../shapes/records.ts";
import { type ExpositionOptions, fromExposition } from "../from-exposition.ts";
import { isJsonText, parsePayloads } from "../parse-payloads.ts";

/** A payload that a file holds. */
export interface Fixture {
  /** The path of the file relative to the folder, with slashes. */
  readonly file: string;
  /** Which payload of the file it is, from 0. */
  readonly index: number;
  readonly kind: "otlp" | "scrape";
  readonly payload: MetricsData;
}

/** Where fixtures are, and how scrapes among them are read. */
export interface FixtureOptions extends Omit<ExpositionOptions, "file"> {
  /** The folder that the patterns are relative to; default: the current one. */
  readonly cwd?: string;
}

/**
 * Loads OTLP JSON (one payload a file, or one a line) and Prometheus scrapes, told apart by what they hold and not by
 * their names. Files come in the order of their names, each once.
 *
 * @throws {OttlError} of phase `configuration` for a pattern that matches nothing and for files that cannot be read,
 * of phase `syntax` for a file that is broken, with its place.
 */
export function loadFixtures(
  patterns: string | readonly string[],
  options: FixtureOptions = {},
): readonly Fixture[] {
  const { cwd = process.cwd(), ...exposition } = options;
  const files = new Set<string>();
  for (const pattern of typeof patterns === "string" ? [patterns] : patterns)
    for (const file of filesOf(pattern, cwd)) files.add(file);
  return [...files].sort().flatMap((file) => fixturesOf(file, cwd, exposition));
}

/** The files that a pattern matches; a path that exists is taken as it is, whatever characters it has. */
function filesOf(pattern: string, cwd: string): readonly string[] {
  const stats = statSync(resolve(cwd, pattern), { throwIfNoEntry: false });
  if (stats?.isDirectory())
    throw unusable(makeDiagnostic("fixture_is_directory", { path: pattern }, nowhere));
  if (stats !== undefined) return [pattern];
  const found = glob.sync(pattern, { cwd, onlyFiles: true });
  if (found.length > 0) return found;
  throw unusable(makeDiagnostic("fixture_not_matched", { pattern, folder: cwd }, nowhere));
}

function fixturesOf(file: string, cwd: string, options: ExpositionOptions): readonly Fixture[] {
  const text = readText(file, cwd);
  if (text.trim() === "")
    throw new OttlError("syntax", [makeDiagnostic("fixture_empty", undefined, nowhere)], text, { file });
  const isJson = isJsonText(text);
  const payloads = isJson ? parsePayloads(text, file) : [fromExposition(text, { ...options, file })];
  const kind = isJson ? "otlp" : "scrape";
  return payloads.map((payload, index) => ({ file, index, kind, payload }));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  EISDIR: "it is a directory",
};

function readText(file: string, cwd: string): string {
  try {
    return decodeUtf8(readFileSync(resolve(cwd, file)));
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException; // what Node's file functions throw
    const reason = reasons[code] ?? message;
    throw unusable(makeDiagnostic("fixture_unreadable", { path: file, reason }, nowhere));
  }
}

const nowhere = { start: 0, end: 0 };

function unusable(diagnostic: Diagnostic): OttlError {
  return new OttlError("configuration", [diagnostic], "");
}
