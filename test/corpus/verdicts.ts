import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the verdicts are. */
export const verdictsFile = join(import.meta.dirname, "../../fixtures/corpus/verdicts.json");

/** What the reference says of the texts of the corpus. */
export interface Verdicts {
  readonly texts: number;
  /** For each text what it says of each way to read it, between blanks. */
  readonly verdicts: readonly string[];
  /** How many texts call functions that only the transform processor has. */
  readonly own: number;
  /** Those of them that it takes, by their index. */
  readonly taken: readonly number[];
}

/** Reads the verdicts. */
export function readVerdicts(): Verdicts {
  return JSON.parse(readFileSync(verdictsFile, "utf8"));
}

/** The context that was used, or `-`. */
export function verdictOf({ ok, context }: { readonly ok: boolean; readonly context?: string }): string {
  return ok ? (context ?? "?") : "-";
}
