import { readFileSync } from "node:fs";
import { answerOf } from "../shared-answers.ts";
import type { TransformCase } from "./cases/case.ts";

/** The releases that were asked. */
export const versions = ["0.118.0", "0.161.0"] as const;

/** A release that was asked. */
export type Version = (typeof versions)[number];

/** What became of a case. */
export interface Outcome {
  /** Where it was refused: with the configuration, or with the payload. */
  readonly refused?: "config" | "consume";
  /** What was sent on, `same` where it is what came. */
  readonly output?: unknown;
  /** What failed and was reported, in order: its kind, and which of the texts that failed it was. */
  readonly errors?: readonly string[];
}

/** A case with the outcomes that versions share. */
export interface RecordedCase extends TransformCase {
  readonly answers: readonly (Outcome & { readonly versions: readonly Version[] })[];
}

export const fixture = new URL("../../../fixtures/transform/cases.json", import.meta.url);

/** The recorded cases. */
export function recordedCases(): readonly RecordedCase[] {
  return JSON.parse(readFileSync(fixture, "utf8")) as RecordedCase[];
}

/** What a version made of a case. */
export function outcomeOf({ answers }: RecordedCase, version: Version): Outcome {
  return answerOf(answers, version);
}

/** Failures as outcomes list them. */
export function errorsOf(
  failed: readonly { readonly kind: string; readonly text: string }[],
): readonly string[] {
  const texts: string[] = [];
  return failed.map(({ kind, text }) => {
    if (!texts.includes(text)) texts.push(text);
    return `${kind} ${texts.indexOf(text) + 1}`;
  });
}
