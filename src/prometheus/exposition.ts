import { Failure } from "../core/failure.ts";
import { failureDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { lineAt } from "../diagnostics/lines.ts";
import { requireKind, requireOptions } from "../diagnostics/require-options.ts";
import { ExpositionParser } from "./exposition-parser.ts";
import { type ExpositionFormat, expositionFormats, type MetadataLine, type Sample } from "./sample.ts";

/** Why a scrape fails, with the place: line and column count from 1, the column in characters. */
export interface ExpositionError extends Diagnostic {
  readonly line: number;
  readonly column: number;
  /** The line, without its line break. */
  readonly text: string;
}

/** A scrape's content. A malformed line ends it: what came before stays for the counts of the scrape. */
export interface Exposition {
  readonly samples: readonly Sample[];
  readonly metadata: readonly MetadataLine[];
  readonly error?: ExpositionError;
}

export interface ExpositionOptions {
  /** Default `text`. */
  readonly format?: ExpositionFormat;
  /** Whether `le` and `quantile` get the form of OpenMetrics (`1` becomes `1.0`), as since Prometheus 3; default `true`. */
  readonly canonicalBounds?: boolean;
}

/**
 * Reads a Prometheus text exposition in one pass, as the receiver's scrape does. The first malformed line is the
 * `error`, which is not thrown.
 *
 * @throws {OttlError} of phase `configuration` for arguments of other types.
 */
export function parseExposition(text: string, options: ExpositionOptions = {}): Exposition {
  requireKind("text", "text", text);
  requireOptions("options", options, {
    format: { optional: expositionFormats },
    canonicalBounds: { optional: "flag" },
  });
  const parser = new ExpositionParser(text, options.format ?? "text", options.canonicalBounds ?? true);
  try {
    parser.run();
    return { samples: parser.samples, metadata: parser.metadata };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { samples: parser.samples, metadata: parser.metadata, error: expositionError(text, error) };
  }
}

/** A failure with a span of a scrape's text as a diagnostic with its line. */
export function expositionError(source: string, failure: Failure): ExpositionError {
  const diagnostic = failureDiagnostic(failure, { start: 0, end: 0 });
  const { line, column, text } = lineAt(source, diagnostic.span.start);
  return { ...diagnostic, line, column, text };
}
