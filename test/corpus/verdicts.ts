import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the verdicts are. */
export const verdictsFile = join(import.meta.dirname, "../../fixtures/corpus/verdicts.json");

/** For each text of the corpus what the reference says of each way to read it, between blanks. */
export function readVerdicts(): { readonly texts: number; readonly verdicts: readonly string[] } {
  return JSON.parse(readFileSync(verdictsFile, "utf8"));
}

/** The context that was used, or `-`. */
export function verdictOf({ ok, context }: { readonly ok: boolean; readonly context?: string }): string {
  return ok ? (context ?? "?") : "-";
}
