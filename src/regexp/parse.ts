import { foldSet } from "./fold.ts";
import { type Assertion, type Node, plain, type Tree } from "./node.ts";
import { parseClass, parseEscape, parsePerl, parseUnicode } from "./parse-class.ts";
import { alternatives, captured, type Piece, repeated, sequence, single } from "./piece.ts";
import { EVERY_RUNE, overSubjects, type RuneSet } from "./rune-set.ts";
import { Scanner } from "./scanner.ts";

/** The limits of Go's `regexp/syntax`: repetitions of one thing, height of the tree, instructions, bounds of classes. */
const mostCopies = 1_000;
const mostHeight = 1_000;
const mostSize = Math.floor((128 << 20) / 40);
const mostRunes = (128 << 20) / 4;

interface Flags {
  fold: boolean;
  multiline: boolean;
  dotAll: boolean;
  ungreedy: boolean;
}

const flagNames: Readonly<Record<string, keyof Flags>> = {
  i: "fold",
  m: "multiline",
  s: "dotAll",
  U: "ungreedy",
};

/** An open group, or the whole pattern. */
interface Frame {
  readonly start: number;
  /** The number of a capturing group, or -1. */
  readonly index: number;
  /** The flags to return to where it ends. */
  readonly outer: Readonly<Flags>;
  readonly branches: Piece[];
  items: Piece[];
}

/** A parsed pattern. */
export interface Parsed {
  readonly tree: Tree;
  /** The names of its groups by their numbers, the first that of the whole pattern, which has none. */
  readonly groups: readonly (string | undefined)[];
}

/** Parses a pattern as Go's `regexp.Compile` does; throws a `RegexpError` where that refuses it. */
export function parsePattern(pattern: string): Parsed {
  const parser = new Parser(pattern);
  return { tree: parser.parse(), groups: parser.groups };
}

/** Parses a pattern of which only matters whether texts match. */
export function parseRegexp(pattern: string): Node {
  return plain(parsePattern(pattern).tree);
}

class Parser {
  readonly #scanner: Scanner;
  readonly #frames: Frame[];
  readonly groups: (string | undefined)[] = [undefined];
  #flags: Readonly<Flags> = { fold: false, multiline: false, dotAll: false, ungreedy: false };
  #runes = 0;
  /** Sizes are looked at only where something is repeated. */
  #repeats = false;
  /** Where the repetition began that has just been read, or -1. */
  #lastRepeat = -1;
  #sets = new Map<string, Piece>();

  constructor(pattern: string) {
    this.#scanner = new Scanner(pattern);
    this.#frames = [this.#frame(0)];
  }

  parse(): Tree {
    const scanner = this.#scanner;
    while (!scanner.done) {
      const start = scanner.position;
      this.#lastRepeat = this.#parseNext() ? start : -1;
    }
    const whole = this.#frames.pop() as Frame; // there is one more than open groups
    const open = this.#frames.length > 0 ? whole.start : -1;
    const piece = this.#close(whole);
    if (open >= 0) scanner.fail("missing closing )", open, open + 1);
    return piece.tree;
  }

  /** Parses one thing and tells whether it was a repetition. */
  #parseNext(): boolean {
    const scanner = this.#scanner;
    const start = scanner.position;
    switch (scanner.peek()) {
      case "(":
        this.#openGroup();
        return false;
      case "|":
        scanner.position++;
        this.#endBranch(this.#top());
        return false;
      case ")":
        scanner.position++;
        this.#closeGroup();
        return false;
      case "[":
        this.#pushClass(parseClass(scanner, this.#flags.fold));
        return false;
      case "*":
        scanner.position++;
        return this.#repeat(0, Number.POSITIVE_INFINITY, start, false);
      case "+":
        scanner.position++;
        return this.#repeat(1, Number.POSITIVE_INFINITY, start, false);
      case "?":
        scanner.position++;
        return this.#repeat(0, 1, start, false);
      case "{":
        return this.#parseCount();
      case "^":
        scanner.position++;
        this.#pushAssertion(this.#flags.multiline ? "lineStart" : "textStart");
        return false;
      case "$":
        scanner.position++;
        this.#pushAssertion(this.#flags.multiline ? "lineEnd" : "textEnd");
        return false;
      case ".":
        scanner.position++;
        this.#pushClass(this.#flags.dotAll ? EVERY_RUNE : [0, 9, 11, 0x10ffff]);
        return false;
      case "\\":
        this.#parseBackslash();
        return false;
      default:
        this.#pushCharacter(scanner.rune());
        return false;
    }
  }

  #parseBackslash(): void {
    const scanner = this.#scanner;
    const assertion = assertions[scanner.peek(1)];
    if (assertion !== undefined) {
      scanner.position += 2;
      this.#pushAssertion(assertion);
    } else if (scanner.skip("\\Q")) {
      const close = scanner.pattern.indexOf("\\E", scanner.position);
      const end = close < 0 ? scanner.pattern.length : close;
      while (scanner.position < end) this.#pushCharacter(scanner.rune(end));
      scanner.skip("\\E");
    } else {
      const { fold } = this.#flags;
      const set = parseUnicode(scanner, fold) ?? parsePerl(scanner, fold);
      if (set === undefined) this.#pushCharacter(parseEscape(scanner));
      else this.#pushClass(set);
    }
  }

  #openGroup(): void {
    const scanner = this.#scanner;
    const start = scanner.position;
    scanner.position++;
    if (!scanner.skip("?")) this.#frames.push(this.#frame(start, this.groups.push(undefined) - 1));
    else if (/^(?:P<|<)./s.test(scanner.pattern.slice(scanner.position, scanner.position + 3))) {
      this.#parseName(start);
    } else this.#parseFlags(start);
  }

  /** Parses `(?P<name>` or `(?<name>` after its question mark. */
  #parseName(start: number): void {
    const scanner = this.#scanner;
    const close = scanner.pattern.indexOf(">", start);
    if (close < 0) {
      scanner.checkUtf8(start, scanner.pattern.length);
      scanner.fail("invalid named capture", start, scanner.pattern.length);
    }
    const name = scanner.pattern.indexOf("<", start) + 1;
    scanner.checkUtf8(name, close);
    scanner.position = close + 1;
    const text = scanner.pattern.slice(name, close);
    if (!/^\w+$/.test(text)) scanner.fail("invalid named capture", start);
    this.#frames.push(this.#frame(start, this.groups.push(text) - 1));
  }

  /** Parses `(?i-s)` or `(?i-s:` after its question mark. */
  #parseFlags(start: number): void {
    const scanner = this.#scanner;
    const flags = { ...this.#flags };
    let on = true;
    let pending = false;
    while (!scanner.done) {
      const letter = String.fromCodePoint(scanner.rune());
      const name = Object.hasOwn(flagNames, letter) ? flagNames[letter] : undefined;
      if (name !== undefined) {
        flags[name] = on;
        pending = false;
      } else if (letter === "-" && on) {
        on = false;
        pending = true;
      } else if ((letter === ":" || letter === ")") && !pending) {
        if (letter === ":") this.#frames.push(this.#frame(start));
        this.#flags = flags;
        return;
      } else break;
    }
    scanner.fail("invalid or unsupported Perl syntax", start);
  }

  #closeGroup(): void {
    const frame = this.#frames.pop() as Frame; // there is one more than open groups
    if (this.#frames.length === 0) this.#scanner.fail("unexpected )", this.#scanner.position - 1);
    const inner = this.#close(frame);
    this.#flags = frame.outer;
    this.#push(frame.index < 0 ? inner : this.#checked(captured(inner, frame.index)));
  }

  /** Parses `{n}`, `{n,}` or `{n,m}`; a brace that begins none of them is a character. */
  #parseCount(): boolean {
    const scanner = this.#scanner;
    const start = scanner.position;
    const count = /\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/y;
    count.lastIndex = start;
    const found = count.exec(scanner.pattern);
    if (found === null) {
      this.#pushCharacter(scanner.rune());
      return false;
    }
    scanner.position += found[0].length;
    const min = Number(found[1]);
    const max =
      found[2] === undefined ? min : found[3] === undefined ? Number.POSITIVE_INFINITY : Number(found[3]);
    const most = found[3] === undefined ? min : max;
    if (min > mostCopies || most > mostCopies || min > max) scanner.fail("invalid repeat count", start);
    return this.#repeat(min, max, start, true);
  }

  #repeat(min: number, max: number, start: number, counted: boolean): true {
    const scanner = this.#scanner;
    const lazy = scanner.skip("?") !== this.#flags.ungreedy;
    if (this.#lastRepeat >= 0) scanner.fail("invalid nested repetition operator", this.#lastRepeat);
    const { items } = this.#top();
    const body = items.pop() ?? scanner.fail("missing argument to repetition operator", start);
    this.#repeats ||= counted;
    const piece = this.#checked(repeated(body, { min, max, counted, lazy }));
    if (piece.copies > mostCopies) scanner.fail("invalid repeat count", start);
    items.push(piece);
    return true;
  }

  #pushCharacter(rune: number): void {
    const { fold } = this.#flags;
    this.#runes++;
    const key = `${fold ? "~" : ""}${rune}`;
    this.#push(this.#shared(key, "characters", () => (fold ? foldSet([rune, rune]) : [rune, rune])));
  }

  #pushClass(set: RuneSet): void {
    this.#runes += set.length;
    this.#push(this.#shared(set.join(), "other", () => set));
  }

  /** The piece of a set; equal ones are the same object. */
  #shared(key: string, kind: "characters" | "other", set: () => RuneSet): Piece {
    let piece = this.#sets.get(key);
    if (piece === undefined) {
      piece = single({ kind: "set", set: overSubjects(set()) }, kind);
      this.#sets.set(key, piece);
    }
    return piece;
  }

  #pushAssertion(at: Assertion): void {
    this.#push(single({ kind: "assertion", at }, "other"));
  }

  #push(piece: Piece): void {
    if (this.#runes > mostRunes) this.#refuse("expression too large");
    this.#top().items.push(piece);
  }

  #close(frame: Frame): Piece {
    this.#endBranch(frame);
    return this.#checked(alternatives(frame.branches));
  }

  #endBranch(frame: Frame): void {
    frame.branches.push(this.#checked(sequence(frame.items)));
    frame.items = [];
  }

  #checked(piece: Piece): Piece {
    if (piece.height > mostHeight) this.#refuse("expression nests too deeply");
    if (this.#repeats && piece.size > mostSize) this.#refuse("expression too large");
    return piece;
  }

  #refuse(reason: "expression nests too deeply" | "expression too large"): never {
    return this.#scanner.fail(reason, 0, this.#scanner.pattern.length);
  }

  #frame(start: number, index = -1): Frame {
    return { start, index, outer: this.#flags, branches: [], items: [] };
  }

  #top(): Frame {
    return this.#frames.at(-1) as Frame; // the frame of the whole pattern stays to the end
  }
}

const assertions: Readonly<Record<string, Assertion>> = {
  A: "textStart",
  b: "wordEdge",
  B: "noWordEdge",
  z: "textEnd",
};
