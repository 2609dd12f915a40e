import { foldSet } from "./fold.ts";
import { type Assertion, concat, EMPTY, either, type Node, repeat } from "./node.ts";
import { parseClass, parseEscape, parsePerl, parseUnicode } from "./parse-class.ts";
import { EVERY_RUNE, overSubjects, type RuneSet } from "./rune-set.ts";
import { Scanner } from "./scanner.ts";

/** The limits of Go's `regexp/syntax`: repetitions of one thing, height of the tree, instructions, bounds of classes. */
const mostCopies = 1_000;
const mostHeight = 1_000;
const mostSize = Math.floor((128 << 20) / 40);
const mostRunes = (128 << 20) / 4;

/** An expression with what the limits count. */
interface Piece {
  readonly node: Node;
  /** How often the innermost thing is repeated by counted repetitions. */
  readonly copies: number;
  readonly height: number;
  readonly size: number;
  /** A plain character, of which a run counts as one expression. */
  readonly literal: boolean;
}

interface Flags {
  fold: boolean;
  multiline: boolean;
  dotAll: boolean;
}

/** An open group, or the whole pattern. */
interface Frame {
  readonly start: number;
  readonly captures: boolean;
  /** The flags to return to where it ends. */
  readonly outer: Readonly<Flags>;
  readonly branches: Piece[];
  items: Piece[];
}

const emptyPiece: Piece = { node: EMPTY, copies: 1, height: 1, size: 1, literal: false };

/** Parses a pattern as Go's `regexp.Compile` does; throws a `RegexpError` where that refuses it. */
export function parseRegexp(pattern: string): Node {
  return new Parser(pattern).parse();
}

class Parser {
  readonly #scanner: Scanner;
  readonly #frames: Frame[];
  #flags: Readonly<Flags> = { fold: false, multiline: false, dotAll: false };
  #runes = 0;
  /** Expressions seen and the product of their repetitions: sizes are looked at once these may add up to too much. */
  #pieces = 0;
  #repeats = 1;
  /** Where the repetition began that has just been read, or -1. */
  #lastRepeat = -1;
  #characters = new Map<number, Piece>();

  constructor(pattern: string) {
    this.#scanner = new Scanner(pattern);
    this.#frames = [this.#frame(0, false)];
  }

  parse(): Node {
    const scanner = this.#scanner;
    while (!scanner.done) {
      const start = scanner.position;
      this.#lastRepeat = this.#parseNext() ? start : -1;
    }
    const whole = this.#frames.pop() as Frame; // there is one more than open groups
    const open = this.#frames.length > 0 ? whole.start : -1;
    const piece = this.#close(whole);
    if (open >= 0) scanner.fail("missing closing )", open, open + 1);
    return piece.node;
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
    if (!scanner.skip("?")) this.#frames.push(this.#frame(start, true));
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
    if (!/^\w+$/.test(scanner.pattern.slice(name, close))) scanner.fail("invalid named capture", start);
    this.#frames.push(this.#frame(start, true));
  }

  /** Parses `(?i-s)` or `(?i-s:` after its question mark. */
  #parseFlags(start: number): void {
    const scanner = this.#scanner;
    const flags = { ...this.#flags };
    let on = true;
    let pending = false;
    while (!scanner.done) {
      const letter = String.fromCodePoint(scanner.rune());
      const name =
        letter === "i" ? "fold" : letter === "m" ? "multiline" : letter === "s" ? "dotAll" : undefined;
      if (name !== undefined) flags[name] = on;
      if (name !== undefined || letter === "U") pending = false;
      else if (letter === "-" && on) {
        on = false;
        pending = true;
      } else if ((letter === ":" || letter === ")") && !pending) {
        if (letter === ":") this.#frames.push(this.#frame(start, false));
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
    if (!frame.captures) this.#push({ ...inner, literal: false });
    else
      this.#push(this.#checked({ ...inner, height: inner.height + 1, size: inner.size + 2, literal: false }));
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
    scanner.skip("?");
    if (this.#lastRepeat >= 0) scanner.fail("invalid nested repetition operator", this.#lastRepeat);
    const { items } = this.#top();
    const body = items.pop() ?? scanner.fail("missing argument to repetition operator", start);
    const times = Number.isFinite(max) ? max : min;
    const copies = !counted || times < 1 ? body.copies : body.copies * times;
    if (counted) this.#repeats = Math.min(mostSize, this.#repeats * Math.max(times, 1));
    items.push(
      this.#checked({
        node: repeat(body.node, min, max),
        copies: max === 0 ? 1 : copies,
        height: body.height + 1,
        size: repeatedSize(body.size, min, max, counted),
        literal: false,
      }),
    );
    if (counted && Math.max(min, times) >= 2 && copies > mostCopies)
      scanner.fail("invalid repeat count", start);
    return true;
  }

  #pushCharacter(rune: number): void {
    const key = this.#flags.fold ? -1 - rune : rune;
    let piece = this.#characters.get(key);
    if (piece === undefined) {
      const set = this.#flags.fold ? foldSet([rune, rune]) : [rune, rune];
      piece = { node: { kind: "set", set: overSubjects(set) }, copies: 1, height: 1, size: 1, literal: true };
      this.#characters.set(key, piece);
    }
    this.#runes++;
    this.#push(piece);
  }

  #pushClass(set: RuneSet): void {
    this.#runes += set.length;
    this.#push({ ...emptyPiece, node: { kind: "set", set: overSubjects(set) } });
  }

  #pushAssertion(at: Assertion): void {
    this.#push({ ...emptyPiece, node: { kind: "assertion", at } });
  }

  #push(piece: Piece): void {
    const { items } = this.#top();
    if (!piece.literal || items.at(-1)?.literal !== true) this.#pieces++;
    items.push(piece);
    if (this.#runes > mostRunes) this.#refuse("expression too large");
  }

  #close(frame: Frame): Piece {
    this.#endBranch(frame);
    const { branches } = frame;
    if (branches.length === 1) return branches[0] as Piece;
    return this.#checked({
      ...most(branches, branches.length),
      size: sum(branches) + branches.length - 1,
      node: either(branches.map((branch) => branch.node)),
      literal: false,
    });
  }

  #endBranch(frame: Frame): void {
    const { items } = frame;
    frame.items = [];
    const runs = items.filter((item, i) => !item.literal || items[i - 1]?.literal !== true).length;
    frame.branches.push(
      items.length === 0
        ? emptyPiece
        : this.#checked({
            ...most(items, runs),
            size: sum(items),
            node: concat(items.map((item) => item.node)),
            literal: false,
          }),
    );
  }

  #checked(piece: Piece): Piece {
    if (piece.height > mostHeight) this.#refuse("expression nests too deeply");
    const few = this.#pieces < mostSize / this.#repeats;
    if (!few && piece.size > mostSize) this.#refuse("expression too large");
    return piece;
  }

  #refuse(reason: "expression nests too deeply" | "expression too large"): never {
    return this.#scanner.fail(reason, 0, this.#scanner.pattern.length);
  }

  #frame(start: number, captures: boolean): Frame {
    return { start, captures, outer: this.#flags, branches: [], items: [] };
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

/** What the limits count in several pieces together; one more level where there are several. */
function most(pieces: readonly Piece[], levels: number): { copies: number; height: number } {
  let copies = 1;
  let height = 1;
  for (const piece of pieces) {
    copies = Math.max(copies, piece.copies);
    height = Math.max(height, piece.height);
  }
  return { copies, height: levels > 1 ? height + 1 : height };
}

function sum(pieces: readonly Piece[]): number {
  let size = 0;
  for (const piece of pieces) size += piece.size;
  return size;
}

/** How many instructions the reference makes of a repetition. */
function repeatedSize(size: number, min: number, max: number, counted: boolean): number {
  if (!counted) return (min === 0 && max > 1 ? 2 : 1) + size;
  if (Number.isFinite(max)) return Math.max(1, max * size + max - min);
  return min === 0 ? 2 + size : 1 + min * size;
}
