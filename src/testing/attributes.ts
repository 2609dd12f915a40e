import { Failure } from "../core/failure.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { failureDiagnostic } from "../engine/failure-diagnostic.ts";
import { decodePlainMap } from "../shapes/otlp-json/any-value.ts";
import { encodeKeyValues } from "../shapes/otlp-json/encode.ts";
import type { KeyValue, PlainValue } from "../shapes/records.ts";
import { requireObject } from "./require.ts";

/** Attributes by name: safe integers and bigints are ints, other numbers doubles, `{ doubleValue: 1 }` is one too. */
export type Attributes = Readonly<Record<string, PlainValue>>;

/**
 * Attributes as OTLP JSON writes them; one that is `undefined` is left out.
 *
 * @throws {OttlError} of phase `configuration` for what no attribute can hold, such as a function.
 */
export function keyValues(attributes: Attributes = {}): KeyValue[] {
  requireObject("attributes", attributes);
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  try {
    return encodeKeyValues(decodePlainMap(Object.fromEntries(given), "attributes"));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new OttlError("configuration", [failureDiagnostic(error, { start: 0, end: 0 })], "");
  }
}
