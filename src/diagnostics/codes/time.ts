import { quoted } from "../quoted.ts";

/** What only functions of time say. */
export const timeMessages = {
  invalid_time_format: (p: { format: string; reason: string }) =>
    `${quoted(p.format)} is not a time format: ${p.reason}`,
  time_mismatch: (p: { text: string; format: string; reason: string }) =>
    `${quoted(p.text)} cannot be read by the time format ${quoted(p.format)}: ${p.reason}`,
  unknown_time_zone: (p: { name: string }) => `there is no time zone ${quoted(p.name)}`,
  unsupported_locale: (p: { locale: string }) =>
    `there are no names of months and days for the locale ${quoted(p.locale)}`,
} as const;
