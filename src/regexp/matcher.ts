/**
 * Finds where an expression and its groups match. All ways through the program go over the text side by side, better
 * ones first, so that the time is proportional to the text whatever the pattern: the match is the leftmost, and of
 * those that begin there the one that Go's `regexp` prefers.
 */
import type { Span } from "../diagnostics/diagnostic.ts";
import { holds, placeAfter, textStart } from "./automaton.ts";
import { matching } from "./compile.ts";
import type { Match } from "./match.ts";
import { nativeSearch } from "./native-search.ts";
import { isAnchored, plain, type Tree } from "./node.ts";
import { type Parsed, parsePattern } from "./parse.ts";
import { buildProgram, type Program } from "./program.ts";
import { hasRune } from "./rune-set.ts";

/** A compiled RE2 pattern that tells where it matches. */
export interface Matcher {
  readonly source: string;
  /** The names of the groups by their numbers; the first stands for the whole match. */
  readonly groups: readonly (string | undefined)[];
  /** Whether the pattern matches somewhere in the text. */
  readonly test: (text: string) => boolean;
  /**
   * The UTF-16 ranges of the first match that begins at an index or behind it, and of its groups, `undefined` for those
   * that took no part. What is before the index still counts as text before.
   */
  readonly exec: (text: string, from?: number) => Match | undefined;
  /** Puts a text in the place of every match; `undefined` where that is no faster than to look for each. */
  readonly replace: (text: string, replacement: string) => string | undefined;
}

/**
 * Compiles a pattern to a matcher that answers like Go's `regexp.FindStringSubmatchIndex`; throws a `RegexpError` where Go
 * refuses the pattern.
 */
export function compileMatcher(pattern: string): Matcher {
  const parsed = parsePattern(pattern);
  const node = plain(parsed.tree);
  const { test } = matching(node);
  const native = nativeSearch(parsed.tree, parsed.groups.length - 1);
  let machine: Machine | undefined;
  return {
    source: pattern,
    groups: parsed.groups,
    test,
    exec: (text, from = 0) => {
      if (native !== undefined && text.length <= native.longest) return native.exec(text, from);
      if (from === 0 && !test(text)) return undefined;
      machine ??= new Machine(parsed, isAnchored(node));
      return machine.exec(text, from);
    },
    replace: (text, replacement) =>
      native !== undefined && text.length <= native.longest ? native.replace?.(text, replacement) : undefined,
  };
}

/** The places that instructions wait at one character, better ones first, each with the slots of its way. */
class Threads {
  readonly pcs: number[] = [];
  #slots: Int32Array;
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
    this.#slots = new Int32Array(8 * width);
  }

  add(pc: number, slots: Int32Array): void {
    const start = this.pcs.push(pc) * this.#width - this.#width;
    if (start === this.#slots.length) {
      const larger = new Int32Array(2 * start);
      larger.set(this.#slots);
      this.#slots = larger;
    }
    for (let i = 0; i < this.#width; i++) this.#slots[start + i] = slots[i] as number;
  }

  /** Copies the slots of a place; views of an array would take longer to make than the copy. */
  copySlots(index: number, to: Int32Array): void {
    const start = index * this.#width;
    for (let i = 0; i < this.#width; i++) to[i] = this.#slots[start + i] as number;
  }
}

class Machine {
  readonly #program: Program;
  readonly #anchored: boolean;
  readonly #marks: Int32Array;
  #mark = 0;
  readonly #slots: Int32Array;
  readonly #found: Int32Array;
  #here: Threads;
  #next: Threads;

  constructor({ tree, groups }: Parsed, anchored: boolean) {
    const whole: Tree = { kind: "group", body: tree, index: 0 };
    this.#program = buildProgram(whole);
    this.#anchored = anchored;
    this.#marks = new Int32Array(this.#program.kinds.length);
    this.#slots = new Int32Array(2 * groups.length);
    this.#found = new Int32Array(2 * groups.length);
    this.#here = new Threads(this.#slots.length);
    this.#next = new Threads(this.#slots.length);
  }

  exec(text: string, from: number): Match | undefined {
    const { start } = this.#program;
    let found: Int32Array | undefined;
    let before = from === 0 ? textStart : placeAfter(runeBefore(text, from));
    this.#here.pcs.length = 0;
    this.#mark++;
    for (let i = from; ; ) {
      const rune = text.codePointAt(i) ?? -1;
      if (found === undefined && (i === 0 || !this.#anchored)) {
        this.#slots.fill(-1);
        this.#follow(start, this.#here, i, before, rune);
      }
      if (this.#here.pcs.length === 0 && (found !== undefined || this.#anchored)) break;
      const end = i + (rune > 0xffff ? 2 : 1);
      const after = rune < 0 ? before : placeAfter(rune);
      found = this.#step(rune, end, after, text.codePointAt(end) ?? -1) ?? found;
      if (rune < 0) break;
      [this.#here, this.#next] = [this.#next, this.#here];
      before = after;
      i = end;
    }
    return found && spansOf(found);
  }

  /** Lets the threads pass a character, up to the first that has come to the end: its slots. */
  #step(rune: number, end: number, before: number, next: number): Int32Array | undefined {
    const { kinds, outs, args, sets } = this.#program;
    const { pcs } = this.#here;
    this.#next.pcs.length = 0;
    this.#mark++;
    for (let i = 0; i < pcs.length; i++) {
      const pc = pcs[i] as number; // within the list
      if (kinds[pc] === "match") {
        this.#here.copySlots(i, this.#found);
        return this.#found;
      }
      if (!hasRune(sets[args[pc] as number] as readonly number[], rune)) continue;
      this.#here.copySlots(i, this.#slots);
      this.#follow(outs[pc] as number, this.#next, end, before, next);
    }
    return undefined;
  }

  /** Adds what can be reached from an instruction without a character, in the order of preference. */
  #follow(pc: number, threads: Threads, at: number, before: number, rune: number): void {
    const { kinds, outs, args, assertions } = this.#program;
    const slots = this.#slots;
    /** Instructions, and slots to set back as their complements. */
    const stack = [pc];
    const kept: number[] = [];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (next < 0) {
        slots[~next] = kept.pop() as number; // one was kept for each slot on the stack
        continue;
      }
      if (this.#marks[next] === this.#mark) continue;
      this.#marks[next] = this.#mark;
      const out = outs[next] as number;
      const arg = args[next] as number;
      switch (kinds[next]) {
        case "fork":
          stack.push(arg, out);
          break;
        case "save":
          kept.push(slots[arg] as number);
          stack.push(~arg, out);
          slots[arg] = at;
          break;
        case "hold":
          if (holds(assertions[arg], before, rune)) stack.push(out);
          break;
        default:
          threads.add(next, slots);
      }
    }
  }
}

/** The character that ends at an index. */
function runeBefore(text: string, index: number): number {
  const pair = index > 1 ? (text.codePointAt(index - 2) ?? 0) : 0;
  return pair > 0xffff ? pair : text.charCodeAt(index - 1);
}

function spansOf(slots: Int32Array): Match {
  const spans = Array.from({ length: slots.length / 2 }, (_, group) => {
    const start = slots[2 * group] as number;
    const end = slots[2 * group + 1] as number;
    return end < 0 ? undefined : { start, end };
  });
  return spans as [Span, ...(Span | undefined)[]]; // a match has the whole
}
