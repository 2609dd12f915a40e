/** Writes `grammar/ottl.ebnf` from the parser: `npx node test/syntax/ebnf.ts`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { maxNesting } from "../../src/syntax/limits.ts";
import { Parser } from "../../src/syntax/parser.ts";
import * as tok from "../../src/syntax/tokens.ts";

/** A part of a rule as chevrotain serializes it. */
interface Part {
  readonly type: string;
  readonly name?: string;
  readonly separator?: { readonly name: string };
  readonly definition?: readonly Part[];
}

/** Where the grammar is written to. */
export const ebnfFile = join(import.meta.dirname, "../../grammar/ottl.ebnf");

/** Terminals that are more than a fixed text. */
const lexical: readonly (readonly [
  type: { readonly name: string },
  name: string,
  definition: string,
  note?: string,
])[] = [
  [tok.EditorName, "editor name", "lowercase word, { word }"],
  [tok.ConverterName, "converter name", "uppercase word, { word }"],
  [
    tok.FunctionReference,
    "function name",
    "uppercase word, lowercase word, { word }",
    "an uppercase word alone is an enum",
  ],
  [tok.ArgumentName, "argument name", "lowercase word, { word }"],
  [tok.EnumName, "enum", "uppercase word", "not before a lowercase word"],
  [tok.Name, "name", "lowercase word"],
  [
    tok.Text,
    "string",
    `'"', { escape | ? any character but '"' and "\\" ? }, '"'`,
    "a line break is a character",
  ],
  [tok.Bytes, "bytes", pattern(tok.Bytes), "an even number of digits after 0x"],
  [tok.Float, "float", pattern(tok.Float), "within the range of a 64-bit float"],
  [tok.Int, "int", pattern(tok.Int), "octal after a leading 0; at most 9223372036854775807"],
  [tok.Comparison, "comparison operator", alternatives(tok.Comparison)],
  [tok.Sign, "sign", '"+" | "-"'],
  [tok.Scale, "scale", '"*" | "/"'],
  [tok.Bool, "boolean", '"true" | "false"'],
];

const words: readonly string[] = [
  `word = uppercase word | lowercase word ;`,
  `uppercase word = ${pattern(tok.Uppercase)} ;`,
  `lowercase word = ${pattern(tok.Lowercase)} ; (* but not nil, not, or, and, true, false where no word character follows *)`,
  `escape = "\\", ( "a" | "b" | "f" | "n" | "r" | "t" | "v" | "\\" | '"' | octal | hexadecimal ) ;`,
  `octal = ? /[0-3][0-7]{2}/ ? ;`,
  `hexadecimal = ? /x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}/ ? ; (* a code point, no surrogate *)`,
];

/** What a context-free rule cannot say. */
const notes: Readonly<Record<string, string>> = {
  condition:
    "outside of the body of a lambda every operand is a comparison, true, false, a converter, negated or a group",
  comparison:
    "without an operator only as such an operand; the first operator belongs to the innermost lambda",
  lambda: "the body is a value or a condition, but not a lambda",
  key: "an index that begins with an int is this int alone",
};

const head = `(*
OTTL, the OpenTelemetry Transformation Language, as the parser of ottlkit reads it.
Generated from src/syntax/parser.ts by test/syntax/ebnf.ts; a test compares them.

Notation: ISO/IEC 14977; a regular expression between question marks where a token is one. A text is a
statement, a condition or a value. Between tokens, and between the words of one name, white space (space, tab,
line feed, form feed, carriage return) has no meaning. Tokens are taken in the order of the list at the end, first
match first, so that 1e3 is an int and a word. Brackets, chained calculations and lambdas stand inside each other
at most ${maxNesting} deep. The reference also takes a string for punctuation of the same text; so does ottlkit.
*)
`;

/** The grammar as a document. */
export function ebnf(): string {
  const rules: readonly Part[] = new Parser({ skipValidations: true }).getSerializedGastProductions();
  const lines = rules.flatMap(({ name = "", definition }) => {
    if (isMisplaced(name)) return [];
    const note = notes[name];
    const body = sequence(definition).replace(/^\( ([^()]*) \)$/, "$1");
    return `${spaced(name)} = ${body} ;${note === undefined ? "" : `\n  (* ${note} *)`}`;
  });
  const tokens = lexical.map(
    ([, name, definition, note]) => `${name} = ${definition} ;${note === undefined ? "" : ` (* ${note} *)`}`,
  );
  const order = tok.lexed.filter(({ name }) => !foreign.has(name)).map(({ name }) => name);
  return `${[head, ...lines, "", ...tokens, ...words].join("\n")}\n\n(* ${wrapped(order)} *)\n`;
}

const foreign = new Set(
  [tok.QuotedOddly, tok.Unclosed, tok.SymbolAnd, tok.SymbolOr, tok.SymbolNot, tok.SymbolMatch].map(
    ({ name }) => name,
  ),
);

function sequence(definition: readonly Part[] = []): string {
  return definition
    .map(render)
    .filter((part) => part !== "")
    .join(", ");
}

function render(node: Part): string {
  const { name = "", definition = [] } = node;
  switch (node.type) {
    case "Terminal":
      return terminal(name);
    case "NonTerminal":
      return isMisplaced(name) ? "" : spaced(name);
    case "Option":
      return wrap("[ ", sequence(definition), " ]");
    case "Repetition":
      return wrap("{ ", sequence(definition), " }");
    case "RepetitionWithSeparator":
      return wrap("[ ", separated(node), " ]");
    case "RepetitionMandatoryWithSeparator":
      return separated(node);
    case "Alternation":
      return alternation(definition.map(render).filter((part) => part !== ""));
    case "Alternative":
      return sequence(definition);
    default:
      throw new Error(`the grammar uses ${node.type}, which the document cannot show yet`);
  }
}

function separated({ definition, separator }: Part): string {
  const item = sequence(definition);
  return `${item}, { ${terminal(separator?.name ?? "")}, ${item} }`;
}

function alternation(parts: readonly string[]): string {
  return parts.length > 1 ? `( ${parts.join(" | ")} )` : (parts[0] ?? "");
}

function terminal(name: string): string {
  const entry = lexical.find(([type]) => type.name === name);
  if (entry !== undefined) return entry[1];
  const type = tok.parsed.find((type) => type.name === name);
  return type?.LABEL ?? name;
}

function wrap(open: string, inside: string, close: string): string {
  return inside === "" ? "" : open + inside + close;
}

function isMisplaced(rule: string): boolean {
  return rule.startsWith("misplaced");
}

/** `conditionGroup` is written `condition group`. */
function spaced(rule: string): string {
  return rule.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function pattern(type: { readonly PATTERN?: unknown }): string {
  return type.PATTERN instanceof RegExp ? `? /${type.PATTERN.source}/ ?` : "";
}

function alternatives(type: { readonly PATTERN?: unknown }): string {
  const source = type.PATTERN instanceof RegExp ? type.PATTERN.source : "";
  return source
    .split("|")
    .map((text) => JSON.stringify(text))
    .join(" | ");
}

function wrapped(names: readonly string[]): string {
  return names.join(", ").replace(/(.{80,110},) /g, "$1\n   ");
}

if (process.argv[1] === import.meta.filename) writeFileSync(ebnfFile, ebnf());
