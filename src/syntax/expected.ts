import { EOF, type IParserErrorMessageProvider, type TokenType, tokenLabel } from "chevrotain";
import { maxErrors } from "./limits.ts";

/** Thrown out of the parser when a text has so many errors that more would help nobody. */
export class TooManyErrors extends Error {}

const ofRules: Readonly<Record<string, string>> = {
  statement: "an editor",
  test: "a condition",
  value: "a value",
  factor: "a number, a path or a converter",
  key: "an index",
  argument: "an argument",
  entry: "a key",
  lambda: "a parameter",
};
const lists = new Set(["editor", "converter", "list", "map", "lambda"]);
const end = "an operator or the end of the text";

/** Makes the parser's own error messages name what was expected, and counts them. */
export class ExpectedPhrases implements IParserErrorMessageProvider {
  /** Errors since the parser began with its text. */
  count = 0;

  buildMismatchTokenMessage(found: { readonly expected: TokenType; readonly ruleName: string }): string {
    const label = tokenLabel(found.expected);
    if (found.expected === EOF) return this.counted(end);
    const closesList = /^"[)\]}]"$/.test(label) && lists.has(found.ruleName);
    return this.counted(closesList ? `"," or ${label}` : label);
  }

  buildNotAllInputParsedMessage(): string {
    return this.counted(end);
  }

  buildNoViableAltMessage({ ruleName }: { readonly ruleName: string }): string {
    return this.counted(ofRules[ruleName] ?? "something else");
  }

  buildEarlyExitMessage({ ruleName }: { readonly ruleName: string }): string {
    return this.counted(ofRules[ruleName] ?? "something else");
  }

  private counted(phrase: string): string {
    if (++this.count > maxErrors) throw new TooManyErrors(phrase);
    return phrase;
  }
}
