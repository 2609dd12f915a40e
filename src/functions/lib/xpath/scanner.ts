import { Failure } from "../../../core/failure.ts";
import { parseDouble } from "../../../core/number-text.ts";
import { decodeUtf8, encodeUtf8 } from "../../../core/utf8.ts";
import { quoted } from "../../../diagnostics/quoted.ts";
import { isSpace } from "../trim-space.ts";
import { isNameCharacter } from "../xml/name-characters.ts";

/** What a token is: a sign by itself, `axis` for `name::`. */
export type TokenKind = Sign | "name" | "string" | "number" | "axis" | "end";

type Sign =
  | ","
  | "/"
  | "@"
  | "."
  | "("
  | ")"
  | "["
  | "]"
  | "*"
  | "+"
  | "-"
  | "="
  | "<"
  | ">"
  | "!"
  | "$"
  | "|"
  | "!="
  | "<="
  | ">="
  | ".."
  | "//";

const signs = new Set(",/@.()[]*+-=<>!$|");
const pairs = new Set(["!=", "<=", ">=", "..", "//"]);

/**
 * Cuts an XPath into tokens as `antchfx/xpath` does, one ahead of the parser: a wrong token behind the end of the
 * expression is never seen. `name`, `prefix`, `text` and `value` stay those of the last token that had one. Throws
 * `invalid_xpath`.
 */
export class Scanner {
  readonly #source: string;
  #at = 0;
  kind: TokenKind = "end";
  name = "";
  prefix = "";
  /** The text of a string. */
  text = "";
  /** The value of a number. */
  value = 0;
  /** Whether a parenthesis follows the name. */
  opens = false;

  constructor(source: string) {
    this.#source = source;
    this.next();
  }

  next(): void {
    this.#skipSpace();
    const first = this.#character;
    if (first === "" || first === "\0") this.kind = "end";
    else if (first === '"' || first === "'") this.#readString(first);
    else if (isDigit(first) || (first === "." && isDigit(this.#source[this.#at + 1] ?? "")))
      this.#readNumber();
    else if (signs.has(first)) this.#readSign(first);
    else if (isNamePart(first)) this.#readName();
    else throw invalid(`unexpected ${quoted(first)}`);
  }

  get #character(): string {
    const point = this.#source.codePointAt(this.#at);
    return point === undefined ? "" : String.fromCodePoint(point);
  }

  #readSign(first: string): void {
    const pair = this.#source.slice(this.#at, this.#at + 2);
    const sign = pairs.has(pair) ? pair : first;
    this.kind = sign as TokenKind; // the sets hold signs only
    this.#at += sign.length;
  }

  #readString(quote: string): void {
    const end = this.#source.indexOf(quote, this.#at + 1);
    if (end < 0) throw invalid("a string is not closed");
    this.kind = "string";
    this.text = this.#source.slice(this.#at + 1, end);
    this.#at = end + 1;
  }

  #readNumber(): void {
    const [digits = ""] = /^[\p{Nd}]*(?:\.\p{Nd}*)?/u.exec(this.#source.slice(this.#at)) ?? [];
    const value = parseDouble(digits);
    if (typeof value !== "number") throw invalid(`${quoted(digits)} is not a number`);
    this.kind = "number";
    this.value = value;
    this.#at += digits.length;
  }

  #readName(): void {
    this.kind = "name";
    this.name = this.#readNamePart();
    this.prefix = "";
    const touches = this.#source[this.#at] === ":";
    if (!touches) this.#skipSpace();
    if (this.#source[this.#at] === ":") {
      this.#at++;
      if (this.#source[this.#at] === ":") {
        this.#at++;
        this.kind = "axis";
      } else if (touches) this.#readLocalName();
      else throw invalid("a name must touch its colon");
    }
    this.#skipSpace();
    this.opens = this.#source[this.#at] === "(";
  }

  #readLocalName(): void {
    this.prefix = this.name;
    if (this.#source[this.#at] === "*") {
      this.#at++;
      this.name = "*";
    } else if (isNamePart(this.#character)) this.name = this.#readNamePart();
    else throw invalid("expected a name after the colon");
  }

  /** A name keeps all bytes but the last of a character after it that has several. */
  #readNamePart(): string {
    const start = this.#at;
    while (isNamePart(this.#character)) this.#at += this.#character.length;
    const name = this.#source.slice(start, this.#at);
    const after = this.#character;
    return after === "" || after < "\x80" ? name : name + decodeUtf8(encodeUtf8(after).subarray(0, -1));
  }

  #skipSpace(): void {
    while (isSpace(this.#source.charCodeAt(this.#at))) this.#at++;
  }
}

/** An XPath that is refused, with the reason. */
export function invalid(reason: string): Failure {
  return new Failure("invalid_xpath", { argument: "x_path", reason });
}

function isNamePart(character: string): boolean {
  return character !== "" && character !== ":" && character !== "/" && isNameCharacter(character);
}

function isDigit(character: string): boolean {
  return /^\p{Nd}$/u.test(character);
}
