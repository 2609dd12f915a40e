import { Failure } from "../../../core/failure.ts";
import { hasByteEscape } from "../../../core/utf8.ts";
import { quoted } from "../../../diagnostics/quoted.ts";
import { decodeAs } from "./charset.ts";
import { isName } from "./name-characters.ts";

/** A name as it is written, or with the prefix put into its namespace. */
export interface Name {
  readonly space: string;
  readonly local: string;
}

/** An attribute of a start tag. */
export interface Attribute {
  readonly name: Name;
  readonly value: string;
}

/** A piece of a document. An empty element is a start and an end. */
export type Token =
  | { readonly kind: "start"; readonly name: Name; readonly attributes: readonly Attribute[] }
  | { readonly kind: "end" }
  | { readonly kind: "text" | "comment" | "directive"; readonly text: string }
  | { readonly kind: "instruction"; readonly target: string; readonly text: string };

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' };
const xmlSpace = "http://www.w3.org/XML/1998/namespace";

const space = /[ \t\r\n]*/y;
const nameText = /[\w:.\-\x80-\uffff]*/y;
const entity = /&(?:#(\d+)|#x([\da-fA-F]+)|([\w:.\-\x80-\uffff]+));/y;
const plainText: Readonly<Record<string, RegExp>> = { "": /[^<&]*/y, '"': /[^<&"]*/y, "'": /[^<&']*/y };
const notCharacter = /[^\P{Cc}\t\n\r\x7f-\x9f]|[\ufffe\uffff]/u;

interface Open {
  readonly name: Name;
  /** What prefixes stood for before this element; `undefined`: nothing. */
  readonly before: readonly (readonly [prefix: string, space: string | undefined])[];
}

/**
 * Cuts a document into tokens as Go's `encoding/xml` does when it is strict: names become namespaces where a prefix is
 * known, end tags must fit, only the five entities of XML are known (so nothing expands), several or no elements may be
 * at the top. Throws `invalid_xml`.
 */
export class XmlReader {
  #source: string;
  readonly #otherEncodings: boolean;
  #at = 0;
  #line = 1;
  #counted = 0;
  #tokenStart = 0;
  #recoded: "no" | "next" | "yes" = "no";
  #toClose: Name | undefined;
  readonly #open: Open[] = [];
  readonly #spaces = new Map<string, string>();

  /** Without other encodings a declaration of one is an error; with them what follows is decoded. */
  constructor(source: string, otherEncodings: boolean) {
    this.#source = source;
    this.#otherEncodings = otherEncodings;
  }

  /** The line that the reader has come to. */
  get line(): number {
    for (let i = this.#counted; i < this.#at; i++) if (this.#source[i] === "\n") this.#line++;
    this.#counted = this.#at;
    return this.#line;
  }

  /** Whether nothing is left. */
  get atEnd(): boolean {
    return this.#at === this.#source.length && this.#toClose === undefined;
  }

  /** Whether the last token begins so, as far as the reference can see what it has read: not when it decodes. */
  beganWith(text: string): boolean {
    return this.#recoded !== "yes" && this.#source.startsWith(text, this.#tokenStart);
  }

  /** The first characters of the last token, under the same condition. */
  began(length: number): string {
    return this.#recoded === "yes" ? "" : this.#source.slice(this.#tokenStart, this.#tokenStart + length);
  }

  /** The next token, `undefined` at the end of the document. */
  next(): Token | undefined {
    if (this.#toClose !== undefined) {
      const name = this.#toClose;
      this.#toClose = undefined;
      return this.#close(name);
    }
    if (this.#recoded === "next" && this.#at > 0) this.#recoded = "yes";
    this.#tokenStart = this.#at;
    const source = this.#source;
    if (this.#at >= source.length) {
      if (this.#open.length > 0) throw this.#invalid("unexpected end of the document");
      return undefined;
    }
    if (source[this.#at] !== "<") return { kind: "text", text: this.#readText("") };
    switch (source[this.#at + 1]) {
      case "/":
        return this.#readEnd();
      case "?":
        return this.#readInstruction();
      case "!":
        return this.#readMarkup();
      default:
        return this.#readStart();
    }
  }

  #readStart(): Token {
    this.#at++;
    const name = this.#readName("expected the name of an element after <");
    const attributes: Attribute[] = [];
    for (;;) {
      this.#match(space);
      if (this.#take("/>")) {
        this.#toClose = name;
        break;
      }
      if (this.#take(">")) break;
      const attribute = this.#readName("expected the name of an attribute");
      this.#match(space);
      if (!this.#take("=")) throw this.#invalid("an attribute without =");
      this.#match(space);
      const quote = this.#source[this.#at];
      if (quote !== '"' && quote !== "'") throw this.#invalid("the value of an attribute is not in quotes");
      this.#at++;
      attributes.push({ name: attribute, value: this.#readText(quote) });
    }
    return this.#begin(name, attributes);
  }

  #begin(name: Name, attributes: readonly Attribute[]): Token {
    const before: [string, string | undefined][] = [];
    for (const { name: own, value } of attributes) {
      const isDefault = own.space === "" && own.local === "xmlns";
      if (!isDefault && own.space !== "xmlns") continue;
      const prefix = isDefault ? "" : own.local;
      before.push([prefix, this.#spaces.get(prefix)]);
      this.#spaces.set(prefix, value);
    }
    this.#open.push({ name, before });
    return {
      kind: "start",
      name: this.#inSpace(name, true),
      attributes: attributes.map((attribute) => ({
        name: this.#inSpace(attribute.name, false),
        value: attribute.value,
      })),
    };
  }

  #inSpace(name: Name, isElement: boolean): Name {
    const { space: prefix, local } = name;
    if (prefix === "xmlns" || (prefix === "" && (!isElement || local === "xmlns"))) return name;
    const found = prefix === "xml" ? xmlSpace : this.#spaces.get(prefix);
    return found === undefined ? name : { space: found, local };
  }

  #readEnd(): Token {
    this.#at += 2;
    const name = this.#readName("expected the name of an element after </");
    this.#match(space);
    if (!this.#take(">")) throw this.#invalid(`expected > after the name ${quoted(name.local)}`);
    return this.#close(name);
  }

  #close(name: Name): Token {
    const open = this.#open.pop();
    if (open === undefined)
      throw this.#invalid(`nothing is open that the end of ${quoted(name.local)} could close`);
    if (open.name.local !== name.local || open.name.space !== name.space) {
      throw this.#invalid(`${quoted(written(open.name))} is closed by the end of ${quoted(written(name))}`);
    }
    for (const [prefix, known] of open.before.toReversed()) {
      if (known === undefined) this.#spaces.delete(prefix);
      else this.#spaces.set(prefix, known);
    }
    return { kind: "end" };
  }

  #readInstruction(): Token {
    this.#at += 2;
    const target = this.#readWord("expected a name after <?");
    this.#match(space);
    const text = this.#readUntil("?>");
    if (target === "xml") this.#declare(text);
    return { kind: "instruction", target, text };
  }

  #declare(declaration: string): void {
    const version = declared("version", declaration);
    if (version !== "" && version !== "1.0")
      throw this.#invalid(`version ${quoted(version)} is not supported`);
    const encoding = declared("encoding", declaration);
    if (encoding === "" || encoding.toLowerCase() === "utf-8") return;
    const rest = this.#otherEncodings ? decodeAs(encoding, this.#source.slice(this.#at)) : undefined;
    if (rest === undefined) throw this.#invalid(`the encoding ${quoted(encoding)} is not supported`);
    this.#line = this.line;
    this.#source = rest;
    this.#at = 0;
    this.#counted = 0;
    this.#recoded = "next";
  }

  #readMarkup(): Token {
    this.#at += 2;
    if (this.#take("[CDATA[")) {
      return { kind: "text", text: this.#checked(endsOfLines(this.#readUntil("]]>"))) };
    }
    if (this.#source[this.#at] === "[") throw this.#invalid("expected CDATA[ after <![");
    if (this.#take("--")) {
      const text = this.#readUntil("--");
      if (!this.#take(">")) throw this.#invalid("-- in a comment");
      return { kind: "comment", text };
    }
    if (this.#source[this.#at] === "-") throw this.#invalid("expected <!-- after <!-");
    return { kind: "directive", text: this.#readDirective() };
  }

  /** Up to the `>` that is neither in quotes nor belongs to a `<` inside; comments become spaces. */
  #readDirective(): string {
    const source = this.#source;
    let text = "";
    let from = this.#at++; // the first character says nothing, whatever it is
    let quote = "";
    for (let depth = 0; ; this.#at++) {
      const character = source[this.#at];
      if (character === undefined) throw this.#invalid("unexpected end of the document");
      if (quote !== "") {
        if (character === quote) quote = "";
      } else if (character === '"' || character === "'") quote = character;
      else if (character === ">" && depth-- === 0) break;
      else if (source.startsWith("<!--", this.#at)) {
        text += `${source.slice(from, this.#at)} `;
        this.#at += 4;
        this.#readUntil("-->");
        from = this.#at--;
      } else if (character === "<") {
        if (source.startsWith("!-", this.#at + 1)) this.#at += 2;
        else if (source[this.#at + 1] === "!") this.#at++;
        depth++;
      }
    }
    return text + source.slice(from, this.#at++);
  }

  /** Text up to the next tag, or the rest of a value in quotes. */
  #readText(quote: "" | '"' | "'"): string {
    const source = this.#source;
    let text = "";
    for (;;) {
      const plain = this.#match(plainText[quote] as RegExp); // there is one for each quote
      if (quote === "" && plain.includes("]]>")) throw this.#invalid("]]> outside of CDATA");
      text += endsOfLines(plain);
      const next = source[this.#at];
      if (next === "&") text += this.#readEntity();
      else if (quote === "") break;
      else if (next === quote) {
        this.#at++;
        break;
      } else throw this.#invalid(next === "<" ? "< in a value in quotes" : "unexpected end of the document");
    }
    return this.#checked(text);
  }

  #readEntity(): string {
    const start = this.#at;
    entity.lastIndex = start;
    const [whole, decimal, hexadecimal, name] = entity.exec(this.#source) ?? [];
    if (whole !== undefined) {
      this.#at += whole.length;
      const known = name === undefined ? character(decimal, hexadecimal) : entityNamed(name);
      if (known !== undefined) return known;
    }
    throw this.#invalid(`unknown entity ${quoted(whole ?? this.#source.slice(start, start + 20))}`);
  }

  #readName(expected: string): Name {
    const word = this.#readWord(expected);
    const colon = word.indexOf(":");
    if (word.includes(":", colon + 1) && colon >= 0) throw this.#invalid(expected);
    if (colon <= 0 || colon === word.length - 1) return { space: "", local: word };
    return { space: word.slice(0, colon), local: word.slice(colon + 1) };
  }

  #readWord(expected: string): string {
    const word = this.#match(nameText);
    if (word === "") throw this.#invalid(expected);
    if (!isName(word)) throw this.#invalid(`${quoted(word)} is not a name`);
    return word;
  }

  #readUntil(end: string): string {
    const found = this.#source.indexOf(end, this.#at);
    if (found < 0) throw this.#invalid(`unexpected end of the document, expected ${end}`);
    const text = this.#source.slice(this.#at, found);
    this.#at = found + end.length;
    return text;
  }

  #checked(text: string): string {
    if (hasByteEscape(text)) throw this.#invalid("text that is not UTF-8");
    if (notCharacter.test(text)) throw this.#invalid("a character that XML does not have");
    return text;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    pattern.test(this.#source); // always matches, if only nothing
    const text = this.#source.slice(this.#at, pattern.lastIndex);
    this.#at = pattern.lastIndex;
    return text;
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #invalid(reason: string): Failure {
    return new Failure("invalid_xml", { reason, line: this.line });
  }
}

function written({ space: prefix, local }: Name): string {
  return prefix === "" ? local : `${prefix}:${local}`;
}

function endsOfLines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function entityNamed(name: string): string | undefined {
  return Object.hasOwn(entities, name) ? entities[name] : undefined;
}

/** The character of a number, a half of a surrogate pair being none. */
function character(decimal: string | undefined, hexadecimal = ""): string | undefined {
  const digits = (decimal ?? hexadecimal).replace(/^0+/, "");
  if (digits.length > 7) return undefined;
  const point = Number.parseInt(`0${digits}`, decimal === undefined ? 16 : 10);
  if (point > 0x10ffff) return undefined;
  return point >= 0xd800 && point < 0xe000 ? "\ufffd" : String.fromCodePoint(point);
}

/** What a declaration says, as Go looks for it: the first `name=` that a quote follows. */
function declared(name: string, declaration: string): string {
  const begin = `${name}=`;
  for (let at = declaration.indexOf(begin); at >= 0; at = declaration.indexOf(begin, at)) {
    at += begin.length + 1;
    const quote = declaration[at - 1];
    if (quote === undefined) break;
    if (quote !== '"' && quote !== "'") continue;
    const end = declaration.indexOf(quote, at);
    return end < 0 ? "" : declaration.slice(at, end);
  }
  return "";
}
