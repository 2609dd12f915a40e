import { quoted } from "../quoted.ts";

/** What only functions say that take texts apart: rows, pairs, patterns. */
export const extractMessages = {
  unreadable_csv: (p: { reason: string }) => `not a row of CSV: ${p.reason}`,
  unreadable_pairs: (p: { reason: string }) => `not pairs of keys and values: ${p.reason}`,
  no_named_group: () => "the pattern has no named group, such as (?P<name>…)",
  unknown_grok_pattern: (p: { name: string }) => `there is no grok pattern ${quoted(p.name)}`,
  grok_too_large: () => "the grok pattern becomes too large, or it contains itself",
  unknown_grok_type: (p: { name: string; type: string }) =>
    `${quoted(p.type)} is not a type that ${quoted(p.name)} can be read as`,
  malformed_log: (p: { format: string; reason: string }) =>
    `the text is no message of the format ${p.format}: ${p.reason}`,
} as const;
