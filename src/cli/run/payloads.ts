import { formatDiagnostics } from "../../diagnostics/format.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { parseOtlp } from "../../shapes/parse-otlp.ts";
import type { MetricsData } from "../../shapes/records.ts";
import { DataError } from "../data-error.ts";

/** Whether a text is JSON rather than a Prometheus exposition: whatever a scrape begins with, it is no brace or bracket but of a quoted name. */
export function isJson(text: string): boolean {
  return /^\ufeff?\s*(?:\[|\{(?!\s*"(?:[^"\\]|\\.)*"\s*[,}]))/.test(text);
}

/** The payloads of a text: one, or one a line; throws a `DataError` that draws the place of what is wrong. */
export function payloadsOf(text: string, name: string): readonly MetricsData[] {
  const plain = text.replace(/^\ufeff/, "");
  const [first = "", ...others] = plain.trimEnd().split("\n");
  const oneEach = others.length > 0 && isWhole(first);
  if (!oneEach) return [payloadOf(plain, name)];
  const payloads: MetricsData[] = [];
  for (const [i, line] of [first, ...others].entries())
    if (line.trim() !== "") payloads.push(payloadOf(line, `${name}, line ${i + 1}`));
  return payloads;
}

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

const otherSignals: Readonly<Record<string, string>> = {
  resourceSpans: "traces",
  resourceLogs: "logs",
  resourceProfiles: "profiles",
};

function payloadOf(text: string, name: string): MetricsData {
  const value = parsed(text, name);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new DataError(`${name}: an OTLP payload is an object with "resourceMetrics"`);
  if (!("resourceMetrics" in value)) {
    const other = Object.keys(otherSignals).find((property) => property in value);
    const found = other === undefined ? 'has no "resourceMetrics"' : `is of ${otherSignals[other]}`;
    throw new DataError(`${name}: the payload ${found}, and the pipeline takes metrics`);
  }
  return value as MetricsData; // the readers judge what they read
}

function parsed(text: string, name: string): unknown {
  try {
    return parseOtlp(text);
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    throw new DataError(formatDiagnostics(text, error.diagnostics, { file: name }));
  }
}
