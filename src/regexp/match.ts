import type { Span } from "../diagnostics/diagnostic.ts";

/** The ranges of a match and of its groups. */
export type Match = readonly [Span, ...(Span | undefined)[]];
