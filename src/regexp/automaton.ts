/**
 * Matches in time proportional to the subject, whatever the pattern: the expression becomes instructions of a
 * nondeterministic automaton, and sets of instructions become states of a deterministic one when a subject first
 * reaches them.
 */
import { isAnchored, type Node } from "./node.ts";
import { buildProgram, NEWLINE, type Program, WORD } from "./program.ts";
import { hasRune } from "./rune-set.ts";

/** What is known of the place before a character, as bits. */
export const textStart = 1;
const afterNewline = 2;
const afterWord = 4;

/** Answers in place of a state. */
const accepts = -1;
const fails = -2;

const mostStates = 8_000;
const mostCells = 1 << 19;
/** For more sets than this it is not kept which classes they have. */
const mostMembers = 1_000;
/** States are not kept where fewer characters than this come for each of them. */
const leastUse = 10;

/** The instructions that can be next, and what came before them. */
interface State {
  readonly pcs: readonly number[];
  readonly before: number;
}

/** Makes a test whether the expression matches somewhere in a text. */
export function automaton(node: Node): (text: string) => boolean {
  const machine = new Automaton(buildProgram(node), isAnchored(node));
  return (text) => machine.test(text);
}

class Automaton {
  readonly #program: Program;
  readonly #anchored: boolean;
  /** One cell for each class of characters and one for the end of the text. */
  readonly #width: number;
  readonly #mostRows: number;
  readonly #marks: Int32Array;
  #mark = 0;
  readonly #stack: number[] = [];
  readonly #members: (Uint8Array | undefined)[] = [];
  /** The states by the row that each has in the table. */
  #states: State[] = [];
  #rows = new Map<string, number>();
  /** The first cell of the row of the next state for each row and class; 0 where nobody has asked yet. */
  #table: Int32Array;
  #clearings = 0;
  /** Whether nothing has to come for a match. */
  readonly #always: boolean;

  constructor(program: Program, anchored: boolean) {
    this.#program = program;
    this.#anchored = anchored;
    this.#width = program.classes.samples.length + 1;
    this.#mostRows = Math.max(10, Math.min(mostStates, Math.floor(mostCells / this.#width)));
    this.#marks = new Int32Array(program.kinds.length);
    this.#table = new Int32Array(8 * this.#width);
    this.#mark++;
    this.#always = this.#follow(program.start, []);
    this.#clear();
  }

  test(text: string): boolean {
    if (this.#always) return true;
    const { ascii, classOf } = this.#program.classes;
    const length = text.length;
    const width = this.#width;
    let table = this.#table;
    let cleared = Number.NEGATIVE_INFINITY;
    let row = width;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      let column: number;
      if (unit < 0x80) column = ascii[unit] as number;
      else {
        const rune = text.codePointAt(i) as number; // within the text
        column = classOf(rune);
        if (rune > 0xffff) i++;
      }
      let next = table[row + column] as number;
      if (next === 0) {
        const clearings = this.#clearings;
        next = this.#ask(row, column);
        table = this.#table;
        if (this.#clearings !== clearings) {
          if (i - cleared < leastUse * this.#mostRows) return this.#simulate(next, text, i + 1);
          cleared = i;
        }
      }
      if (next < 0) return next === accepts;
      row = next;
    }
    return (table[row + width - 1] || this.#ask(row, width - 1)) === accepts;
  }

  /** Goes on without keeping states: for subjects that meet a new one at nearly every character. */
  #simulate(row: number, text: string, from: number): boolean {
    const { classOf } = this.#program.classes;
    let state = this.#states[row / this.#width] as State;
    for (let i = from; i <= text.length; i++) {
      const rune = text.codePointAt(i);
      if (rune !== undefined && rune > 0xffff) i++;
      const next = this.#step(state, rune === undefined ? this.#width - 1 : classOf(rune));
      if (typeof next === "number") return next === accepts;
      state = next;
    }
    return false;
  }

  #ask(row: number, column: number): number {
    const state = this.#step(this.#states[row / this.#width] as State, column);
    let next = typeof state === "number" ? state : this.#rowOf(state);
    if (next === 0) {
      this.#clear();
      next = this.#rowOf(state as State); // an answer is never 0
    } else this.#table[row + column] = next;
    return next;
  }

  /** The state after a character of the class, or the answer. */
  #step(state: State, column: number): State | number {
    const { kinds, outs, args, assertions, classes, start } = this.#program;
    const sample = classes.samples[column] ?? -1;
    const pcs = assertions.length === 0 ? state.pcs : this.#held(state, sample);
    if (pcs === undefined) return accepts;
    if (sample < 0) return fails;
    this.#mark++;
    const next: number[] = [];
    for (const pc of pcs) {
      if (kinds[pc] !== "pass" || !this.#passes(args[pc] as number, column)) continue;
      if (this.#follow(outs[pc] as number, next)) return accepts;
    }
    if (!this.#anchored) this.#follow(start, next);
    if (next.length === 0) return fails;
    return { pcs: next, before: assertions.length === 0 ? 0 : placeAfter(sample) };
  }

  /** Whether the characters of a class are in a set. */
  #passes(index: number, column: number): boolean {
    const { sets, classes } = this.#program;
    const set = sets[index] as readonly number[];
    if (sets.length > mostMembers) return hasRune(set, classes.samples[column] as number);
    this.#members[index] ??= Uint8Array.from(classes.samples, (sample) => (hasRune(set, sample) ? 1 : 0));
    return this.#members[index]?.[column] === 1;
  }

  /** The instructions with those behind assertions that hold before a character; `undefined` where that is a match. */
  #held(state: State, rune: number): readonly number[] | undefined {
    const { kinds, outs, args, assertions } = this.#program;
    const pcs = [...state.pcs];
    this.#mark++;
    for (const pc of pcs) this.#marks[pc] = this.#mark;
    for (const pc of pcs) {
      if (kinds[pc] !== "hold" || !holds(assertions[args[pc] as number], state.before, rune)) continue;
      if (this.#follow(outs[pc] as number, pcs)) return undefined;
    }
    return pcs;
  }

  /** Adds the instructions that can be reached without a character; tells whether the end is among them. */
  #follow(pc: number, pcs: number[]): boolean {
    const { kinds, outs, args } = this.#program;
    const stack = this.#stack;
    let next: number | undefined = pc;
    let ended = false;
    for (; next !== undefined; next = stack.pop()) {
      if (this.#marks[next] === this.#mark) continue;
      this.#marks[next] = this.#mark;
      const kind = kinds[next];
      if (kind === "fork") stack.push(args[next] as number, outs[next] as number);
      else if (kind === "match") ended = true;
      else pcs.push(next);
    }
    return ended;
  }

  /** The first cell of the state's row, or 0 where no row is left. */
  #rowOf(state: State): number {
    const key = `${state.before}:${[...state.pcs].sort((a, b) => a - b).join()}`;
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    if (this.#states.length > this.#mostRows) return 0;
    const row = this.#states.length * this.#width;
    this.#states.push(state);
    this.#rows.set(key, row);
    if (this.#table.length < row + this.#width) {
      const larger = new Int32Array(2 * this.#table.length);
      larger.set(this.#table);
      this.#table = larger;
    }
    return row;
  }

  #clear(): void {
    this.#clearings++;
    this.#table.fill(0);
    this.#rows.clear();
    const pcs: number[] = [];
    this.#mark++;
    this.#follow(this.#program.start, pcs);
    const before = this.#program.assertions.length === 0 ? 0 : textStart;
    this.#states = [{ pcs: [], before: 0 }]; // row 0 would read as not asked yet
    this.#rowOf({ pcs, before });
  }
}

/** What is known of the place after a character, as bits. */
export function placeAfter(rune: number): number {
  return (hasRune(NEWLINE, rune) ? afterNewline : 0) + (hasRune(WORD, rune) ? afterWord : 0);
}

/** Whether an assertion holds between what came before and a character, -1 for the end of the text. */
export function holds(at: Program["assertions"][number] | undefined, before: number, rune: number): boolean {
  const wordBefore = (before & afterWord) !== 0;
  switch (at) {
    case "textStart":
      return (before & textStart) !== 0;
    case "textEnd":
      return rune < 0;
    case "lineStart":
      return (before & (textStart | afterNewline)) !== 0;
    case "lineEnd":
      return rune < 0 || hasRune(NEWLINE, rune);
    case "wordEdge":
      return wordBefore !== hasRune(WORD, rune);
    case "noWordEdge":
      return wordBefore === hasRune(WORD, rune);
    default:
      return false;
  }
}
