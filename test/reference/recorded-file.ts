/** The files of `fixtures/conformance`, as `fixtures/README.md` describes them. */
import type { EncodedValue } from "../../src/cli/encode-value.ts";
import { stringify } from "../../src/cli/json.ts";
import type { Case, Group } from "./cases/group.ts";

/**
 * What one record gives; `panic` where the reference crashes on it. Of a statement: whether its condition held, and the
 * cache of the record where it is not empty. Of a statement in an old release: the payload of the record after it.
 */
export type Outcome =
  | { readonly value: EncodedValue }
  | { readonly matched: boolean; readonly cache?: EncodedValue }
  | { readonly error: string; readonly cache?: EncodedValue }
  | { readonly payload: unknown }
  | { readonly panic: string };

/**
 * What the reference says of a case: it refuses the text, or answers for each record. A statement leaves a payload,
 * which is absent where the reference crashes.
 */
export type Expectation =
  | { readonly rejected: string }
  | { readonly results: readonly Outcome[]; readonly payload?: unknown };

export type RecordedCase = Case & { readonly expect: Expectation };

export interface RecordedFile {
  readonly about: string;
  /** The modules that answered. */
  readonly reference: string;
  readonly cases: readonly RecordedCase[];
}

/** The text of a file: one line for each case, so that a changed answer is a changed line. */
export function printFile(file: RecordedFile): string {
  const cases = file.cases.map((one) => `    ${stringify(one)}`).join(",\n");
  const head = `  "about": ${stringify(file.about)},\n  "reference": ${stringify(file.reference)},`;
  return `{\n${head}\n  "cases": [\n${cases}\n  ]\n}\n`;
}

/** The path of a group's file below `fixtures/conformance`. */
export function fileNameOf(group: Pick<Group, "file">): string {
  return `${group.file}.json`;
}
