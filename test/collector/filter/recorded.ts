import { readFileSync } from "node:fs";
import { answerOf } from "../shared-answers.ts";
import type { FilterCase } from "./cases/case.ts";

/** The releases that were asked. */
export const versions = ["0.118.0", "0.161.0", "0.165.0"] as const;

/** A release that was asked. */
export type Version = (typeof versions)[number];

/** What became of a case. */
export interface Outcome {
  /** Where it was refused: with the configuration, or with the payload. */
  readonly refused?: "config" | "consume";
  /** The outline of what was sent on; absent where nothing was. */
  readonly output?: string;
  /** How many evaluations failed and were reported. */
  readonly errors: number;
  /** The conditions that failed and were logged, in order, each with how often in a row. */
  readonly failed?: readonly (readonly [condition: string, times: number])[];
}

/** A case with the outcomes that versions share. */
export interface RecordedCase extends FilterCase {
  readonly answers: readonly (Outcome & { readonly versions: readonly Version[] })[];
}

export const fixture = new URL("../../../fixtures/filter/cases.json", import.meta.url);

/** The recorded cases. */
export function recordedCases(): readonly RecordedCase[] {
  return JSON.parse(readFileSync(fixture, "utf8")) as RecordedCase[];
}

/** What a version made of a case. */
export function outcomeOf({ answers }: RecordedCase, version: Version): Outcome {
  return answerOf(answers, version);
}

/**
 * Conditions that are equal in a row, once each with how often. The reference writes the context of a group in front of their
 * paths before it reads them, so that names of contexts are left out.
 */
export function runsOf(texts: readonly string[]): readonly [string, number][] {
  const runs: [string, number][] = [];
  for (const text of texts.map((one) => one.replace(contextNames, ""))) {
    const last = runs.at(-1);
    if (last?.[0] === text) last[1]++;
    else runs.push([text, 1]);
  }
  return runs;
}

const contextNames = /\b(resource|scope|metric|datapoint|span|spanevent|log)\./g;
