import { readFileSync } from "node:fs";
import type { Text } from "./pairs.ts";

/** Where a pattern and its groups match in a subject: byte offsets, -1 for groups that took no part; `null` for no match. */
export type Found = readonly number[] | null;

export interface CaptureGroup {
  readonly name: string;
  readonly subjects: readonly Text[];
  readonly patterns: readonly {
    readonly pattern: string;
    readonly groups: readonly string[];
    readonly found: readonly Found[];
  }[];
}

export const capturesFile = new URL("../../fixtures/regexp/captures.json", import.meta.url);

/** The recorded answers of Go. */
export function readCaptures(): readonly CaptureGroup[] {
  return (JSON.parse(readFileSync(capturesFile, "utf8")) as { readonly groups: readonly CaptureGroup[] })
    .groups;
}
