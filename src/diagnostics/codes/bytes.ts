import { quoted } from "../quoted.ts";

/** What only functions of bytes say. */
export const bytesMessages = {
  unreadable_url: (p: { text: string; reason: string }) => `${quoted(p.text)} is no URL: ${p.reason}`,
} as const;
