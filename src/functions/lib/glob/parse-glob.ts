import { deepestGlob } from "../../../core/limits.ts";
import { hasByteEscape } from "../../../core/utf8.ts";

/** What a glob pattern is made of. */
export type GlobNode =
  | { readonly kind: "text"; readonly text: string }
  /** `*` and `**`; nothing tells them apart where no character separates parts, but common parts are compared. */
  | { readonly kind: "any" | "super" | "single" | "nothing" }
  | { readonly kind: "list"; readonly characters: string; readonly not: boolean }
  | { readonly kind: "range"; readonly low: number; readonly high: number; readonly not: boolean }
  | { readonly kind: "alternatives" | "sequence"; readonly children: readonly GlobNode[] };

/** Why a pattern is none. */
export class GlobSyntaxError extends Error {}

const inText = "?*[{";
const inAlternatives = "?*[{},";

/**
 * Parses a glob pattern as the reference's library does: a NUL ends it, braces may stay open, and inside brackets is
 * either one range or a list of characters. Throws a `GlobSyntaxError`.
 */
export function parseGlob(pattern: string): GlobNode {
  if (hasByteEscape(pattern) || pattern.includes("\ufffd"))
    throw new GlobSyntaxError("it has a character that cannot be read");
  const nul = pattern.indexOf("\0");
  return new GlobParser([...(nul < 0 ? pattern : pattern.slice(0, nul))]).parse();
}

class GlobParser {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(characters: readonly string[]) {
    this.#characters = characters;
  }

  parse(): GlobNode {
    const root: GlobNode[] = [];
    /** The sequences that are open, each with the alternatives to which it belongs. */
    const open: { readonly outer: GlobNode[]; readonly alternatives: GlobNode[] }[] = [];
    let sequence = root;
    for (let c = this.#next(); c !== undefined; c = this.#next()) {
      const innermost = open.at(-1);
      if (c === "{") {
        if (open.length === deepestGlob)
          throw new GlobSyntaxError(`more than ${deepestGlob} braces in it are within each other`);
        const alternatives: GlobNode[] = [];
        sequence.push({ kind: "alternatives", children: alternatives });
        open.push({ outer: sequence, alternatives });
        sequence = begin(alternatives);
      } else if (c === "," && innermost !== undefined) {
        sequence = begin(innermost.alternatives);
      } else if (c === "}" && innermost !== undefined) {
        sequence = innermost.outer;
        open.pop();
      } else if (c === "[") {
        sequence.push(this.#brackets());
      } else if (c === "?") {
        sequence.push({ kind: "single" });
      } else if (c === "*") {
        const twice = this.#characters[this.#at] === "*";
        if (twice) this.#at++;
        sequence.push({ kind: twice ? "super" : "any" });
      } else {
        this.#at--;
        const text = this.#text(innermost === undefined ? inText : inAlternatives);
        if (text !== "") sequence.push({ kind: "text", text });
      }
    }
    return { kind: "sequence", children: root };
  }

  #next(): string | undefined {
    return this.#characters[this.#at++];
  }

  #brackets(): GlobNode {
    const not = this.#characters[this.#at] === "!";
    if (not) this.#at++;
    const first = this.#demand();
    if (this.#characters[this.#at] === "-") {
      this.#at++;
      const [low, high] = [point(first), point(this.#demand())];
      this.#close();
      if (high < low) throw new GlobSyntaxError("a range in it ends before it begins");
      return { kind: "range", low, high, not };
    }
    this.#at--;
    const characters = this.#text("]");
    this.#close();
    if (characters === "") throw new GlobSyntaxError("brackets in it are empty");
    return { kind: "list", characters, not };
  }

  #demand(): string {
    const c = this.#next();
    if (c === undefined) throw new GlobSyntaxError("brackets in it are not closed");
    return c;
  }

  #close(): void {
    if (this.#demand() !== "]") throw new GlobSyntaxError("brackets in it hold more than one range");
  }

  /** Characters up to one that ends the text; a backslash makes the next one ordinary. */
  #text(ends: string): string {
    let text = "";
    for (;;) {
      let c = this.#characters[this.#at];
      if (c === undefined || ends.includes(c)) return text;
      this.#at++;
      if (c === "\\") {
        c = this.#next();
        if (c === undefined) {
          this.#at--;
          return text;
        }
      }
      text += c;
    }
  }
}

function begin(alternatives: GlobNode[]): GlobNode[] {
  const children: GlobNode[] = [];
  alternatives.push({ kind: "sequence", children });
  return children;
}

function point(character: string): number {
  return character.codePointAt(0) as number; // there is a character
}
