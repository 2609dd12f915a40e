import { quoted } from "../quoted.ts";

/** What only functions of time say. */
export const timeMessages = {
  time_mismatch: (p: { text: string; format: string; reason: string }) =>
    `${quoted(p.text)} cannot be read by the time format ${quoted(p.format)}: ${p.reason}`,
} as const;
