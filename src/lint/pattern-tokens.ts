import { kept } from "../functions/lib/kept.ts";

/** One piece of an RE2 pattern, by how it is written. */
export interface PatternToken {
  readonly kind:
    | "literal"
    /** `\.`, `\d`, `\x41`. */
    | "escape"
    | "class"
    | "dot"
    /** `*`, `+?`, `{2,3}`. */
    | "quantifier"
    /** `^` or `$`. */
    | "anchor"
    | "open"
    | "close"
    | "bar";
  readonly text: string;
  readonly start: number;
}

/** Takes a valid RE2 pattern apart; `\Q…\E` is one literal. */
export const patternTokens: (pattern: string) => readonly PatternToken[] = /* @__PURE__ */ kept(tokensOf);

function tokensOf(pattern: string): readonly PatternToken[] {
  const tokens: PatternToken[] = [];
  for (let start = 0; start < pattern.length; ) {
    const text = textAt(pattern, start);
    tokens.push({ kind: kindOf(text), text, start });
    start += text.length;
  }
  return tokens;
}

function textAt(pattern: string, start: number): string {
  piece.lastIndex = start;
  return piece.exec(pattern)?.[0] ?? pattern.charAt(start);
}

const piece =
  /\\Q.*?(?:\\E|$)|\\x\{[0-9A-Fa-f]+\}|\\x[0-9A-Fa-f]{2}|\\[pP]\{[^}]*\}|\\[pP].|\\[0-7]{1,3}|\\.|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\.|[^\]\\])*\]|[*+?]\??|\{\d+(?:,\d*)?\}\??|\(\?P?<[^>]*>|\(\?[a-zA-Z-]*[:)]|./suy;

function kindOf(text: string): PatternToken["kind"] {
  const [first] = text;
  if (text.startsWith("\\Q")) return "literal";
  if (first === "\\" && text.length > 1) return "escape";
  if (first === "[" && text.length > 1) return "class";
  if (first === "(") return "open";
  if (/^[*+?]|^\{\d/.test(text)) return "quantifier";
  if (text === ")") return "close";
  if (text === "|") return "bar";
  if (text === ".") return "dot";
  return text === "^" || text === "$" ? "anchor" : "literal";
}

/** The alternatives outside of all groups. */
export function branchesOfPattern(tokens: readonly PatternToken[]): readonly (readonly PatternToken[])[] {
  const branches: PatternToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "open" && !token.text.endsWith(")")) depth++;
    if (token.kind === "close") depth--;
    if (token.kind === "bar" && depth === 0) branches.push([]);
    else branches.at(-1)?.push(token);
  }
  return branches;
}
