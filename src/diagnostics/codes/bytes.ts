import { quoted } from "../quoted.ts";

/** What only functions of bytes say. */
export const bytesMessages = {
  undecodable_text: (p: { encoding: string; offset: number }) => `not ${p.encoding} at byte ${p.offset}`,
  unreadable_url: (p: { text: string; reason: string }) => `${quoted(p.text)} is no URL: ${p.reason}`,
} as const;
