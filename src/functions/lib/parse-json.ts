import { Failure } from "../../core/failure.ts";
import { deepestValue } from "../../core/limits.ts";
import { parseDouble } from "../../core/number-text.ts";
import { ListValue, MapValue, type Value } from "../../core/values.ts";

/**
 * Reads JSON as goccy/go-json does: every number is a double and may have leading zeros or an empty fraction, strings
 * may hold line ends, `null` may be a key (the empty one), the last of equal keys wins, and U+0000 ends the text.
 * Throws `invalid_json` and `value_too_deep`.
 */
export function parseJson(text: string): Value {
  return plainJson(text) ?? readJson(text);
}

/** Escapes for half of a surrogate pair, which `JSON.parse` keeps. */
const surrogate = /\\u[dD][89a-fA-F]/;

/** What `JSON.parse` makes of a text in which both agree; `undefined` of any other. */
function plainJson(text: string): Value | undefined {
  if (text.includes("\\u") && surrogate.test(text)) return undefined;
  try {
    return fromParsed(JSON.parse(text), 0);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fromParsed(parsed: unknown, depth: number): Value | undefined {
  if (typeof parsed === "number") return Number.isFinite(parsed) ? parsed : undefined;
  if (typeof parsed !== "object" || parsed === null) return parsed as string | boolean | null;
  if (depth >= deepestValue) throw new Failure("value_too_deep", { limit: deepestValue });
  const isArray = Array.isArray(parsed);
  const items: readonly unknown[] = isArray ? parsed : Object.values(parsed);
  const values: Value[] = [];
  for (let i = 0; i < items.length; i++) {
    const value = fromParsed(items[i], depth + 1);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return isArray ? new ListValue(values, "slice") : new MapValue(Object.keys(parsed), values);
}

function readJson(text: string): Value {
  const reader = new Reader(text);
  const value = reader.readValue(0);
  reader.expectEnd();
  return value;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readValue(depth: number): Value {
    const next = this.#skipSpace();
    switch (next) {
      case "{":
        return this.#readObject(depth + 1);
      case "[":
        return this.#readArray(depth + 1);
      case '"':
        return this.#readString();
      case "t":
        return this.#readWord("true", true);
      case "f":
        return this.#readWord("false", false);
      case "n":
        return this.#readWord("null", null);
      default:
        return this.#readNumber();
    }
  }

  expectEnd(): void {
    const next = this.#skipSpace();
    if (next !== "" && next !== "\0") throw this.#invalid("text after the value");
  }

  #readObject(depth: number): MapValue {
    this.#enter(depth);
    const entries = new Map<string, Value>();
    if (this.#take("}")) return MapValue.of(entries);
    do {
      const next = this.#skipSpace();
      if (next !== '"' && next !== "n") throw this.#invalid("expected a key in quotes");
      const key = next === '"' ? this.#readString() : this.#readWord("null", "");
      if (!this.#take(":")) throw this.#invalid('expected ":" after a key');
      entries.set(key, this.readValue(depth));
    } while (this.#take(","));
    if (!this.#take("}")) throw this.#invalid('expected "," or "}"');
    return MapValue.of(entries);
  }

  #readArray(depth: number): ListValue {
    this.#enter(depth);
    const items: Value[] = [];
    if (this.#take("]")) return new ListValue(items, "slice");
    do items.push(this.readValue(depth));
    while (this.#take(","));
    if (!this.#take("]")) throw this.#invalid('expected "," or "]"');
    return new ListValue(items, "slice");
  }

  #enter(depth: number): void {
    if (depth > deepestValue) throw new Failure("value_too_deep", { limit: deepestValue });
    this.#at++;
  }

  #readNumber(): number {
    const [digits] = this.#match(/[-\d][\d.eE+-]*/y) ?? [];
    if (digits === undefined) throw this.#invalid("expected a value");
    const value = parseDouble(digits);
    if (typeof value === "string" || !/^[\0\t\n\r ,:}\]]?$/.test(this.#text.charAt(this.#at))) {
      throw this.#invalid(value === "range" ? "the number is out of range" : "malformed number");
    }
    return value;
  }

  #readString(): string {
    const start = this.#at + 1;
    let end = start;
    let escaped = false;
    for (;;) {
      const unit = this.#text.charCodeAt(end);
      if (unit === 0x22) break;
      if (unit === 0x5c) {
        escaped = true;
        escapeSequence.lastIndex = end;
        if (!escapeSequence.test(this.#text)) throw this.#invalid("an escape that JSON does not know");
        end = escapeSequence.lastIndex;
      } else {
        if (Number.isNaN(unit) || unit === 0) throw this.#invalid("the string has no end");
        end++;
      }
    }
    this.#at = end + 1;
    const content = this.#text.slice(start, end);
    return escaped ? withoutEscapes(content) : content;
  }

  #readWord<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) throw this.#invalid(`expected "${word}"`);
    this.#at += word.length;
    return value;
  }

  #take(token: string): boolean {
    if (this.#skipSpace() !== token) return false;
    this.#at++;
    return true;
  }

  /** The character after white space, empty at the end. */
  #skipSpace(): string {
    this.#match(/[ \t\n\r]*/y);
    return this.#text.charAt(this.#at);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  #invalid(reason: string): Failure {
    return new Failure("invalid_json", { reason, offset: this.#at });
  }
}

const escapeSequence = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const escapes = /\\(?:u(d[89ab]..)\\u(d[c-f]..)|u(....)|(.))/gi;
const named: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** Half of a surrogate pair alone becomes U+FFFD. */
function withoutEscapes(content: string): string {
  return content.replace(escapes, (_, high?: string, low?: string, unit?: string, letter?: string) => {
    if (high !== undefined) return fromHex(high) + fromHex(low as string);
    if (unit !== undefined) return /^d[89a-f]/i.test(unit) ? "\ufffd" : fromHex(unit);
    return named[letter as string] ?? (letter as string);
  });
}

function fromHex(digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}
