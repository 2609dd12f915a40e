import { quoted } from "../quoted.ts";

/** What there is to say about the texts of files that are formatted. */
export const formatMessages = {
  ottl_header: (p: { word: string }) => `${quoted(p.word)} says nothing about what the file holds`,
  format_left: (p: { reason: string }) => `not formatted: ${p.reason}`,
  format_unsafe: () => "formatting this text would change what the file means, so the file is left as it is",
} as const;
