import { Lexer } from "chevrotain";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import type { Expression, Missing, Statement } from "./ast.ts";
import { classify } from "./classify.ts";
import { TooManyErrors } from "./expected.ts";
import { maxErrors, maxNesting } from "./limits.ts";
import { Parser } from "./parser.ts";
import { invalidCharacters, parserErrors } from "./syntax-errors.ts";
import { lexed } from "./tokens.ts";

/** What a text is to be: its top rule. */
export type Kind = "statement" | "condition" | "value";

/** A tree and what is wrong with the text; after an error the tree has `Missing` nodes. */
export interface Parsed<Node extends Statement | Expression> {
  readonly node: Node;
  readonly diagnostics: Diagnostic[];
}

let made: { readonly lexer: Lexer; readonly parser: Parser } | undefined;

/** Reads a text into a tree; never throws, and takes time in proportion to the text. */
export function parse(text: string, kind: "statement"): Parsed<Statement>;
export function parse(text: string, kind: "condition" | "value"): Parsed<Expression>;
export function parse(text: string, kind: Kind): Parsed<Statement | Expression>;
export function parse(text: string, kind: Kind): Parsed<Statement | Expression> {
  made ??= {
    lexer: new Lexer([...lexed], { positionTracking: "onlyOffset", skipValidations: true }),
    parser: new Parser({ skipValidations: true }),
  };
  const { lexer, parser } = made;
  const { tokens: raw, errors } = lexer.tokenize(text);
  const { tokens, diagnostics, tooDeep } = classify(text, raw);
  if (errors.length > 0) diagnostics.push(...invalidCharacters(text, errors));
  const whole = { start: 0, end: text.length };
  if (tooDeep !== null) {
    diagnostics.push(makeDiagnostic("nesting_too_deep", { limit: maxNesting }, tooDeep));
    return { node: emptyOf(kind, whole), diagnostics: inOrder(diagnostics) };
  }
  try {
    const node = parser.read(kind, tokens, text);
    if (parser.errors.length === 0 && parser.found.length === 0) return { node, diagnostics };
    diagnostics.push(...parser.found, ...parserErrors(text, parser.errors));
    return { node, diagnostics: inOrder(diagnostics) };
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
    diagnostics.push(...parser.found, ...parserErrors(text, parser.errors));
    diagnostics.push(makeDiagnostic("too_many_errors", { limit: maxErrors }, whole));
    return { node: emptyOf(kind, whole), diagnostics: inOrder(diagnostics) };
  }
}

function emptyOf(kind: Kind, span: Span): Statement | Missing {
  const missing: Missing = { kind: "Missing", span };
  return kind === "statement" ? { kind: "Statement", span, editor: missing, where: null } : missing;
}

function inOrder(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.sort((a, b) => a.span.start - b.span.start);
}
