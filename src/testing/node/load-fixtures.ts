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
import { requireObject, requireText } from "../require.ts";
import { fileReason } from "./file-reason.ts";

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
  requireObject("the options", options);
  const { cwd = process.cwd(), ...exposition } = options;
  requireText("cwd", cwd);
  const files = new Set<string>();
  for (const pattern of Array.isArray(patterns) ? patterns : [patterns]) {
    requireText("a pattern", pattern);
    for (const file of filesOf(pattern, cwd)) files.add(file);
  }
  return [...files].sort().flatMap((file) => fixturesOf(file, cwd, exposition));
}

/** The files that a pattern matches; a path that exists is taken as it is, whatever characters it has. */
export function filesOf(pattern: string, cwd: string): readonly string[] {
  try {
    const stats = statSync(resolve(cwd, pattern), { throwIfNoEntry: false });
    if (stats?.isDirectory())
      throw unusable(makeDiagnostic("fixture_is_directory", { path: pattern }, nowhere));
    if (stats !== undefined) return [pattern];
    const found = glob.sync(pattern, { cwd, onlyFiles: true });
    if (found.length > 0) return found;
    throw unusable(makeDiagnostic("fixture_not_matched", { pattern, folder: cwd }, nowhere));
  } catch (error) {
    throw unreadable(pattern, error);
  }
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

/** The text of a file; throws an `OttlError` that says why it cannot be read. */
export function readText(file: string, cwd: string): string {
  try {
    return decodeUtf8(readFileSync(resolve(cwd, file)));
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(path: string, error: unknown): OttlError {
  if (error instanceof OttlError) return error;
  return unusable(makeDiagnostic("fixture_unreadable", { path, reason: fileReason(error) }, nowhere));
}

const nowhere = { start: 0, end: 0 };

function unusable(diagnostic: Diagnostic): OttlError {
  return new OttlError("configuration", [diagnostic], "");
}
