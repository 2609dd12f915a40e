import type { Diagnostic } from "./diagnostic.ts";
import { formatDiagnostics } from "./format.ts";
import { placeIn, type SourceFile } from "./source-file.ts";

/** Which step refused: reading the text, checking it, running it, or the options around it. */
export type Phase = "syntax" | "check" | "evaluation" | "configuration";

/** The only error that ottlkit throws. `message` is one line; `toString()` draws the place in the source. */
export class OttlError extends Error {
  readonly phase: Phase;
  readonly diagnostics: readonly [Diagnostic, ...Diagnostic[]];
  /** The text that the spans of the diagnostics point into. */
  readonly source: string;
  /** The name of the file that the first diagnostic is about, where it has one. */
  readonly file: string | undefined;
  readonly #file: SourceFile | undefined;

  constructor(
    phase: Phase,
    diagnostics: readonly [Diagnostic, ...Diagnostic[]],
    source: string,
    options: { readonly cause?: unknown; readonly file?: SourceFile | undefined } = {},
  ) {
    super(
      `${placeOf(diagnostics[0], source, options.file)}${summary(diagnostics)}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.name = "OttlError";
    this.phase = phase;
    this.diagnostics = diagnostics;
    this.source = source;
    this.file = placeIn(source, options.file, diagnostics[0].span.start).file;
    this.#file = options.file;
  }

  /** The code of the first diagnostic. */
  get code(): string {
    return this.diagnostics[0].code;
  }

  override toString(): string {
    return formatDiagnostics(
      this.source,
      this.diagnostics,
      this.#file === undefined ? {} : { file: this.#file },
    );
  }
}

function summary(diagnostics: readonly [Diagnostic, ...Diagnostic[]]): string {
  const more = diagnostics.length - 1;
  return `${diagnostics[0].message}${more > 0 ? ` (and ${more} more)` : ""}`;
}

/** `file:line:column: ` of a text that comes from a file, since a message may be all that is seen of an error. */
function placeOf({ span }: Diagnostic, source: string, given: SourceFile | undefined): string {
  if (given === undefined) return "";
  const { file, line, column } = placeIn(source, given, span.start);
  return file === undefined ? "" : `${file}:${line}:${column}: `;
}
