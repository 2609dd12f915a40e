import { createToken, Lexer, type TokenType } from "chevrotain";
import { endOfString } from "./strings.ts";

/**
 * Two sets of tokens. The lexer tells apart what the reference's lexer tells apart, first match first, so that `1e3`
 * is a number and a name here as there. `classify` then looks at neighbours and brackets and gives names, opening
 * parentheses and a few strings the narrower types that make one token of look-ahead enough for the parser.
 */
const token = (name: string, label: string, pattern: RegExp | string) =>
  createToken({ name, label, pattern });
const derived = (name: string, label: string) => createToken({ name, label, pattern: Lexer.NA });
const scanned = (
  name: string,
  label: string,
  hints: string[],
  end: (text: string, start: number) => number,
) =>
  createToken({
    name,
    label,
    line_breaks: true,
    start_chars_hint: hints,
    pattern: {
      exec: (text: string, start: number) => {
        if (!hints.includes(text.charAt(start))) return null;
        const stop = end(text, start);
        return stop < 0 ? null : [text.slice(start, stop)];
      },
    },
  });

export const Bytes = token("Bytes", "a bytes literal", /0x[a-fA-F0-9]+/);
export const Float = token("Float", "a floating-point number", /(?:\d+\.\d*|\d*\.\d+)(?:[eE][-+]?\d+)?/);
export const Int = token("Int", "a whole number", /\d+/);
export const Text = scanned("String", "a string", ['"'], (text, start) => endOfString(text, start, '"'));
export const Nil = token("Nil", '"nil"', /nil\b/);
export const Not = token("Not", '"not"', /not\b/);
export const Or = token("Or", '"or"', /or\b/);
export const And = token("And", '"and"', /and\b/);
export const Comparison = token("Comparison", "a comparison operator", /==|!=|>=|<=|>|</);
export const Arrow = token("Arrow", '"=>"', "=>");
export const Sign = token("Sign", '"+" or "-"', /[+-]/);
export const Scale = token("Scale", '"*" or "/"', /[*/]/);
export const Bool = token("Boolean", '"true" or "false"', /(?:true|false)\b/);
export const Equal = token("Equal", '"="', "=");
export const LParen = token("LParen", '"("', "(");
export const RParen = token("RParen", '")"', ")");
export const LBrace = token("LBrace", '"{"', "{");
export const RBrace = token("RBrace", '"}"', "}");
export const Colon = token("Colon", '":"', ":");
export const Comma = token("Comma", '","', ",");
export const Dot = token("Dot", '"."', ".");
export const LBracket = token("LBracket", '"["', "[");
export const RBracket = token("RBracket", '"]"', "]");
export const Uppercase = token("Uppercase", "an upper-case name", /[A-Z][A-Z0-9_]*/);
export const Lowercase = token("Lowercase", "a lower-case name", /[a-z][a-z0-9_]*/);
const Space = createToken({ name: "Space", pattern: /[ \t\n\f\r]+/, group: Lexer.SKIPPED });
export const Underscore = token("Underscore", '"_"', /_\b/);

/** What the language does not have, read so that the rest of the text can still be read. */
export const QuotedOddly = scanned("QuotedOddly", "a string", ["'", "‘", "’", "“", "”"], (text, start) =>
  endOfString(text, start, closingQuotes[text.charAt(start)] ?? "", start + longestOddlyQuoted),
);
export const Unclosed = scanned("Unclosed", "a string", ['"'], (text) => text.length);
export const SymbolAnd = token("SymbolAnd", '"and"', "&&");
export const SymbolOr = token("SymbolOr", '"or"', "||");
export const SymbolNot = token("SymbolNot", '"not"', "!");
export const SymbolMatch = token("SymbolMatch", "a comparison operator", /[=!]?~/);
/** A closing quote is not looked for any further, so that a text of opening ones does not take quadratic time. */
const longestOddlyQuoted = 500;
const closingQuotes: Readonly<Record<string, string>> = { "'": "'", "‘": "’", "’": "’", "“": "”", "”": "”" };

export const Where = derived("Where", '"where"');
export const EditorName = derived("EditorName", "the name of an editor");
export const ConverterName = derived("ConverterName", "the name of a converter");
export const FunctionReference = derived("FunctionReference", "the name of a function");
export const ArgumentName = derived("ArgumentName", "the name of an argument");
export const EnumName = derived("EnumName", "an enum");
export const Name = derived("Name", "a name");
export const LambdaOpen = derived("LambdaOpen", '"("');
export const ConditionOpen = derived("ConditionOpen", '"("');

/** What the lexer reads, in the order in which it tries. */
export const lexed: readonly TokenType[] = [
  Bytes,
  Float,
  Int,
  Text,
  Nil,
  Not,
  Or,
  And,
  SymbolMatch,
  Comparison,
  Arrow,
  Sign,
  Scale,
  Bool,
  Equal,
  LParen,
  RParen,
  LBrace,
  RBrace,
  Colon,
  Comma,
  Dot,
  LBracket,
  RBracket,
  Uppercase,
  Lowercase,
  Space,
  Underscore,
  QuotedOddly,
  Unclosed,
  SymbolAnd,
  SymbolOr,
  SymbolNot,
];

/** What the parser reads. */
export const parsed: readonly TokenType[] = [
  Bytes,
  Float,
  Int,
  Text,
  Nil,
  Not,
  Or,
  And,
  Comparison,
  Arrow,
  Sign,
  Scale,
  Bool,
  Equal,
  LParen,
  RParen,
  LBrace,
  RBrace,
  Colon,
  Comma,
  Dot,
  LBracket,
  RBracket,
  Underscore,
  Where,
  EditorName,
  ConverterName,
  FunctionReference,
  ArgumentName,
  EnumName,
  Name,
  LambdaOpen,
  ConditionOpen,
];

/** What an operand ends with. */
export const operandEnds: ReadonlySet<TokenType | null> = new Set<TokenType | null>([
  Nil,
  Bool,
  Bytes,
  Float,
  Int,
  Text,
  EnumName,
  Name,
  FunctionReference,
  Underscore,
  RParen,
  RBracket,
  RBrace,
]);
