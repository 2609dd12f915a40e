import { stringify } from "../../../src/cli/json.ts";
import type { Payload } from "../../reference/cases/payload.ts";
import type { Program } from "../../reference/protocol.ts";

/** The releases that are asked, and the program of the reference that is each. */
export const releases = {
  "0.118.0": "proc118",
  "0.161.0": "proc",
  "0.165.0": "lang",
} as const satisfies Record<string, Program>;

/** A release that is asked. */
export type Release = keyof typeof releases;

/** The settings of a processor with a payload that it gets. */
export interface ProcessorProgram {
  readonly processor: "filter" | "transform";
  readonly release: Release;
  /** The settings, right or wrong. */
  readonly config: unknown;
  readonly payload: Payload;
  /** What there is in the settings, for the counts: by what is counted, what of it. */
  readonly tags: readonly (readonly [what: string, which: string])[];
}

/** The payload without what the release does not know. */
export function ofRelease(payload: Payload, release: Release): Payload {
  if (release !== "0.118.0") return payload;
  return JSON.parse(stringify(payload), (key, value: unknown) =>
    key === "eventName" ? undefined : value,
  ) as Payload;
}
