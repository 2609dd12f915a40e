import { quoted } from "../quoted.ts";

/** What only functions of editors say. */
export const editorMessages = {
  invalid_glob: (p: { pattern: string; reason: string }) =>
    `${quoted(p.pattern)} is not a glob pattern: ${p.reason}`,
  glob_too_costly: (p: { limit: number }) => `the glob pattern needs more than ${p.limit} steps`,
  glob_crash: () => "an empty alternative in the glob pattern makes the reference crash on this text",
  range_out_of_bounds: (p: { start: bigint; end: bigint; length: number }) =>
    `${p.start} to ${p.end} is not a range of a list of ${p.length}`,
} as const;
