import type { IToken } from "chevrotain";
import type { Span } from "../diagnostics/diagnostic.ts";

/** The offset after a token; a token whose image is no longer the source's carries its end. */
export function endOf(token: IToken): number {
  return token.endOffset === undefined ? token.startOffset + token.image.length : token.endOffset + 1;
}

/** The span of a token. */
export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: endOf(token) };
}
