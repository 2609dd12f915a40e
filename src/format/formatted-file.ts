import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** A file with its texts in canonical form. */
export interface FormattedFile {
  /** The text of the file; as it was where it cannot be read or nothing is to change. */
  readonly text: string;
  /** What is wrong with texts, which are left as they are, and notes on others that are. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the file as a whole cannot be read. */
  readonly unreadable?: true;
}

/** How a file is formatted. */
export interface FormatFileOptions {
  /** Where lines end at the latest, as far as that is possible. */
  readonly width: number;
}

/** The line break of a text: that of its first line. */
export function newlineOf(text: string): "\n" | "\r\n" {
  return /^[^\n]*\r\n/.test(text) ? "\r\n" : "\n";
}
