import { Failure } from "../../core/failure.ts";
import { quoted } from "../../diagnostics/quoted.ts";

/** The failure of a record that is not what OTLP JSON has at a place. */
export function wrongShape(path: string, expected: string, raw: unknown): Failure {
  return new Failure("record_shape", { path, expected, found: describe(raw) });
}

/** What something is, or the text or number that it is. */
export function describe(raw: unknown): string {
  if (raw === null) return "null";
  if (Array.isArray(raw)) return "an array";
  switch (typeof raw) {
    case "object":
      return "an object";
    case "string":
      return quoted(raw, 40);
    case "number":
    case "bigint":
    case "boolean":
      return String(raw);
    default:
      return typeof raw === "undefined" ? "nothing" : `a ${typeof raw}`;
  }
}
