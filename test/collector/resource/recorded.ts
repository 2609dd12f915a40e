import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { KeyValue } from "../../../src/shapes/records.ts";
import type { ResourceCase } from "./cases.ts";

/** The releases that were asked. */
export const versions = ["0.118.0", "0.161.0"] as const;

/** A release. */
export type Version = (typeof versions)[number];

/** What releases answered: the attributes of each resource, the payload, or the step that refused. */
export interface Answer {
  readonly versions: Version[];
  readonly attributes?: readonly (readonly KeyValue[])[];
  readonly payload?: object;
  readonly refused?: "config" | "create";
}

/** A case with its answers. */
export interface Recorded extends ResourceCase {
  readonly answers: readonly Answer[];
}

/** The folder of the recorded cases. */
export const folder = join(import.meta.dirname, "../../../fixtures/resource");

/** The recorded cases of a file. */
export function recorded(name: string): readonly Recorded[] {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
}
