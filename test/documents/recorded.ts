import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Typed } from "./typed.ts";

/** A text and what yaml.v3 decodes it into, or its error. */
export type YamlCase = { readonly text: string } & ({ readonly value: Typed } | { readonly error: string });

/** A text and its nanoseconds as a duration of Prometheus, absent where it is none. */
export interface DurationCase {
  readonly text: string;
  readonly prometheus?: string;
}

/** The contrib releases that expansions are recorded for. */
export const versions = [
  "0.104.0",
  "0.105.0",
  "0.106.0",
  "0.107.0",
  "0.112.0",
  "0.117.0",
  "0.118.0",
  "0.161.0",
  "0.165.0",
] as const;

/** A configuration and what releases make of it. */
export interface ExpansionCase {
  readonly text: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly answers: readonly ExpansionAnswer[];
}

/** Texts that make one configuration and what releases make of them. */
export interface MergeCase {
  readonly files: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly answers: readonly ExpansionAnswer[];
}

export interface ExpansionAnswer {
  readonly versions: readonly string[];
  readonly error?: string;
  readonly value?: Typed;
  /** What `x` is where a text is wanted, and `l` where texts are; absent where one of them is refused. */
  readonly text?: string;
  readonly texts?: readonly string[] | null;
  readonly textError?: true;
  /** The variables that a warning says are not set. */
  readonly unset?: readonly string[];
}

/** The recorded answers of a file of `fixtures/documents`. */
export function readRecorded<T>(file: string): T[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../../fixtures/documents", file), "utf8"));
}
