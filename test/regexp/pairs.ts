import { readFileSync } from "node:fs";
import { decodeUtf8 } from "../../src/core/utf8.ts";

/** Text, or bytes that are not UTF-8 in hexadecimal. */
export type Text = string | { readonly hex: string };

/** Why a pattern is refused, and which part of it. */
export interface Refusal {
  readonly reason: string;
  readonly part: string;
}

/** For each subject "1" where the pattern matches and "0" where it does not. */
export type Verdict = string | Refusal;

export interface Group {
  readonly name: string;
  readonly subjects: readonly Text[];
  readonly patterns: readonly (readonly [Text, Verdict])[];
}

export const pairsFile = new URL("../../fixtures/regexp/pairs.json", import.meta.url);

/** The recorded answers of the reference. */
export function readGroups(): readonly Group[] {
  return (JSON.parse(readFileSync(pairsFile, "utf8")) as { readonly groups: readonly Group[] }).groups;
}

/** The string that stands for the text. */
export function stringOf(text: Text): string {
  return typeof text === "string" ? text : decodeUtf8(Uint8Array.from(Buffer.from(text.hex, "hex")));
}
