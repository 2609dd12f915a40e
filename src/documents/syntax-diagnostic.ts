import type { YAMLParseError } from "yaml";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";

/** Says in own words what the parser found, at the place where the reader can mend it. */
export function syntaxDiagnostic(text: string, error: YAMLParseError): Diagnostic {
  const span = within(text, error.pos);
  const { code, message } = error;
  switch (code) {
    case "MISSING_CHAR":
      return missing(text, message, span);
    case "TAB_AS_INDENT":
      return makeDiagnostic("yaml_tab_indentation", undefined, span);
    case "BAD_INDENT":
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

function missing(text: string, message: string, span: Span): Diagnostic {
  const quote = /closing (["'])/.exec(message)?.[1];
  if (quote !== undefined) return makeDiagnostic("yaml_quote_open", { quote }, span);
  const close = /end with a ([\]}])/.exec(message)?.[1];
  if (close !== undefined)
    return makeDiagnostic("yaml_bracket_open", { open: close === "]" ? "[" : "{", close }, span);
  if (message.includes("Missing ,")) return makeDiagnostic("yaml_comma_missing", undefined, span);
  return makeDiagnostic("yaml_unexpected", { found: found(text, span) }, span);
}

function found(text: string, { start, end }: Span): string {
  const piece = text.slice(start, end).trim();
  return piece === "" ? (start >= text.length ? "the end of the text" : "this") : quoted(piece);
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 30 ? `${text.slice(0, 30)}…` : text);
}

function within(text: string, [start, end]: readonly [number, number]): Span {
  const from = Math.min(start, text.length);
  return { start: from, end: Math.max(from, Math.min(end, text.length)) };
}

/** The first line of a range. */
function lineOf(text: string, { start, end }: Span): Span {
  const newline = text.indexOf("\n", start);
  return { start, end: newline < 0 ? end : Math.max(start + 1, Math.min(end, newline)) };
}
