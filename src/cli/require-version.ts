import { OttlError } from "../diagnostics/ottl-error.ts";
import { findVersion } from "../engine/options.ts";
import { UsageError } from "./usage-error.ts";

/** Throws a `UsageError` where `--compatibility` is no version that is known, or a `--gate` none that it has. */
export function requireVersion(version: string | undefined, gates: readonly string[] = []): void {
  try {
    findVersion(version, gates);
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    const [{ message, label, hint }] = error.diagnostics;
    const option = error.source === version ? "--compatibility" : "--gate";
    const more = label ?? hint;
    throw new UsageError(`${option}: ${message}${more === undefined ? "" : `: ${more}`}`);
  }
}
