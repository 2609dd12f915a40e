import type { CST, YAMLParseError } from "yaml";
import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { quoted } from "../diagnostics/quoted.ts";
import { tokensOf } from "./tokens.ts";

/** Says in own words what the parser found, at the place where the reader can mend it. */
export function syntaxDiagnostic(
  text: string,
  error: YAMLParseError,
  document: CST.Token | undefined,
): Diagnostic {
  const span = within(text, error.pos);
  const { code, message } = error;
  switch (code) {
    case "MISSING_CHAR":
      return missing(text, message, span, document);
    case "TAB_AS_INDENT":
      return makeDiagnostic("yaml_tab_indentation", undefined, span);
    case "BAD_INDENT":
      if (message.includes("end with a")) return missing(text, message, span, document);
      return makeDiagnostic("yaml_indentation", undefined, afterBlanks(text, span));
    case "BLOCK_IN_FLOW":
      return makeDiagnostic("yaml_indentation", undefined, span);
    case "BAD_SCALAR_START":
      return makeDiagnostic("yaml_plain_start", { found: quoted(text[span.start] ?? "") }, span, {
        hint: "put the text in quotes",
      });
    case "BLOCK_AS_IMPLICIT_KEY":
      return makeDiagnostic("yaml_colon_in_value", undefined, span, { hint: "put the value in quotes" });
    case "MULTILINE_IMPLICIT_KEY":
      return makeDiagnostic("yaml_colon_missing", undefined, lineOf(text, span));
    case "KEY_OVER_1024_CHARS":
      return makeDiagnostic("yaml_key_length", undefined, span);
    case "BAD_DIRECTIVE":
      return makeDiagnostic("yaml_directive", undefined, span);
    case "ALIAS_PROPS":
      return makeDiagnostic("yaml_anchor_properties", undefined, span);
    default:
      return makeDiagnostic("yaml_unexpected", { found: found(text, span) }, span);
  }
}

function missing(text: string, message: string, span: Span, document: CST.Token | undefined): Diagnostic {
  const quote = /closing (["'])/.exec(message)?.[1];
  if (quote !== undefined) return makeDiagnostic("yaml_quote_open", { quote }, quoteBefore(document, span));
  const close = /end with a ([\]}])/.exec(message)?.[1];
  if (close !== undefined)
    return makeDiagnostic(
      "yaml_bracket_open",
      { open: close === "]" ? "[" : "{", close },
      bracketBefore(document, span, close === "]" ? "[" : "{"),
    );
  if (message.includes("Missing ,")) return makeDiagnostic("yaml_comma_missing", undefined, span);
  return makeDiagnostic("yaml_unexpected", { found: found(text, span) }, span);
}

/** The opening quote of the quoted text that ends at a place. */
function quoteBefore(document: CST.Token | undefined, span: Span): Span {
  for (const { token } of tokensOf(document))
    if (/quoted/.test(token.type) && "source" in token && token.offset + token.source.length === span.start)
      return { start: token.offset, end: token.offset + 1 };
  return span;
}

/** The last opening bracket before a place whose list or map has no end. */
function bracketBefore(document: CST.Token | undefined, span: Span, open: string): Span {
  let last = span;
  for (const { token } of tokensOf(document)) {
    if (token.type !== "flow-collection" || token.start.source !== open || token.offset >= span.start)
      continue;
    const isClosed = token.end.some(({ type }) => type === (open === "[" ? "flow-seq-end" : "flow-map-end"));
    if (!isClosed && (last === span || token.offset > last.start))
      last = { start: token.offset, end: token.offset + 1 };
  }
  return last;
}

function found(text: string, { start, end }: Span): string {
  const piece = text.slice(start, end).trim();
  return piece === "" ? (start >= text.length ? "the end of the text" : "this") : quoted(piece, 30);
}

function within(text: string, [start, end]: readonly [number, number]): Span {
  const from = Math.min(start, text.length);
  return { start: from, end: Math.max(from, Math.min(end, text.length)) };
}

/** A place moved over the blanks that it begins with. */
function afterBlanks(text: string, { start, end }: Span): Span {
  const blanks = /^[ \t]*/.exec(text.slice(start, start + 1000))?.[0].length ?? 0;
  return within(text, [start + blanks, Math.max(start + blanks + 1, end)]);
}

/** The first line of a range. */
function lineOf(text: string, { start, end }: Span): Span {
  const newline = text.indexOf("\n", start);
  return { start, end: newline < 0 ? end : Math.max(start + 1, Math.min(end, newline)) };
}
