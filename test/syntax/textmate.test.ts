import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type IToken, Lexer } from "chevrotain";
import { describe, expect, test } from "vitest";
import { classify } from "../../src/syntax/classify.ts";
import { parse } from "../../src/syntax/parse.ts";
import { endOf } from "../../src/syntax/spans.ts";
import * as tok from "../../src/syntax/tokens.ts";
import { readCorpus } from "./corpus.ts";
import { readAdversarial } from "./verdicts.ts";

interface Rule {
  readonly name?: string;
  readonly include?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly patterns?: readonly Rule[];
}
interface Grammar {
  readonly scopeName: string;
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}
interface Scoped {
  readonly start: number;
  readonly end: number;
  readonly scope: string;
}

const file = join(import.meta.dirname, "../../grammar/ottl.tmLanguage.json");
const grammar = JSON.parse(readFileSync(file, "utf8")) as Grammar;

/** The scope that each token of the parser has in an editor. */
const scopes: ReadonlyMap<string, string> = new Map(
  (
    [
      [tok.Bytes, "constant.numeric.hex"],
      [tok.Float, "constant.numeric.float"],
      [tok.Int, "constant.numeric.integer"],
      [tok.Text, "string.quoted.double"],
      [tok.Nil, "constant.language.nil"],
      [tok.Bool, "constant.language.boolean"],
      [tok.Not, "keyword.operator.logical"],
      [tok.And, "keyword.operator.logical"],
      [tok.Or, "keyword.operator.logical"],
      [tok.Where, "keyword.control.where"],
      [tok.Comparison, "keyword.operator.comparison"],
      [tok.Arrow, "storage.type.function.arrow"],
      [tok.Sign, "keyword.operator.arithmetic"],
      [tok.Scale, "keyword.operator.arithmetic"],
      [tok.Equal, "keyword.operator.assignment"],
      [tok.EditorName, "entity.name.function.editor"],
      [tok.ConverterName, "support.function.converter"],
      [tok.FunctionReference, "entity.name.function.reference"],
      [tok.ArgumentName, "variable.parameter"],
      [tok.EnumName, "constant.other.enum"],
      [tok.Name, "variable.other.path"],
      [tok.Underscore, "variable.language.blank"],
      [tok.LParen, "punctuation.section.parens"],
      [tok.ConditionOpen, "punctuation.section.parens"],
      [tok.LambdaOpen, "punctuation.section.parens"],
      [tok.RParen, "punctuation.section.parens"],
      [tok.LBracket, "punctuation.section.brackets"],
      [tok.RBracket, "punctuation.section.brackets"],
      [tok.LBrace, "punctuation.section.braces"],
      [tok.RBrace, "punctuation.section.braces"],
      [tok.Comma, "punctuation.separator.comma"],
      [tok.Colon, "punctuation.separator.key-value"],
      [tok.Dot, "punctuation.accessor"],
    ] as const
  ).map(([type, scope]) => [type.name, `${scope}.ottl`]),
);

const flatten = (rules: readonly Rule[]): Rule[] =>
  rules.flatMap((rule) => {
    const included = rule.include === undefined ? undefined : grammar.repository[rule.include.slice(1)];
    return included === undefined ? [rule] : flatten(included.patterns ?? []);
  });

const compiled = new Map<string, RegExp>();
function findFrom(source: string, text: string, offset: number): RegExpExecArray | null {
  const regex = compiled.get(source) ?? new RegExp(source, "g");
  compiled.set(source, regex);
  regex.lastIndex = offset;
  return regex.exec(text);
}

/** The rule that matches first from an offset on, the earlier one of two at the same place, as TextMate chooses. */
function firstMatch(rules: readonly Rule[], text: string, offset: number) {
  let first: { readonly rule: Rule; readonly match: RegExpExecArray } | undefined;
  for (const rule of rules) {
    const match = findFrom(rule.match ?? rule.begin ?? "$.", text, offset);
    if (match !== null && (first === undefined || match.index < first.match.index)) first = { rule, match };
  }
  return first;
}

/** Does what an editor does with the grammar, for the outermost scope of each piece. */
function tokenize(text: string): Scoped[] {
  const rules = flatten(grammar.patterns);
  const pieces: Scoped[] = [];
  let offset = 0;
  for (;;) {
    const found = firstMatch(rules, text, offset);
    if (found === undefined) return pieces;
    const { rule, match } = found;
    const end = rule.end === undefined ? match.index + match[0].length : endOfRegion(rule, text, match);
    pieces.push({ start: match.index, end, scope: rule.name ?? "" });
    offset = end;
  }
}

function endOfRegion(rule: Rule, text: string, begin: RegExpExecArray): number {
  const inside = [{ match: rule.end ?? "", name: "end" }, ...(rule.patterns ?? [])];
  let offset = begin.index + begin[0].length;
  for (;;) {
    const found = firstMatch(inside, text, offset);
    if (found === undefined) return text.length;
    offset = found.match.index + found.match[0].length;
    if (found.rule.name === "end") return offset;
  }
}

const lexer = new Lexer([...tok.lexed], { positionTracking: "onlyOffset" });

function expected(text: string): Scoped[] {
  const { tokens } = classify(text, lexer.tokenize(text).tokens);
  return tokens.map((token: IToken) => {
    return { start: token.startOffset, end: endOf(token), scope: scopes.get(token.tokenType.name) ?? "" };
  });
}

/** Editors look at one line and at words: names with white space inside and strings that are punctuation differ. */
function isOrdinary(text: string): boolean {
  const { tokens } = classify(text, lexer.tokenize(text).tokens);
  return tokens.every((token) => {
    const written = text.slice(token.startOffset, endOf(token));
    const standsIn = token.payload !== undefined && token.tokenType !== tok.Text;
    return written === token.image && !standsIn;
  });
}

describe("grammar/ottl.tmLanguage.json", () => {
  test("knows every token of the parser and nothing else", () => {
    expect(tok.parsed.map(({ name }) => name).filter((name) => !scopes.has(name))).toEqual([]);
    const promised = new Set(flatten(grammar.patterns).map(({ name }) => name));
    const own = [...promised].filter((name) => !name?.startsWith("invalid."));
    expect(new Set(own)).toEqual(new Set(scopes.values()));
    expect(grammar.scopeName).toBe("source.ottl");
  });

  test("gives the tokens of adversarial texts their scopes", () => {
    const texts = readAdversarial().cases.filter(([, accepted, text]) => accepted && isOrdinary(text));
    expect(texts.length).toBeGreaterThan(400);
    const wrong = texts.filter(
      ([, , text]) => JSON.stringify(tokenize(text)) !== JSON.stringify(expected(text)),
    );
    expect(wrong.map(([, , text]) => text)).toEqual([]);
  });

  const corpus = readCorpus();
  test.skipIf(corpus === undefined)("gives the tokens of texts found in the wild their scopes", () => {
    const texts = (corpus ?? []).filter(({ kind, text }) => parse(text, kind).diagnostics.length === 0);
    const wrong = texts.filter(
      ({ text }) => JSON.stringify(tokenize(text)) !== JSON.stringify(expected(text)),
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  test("tells the escapes that exist from those that do not", () => {
    const inside = grammar.repository.strings?.patterns?.[0]?.patterns ?? [];
    const escapes = readAdversarial().cases.filter(([, , text]) => /^"\\[^"\\\n]+"$/.test(text));
    const wrong = escapes.filter(([, accepted, text]) => {
      return accepted !== (firstMatch(inside, text, 1)?.rule.name === "constant.character.escape.ottl");
    });
    expect(escapes.length).toBeGreaterThan(40);
    expect(wrong.map(([, , text]) => text)).toEqual([]);
  });

  test("marks what other languages write", () => {
    const invalid = tokenize("name == 'a' && !IsString(“b”) || c").filter(({ scope }) =>
      scope.startsWith("invalid."),
    );
    expect(invalid.length).toBe(5);
  });
});
