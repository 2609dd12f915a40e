import { type IParserErrorMessageProvider, type TokenType, tokenLabel } from "chevrotain";
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

/** Makes the parser's own error messages name what was expected, and counts them. */
export class ExpectedPhrases implements IParserErrorMessageProvider {
  /** Errors since the parser began with its text. */
  count = 0;

  buildMismatchTokenMessage({ expected }: { readonly expected: TokenType }): string {
    return this.counted(tokenLabel(expected));
  }

  buildNotAllInputParsedMessage(): string {
    return this.counted("the end of the text");
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
