import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AttributesCase } from "./cases.ts";

/** The releases that were asked. */
export const versions = ["0.118.0", "0.161.0"] as const;

/** A release. */
export type Version = (typeof versions)[number];

/** What releases answered: the payload, or the step that refused. */
export interface Answer {
  readonly versions: readonly Version[];
  readonly payload?: object;
  readonly refused?: "config" | "create";
}

/** A case with its answers. */
export interface Recorded extends AttributesCase {
  readonly answers: readonly Answer[];
}

/** The file of the recorded cases. */
export const fixture = join(import.meta.dirname, "../../../fixtures/attributes/cases.json");

/** The recorded cases. */
export function recorded(): readonly Recorded[] {
  return JSON.parse(readFileSync(fixture, "utf8"));
}
