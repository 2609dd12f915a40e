import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { findJsonError } from "./json-error.ts";

/**
 * Parses OTLP JSON. 64-bit integers written as bare numbers become decimal strings where `JSON.parse` would round
 * them; lone surrogate escapes become U+FFFD, as in the reference. Throws an `OttlError` (`payload_not_json`) that
 * points at the place.
 */
export function parseOtlp(text: string): unknown {
  try {
    return JSON.parse(quoteIntegers(replaceLoneSurrogates(text)));
  } catch {
    throw notJson(text);
  }
}

/**
 * The integers are found in the text: a reviver that asks for the source of each number takes 25 times as long and
 * is not there in every runtime. A key's opening quote never follows a backslash, so nothing inside a string matches.
 */
const integers =
  /(?<!\\)("(?:(?:start|end|observed)?[tT]imeUnixNano|durationNano|period|asInt|intValue|count|zeroCount)"\s*:\s*)(-?[1-9][0-9]{15,})(?![0-9.eE])/g;
const counts = /(?<!\\)("bucketCounts"\s*:\s*\[)([^\][{}]*)(?=\])/g;
const longInteger = /(?<![0-9.eE+\-"])-?[1-9][0-9]{15,}(?![0-9.eE"])/g;

function quoteIntegers(text: string): string {
  return text
    .replace(integers, '$1"$2"')
    .replace(counts, (_, start: string, items: string) => start + items.replace(longInteger, '"$&"'));
}

/** Escapes that stand for half a character; raw lone surrogates in the text stay, since they stand for bytes. */
function replaceLoneSurrogates(text: string): string {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return text;
  return text.replace(
    /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\[^u]/g,
    (found) => (found.length === 6 ? "\\ufffd" : found),
  );
}

function notJson(text: string): OttlError {
  const { offset, reason } = findJsonError(text) ?? {
    offset: text.length,
    reason: "it is nested too deeply",
  };
  const span = { start: offset, end: Math.min(offset + 1, text.length) };
  return new OttlError("syntax", [makeDiagnostic("payload_not_json", { reason }, span)], text);
}
