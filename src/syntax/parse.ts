import { Lexer } from "chevrotain";
import type { Compatibility } from "../core/compatibility.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import type { Expression, Missing, Statement } from "./ast.ts";
import { classify } from "./classify.ts";
import { TooManyErrors } from "./expected.ts";
import { maxErrors, maxNesting } from "./limits.ts";
import { type Kind, Parser } from "./parser.ts";
import { invalidCharacter, parserError } from "./syntax-errors.ts";
import { lexed } from "./tokens.ts";

export type { Kind };

/** A tree and what is wrong with the text; after an error the tree has `Missing` nodes. */
export interface Parsed<Node extends Statement | Expression> {
  readonly node: Node;
  readonly diagnostics: Diagnostic[];
}

let made: { readonly lexer: Lexer; readonly parser: Parser } | undefined;

type Has = Compatibility["has"];

/** Reads a text into a tree; never throws, and takes time in proportion to the text. */
export function parse(text: string, kind: "statement", has?: Has): Parsed<Statement>;
export function parse(text: string, kind: "condition" | "value", has?: Has): Parsed<Expression>;
export function parse(text: string, kind: Kind, has?: Has): Parsed<Statement | Expression>;
export function parse(text: string, kind: Kind, has?: Has): Parsed<Statement | Expression> {
  made ??= {
    lexer: new Lexer([...lexed], { positionTracking: "onlyOffset", skipValidations: true }),
    parser: new Parser({ skipValidations: true }),
  };
  const { lexer, parser } = made;
  const { tokens: raw, errors } = lexer.tokenize(text);
  const { tokens, diagnostics, tooDeep } = classify(text, raw, kind);
  for (const error of errors.slice(0, maxErrors)) diagnostics.push(invalidCharacter(text, error));
  if (tooDeep !== null) return failed(text, kind, [...diagnostics, nestingTooDeep(tooDeep)]);
  if (tokens.length === 0) return failed(text, kind, [...diagnostics, emptyText(text, kind)]);
  let node: Statement | Expression | undefined;
  try {
    node = parser.read(kind, tokens, text, has);
  } catch (error) {
    if (isStackOverflow(error)) diagnostics.push(nestingTooDeep({ start: 0, end: text.length }));
    else if (!(error instanceof TooManyErrors)) throw error;
  }
  for (const found of parser.found) diagnostics.push(found);
  for (const error of parser.errors) diagnostics.push(parserError(text, kind, error, tokens));
  if (node === undefined) return failed(text, kind, diagnostics);
  return { node, diagnostics: diagnostics.length === 0 ? diagnostics : inOrder(diagnostics, text) };
}

/** The stack can give way where the caller's is nearly full; V8 then also refuses to compile regular expressions. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof SyntaxError && error.message.includes("overflow"));
}

function failed(text: string, kind: Kind, diagnostics: Diagnostic[]): Parsed<Statement | Missing> {
  const span = { start: 0, end: text.length };
  const missing: Missing = { kind: "Missing", span };
  const node: Statement | Missing =
    kind === "statement" ? { kind: "Statement", span, editor: missing, where: null } : missing;
  return { node, diagnostics: inOrder(diagnostics, text) };
}

function nestingTooDeep(span: Span): Diagnostic {
  return makeDiagnostic("nesting_too_deep", { limit: maxNesting }, span);
}

function emptyText(text: string, kind: Kind): Diagnostic {
  const expected = kind === "value" ? "a value expression" : `a ${kind}`;
  return makeDiagnostic("empty_text", { expected }, { start: 0, end: text.length });
}

/** A string that is not closed swallows what would have closed the brackets: that is not said again. */
function inOrder(diagnostics: Diagnostic[], text: string): Diagnostic[] {
  const unclosedString = diagnostics.some(({ code }) => code === "unclosed_string");
  const kept = diagnostics
    .filter(({ code }) => !(unclosedString && swallowed.has(code)))
    .map((found) => (coversOther(found, diagnostics) ? withoutFix(found) : found));
  kept.sort((a, b) => a.span.start - b.span.start);
  if (kept.length <= maxErrors) return kept;
  const whole = { start: 0, end: text.length };
  return [...kept.slice(0, maxErrors), makeDiagnostic("too_many_errors", { limit: maxErrors }, whole)];
}
/** Whether its repair would undo that of another finding inside. */
function coversOther(found: Diagnostic, all: readonly Diagnostic[]): boolean {
  if (found.code !== "foreign_operator" || found.fix === undefined) return false;
  const { start, end } = found.fix.span;
  return all.some(
    ({ fix }) => fix !== undefined && fix !== found.fix && fix.span.start < end && fix.span.end > start,
  );
}

function withoutFix({ fix: _, ...found }: Diagnostic): Diagnostic {
  return found;
}
const swallowed = new Set(["unclosed_bracket", "unexpected_end"]);
