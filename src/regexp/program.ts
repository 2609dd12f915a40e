import { type Assertion, isNullable, type Tree } from "./node.ts";
import type { RuneSet } from "./rune-set.ts";

/**
 * What an automaton runs: `pass` goes on to `out` after one character of set `arg`, `fork` to `out` and to `arg`,
 * `hold` to `out` where an assertion holds, `save` to `out` after it has kept the place in slot `arg`. Where a fork
 * matters, `out` is better.
 */
export interface Program {
  readonly kinds: readonly Instruction[];
  readonly outs: readonly number[];
  readonly args: readonly number[];
  readonly sets: readonly RuneSet[];
  readonly assertions: readonly Assertion[];
  readonly start: number;
  readonly classes: RuneClasses;
}

export type Instruction = "match" | "pass" | "fork" | "hold" | "save";

/** Characters that no set of a program tells apart are of one class. */
export interface RuneClasses {
  /** One character of each class. */
  readonly samples: readonly number[];
  /** The classes of the characters below U+0080. */
  readonly ascii: Int32Array;
  readonly classOf: (rune: number) => number;
}

/** The characters that assertions ask about. */
export const NEWLINE: RuneSet = [10, 10];
export const WORD: RuneSet = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];

/** Makes the instructions of an expression, in the order of preference that Go's have. */
export function buildProgram(node: Tree): Program {
  const builder = new Builder();
  const start = builder.add(node, builder.emit("match", 0, 0));
  const { kinds, outs, args, assertions } = builder;
  const sets = [...builder.sets.keys()];
  const asked = assertions.length > 0 ? [...sets, NEWLINE, WORD] : sets;
  return { kinds, outs, args, sets, assertions, start, classes: runeClasses(asked) };
}

/** Adds instructions from the end of the expression to its begin, so that each knows where it leads. */
class Builder {
  readonly kinds: Instruction[] = [];
  readonly outs: number[] = [];
  readonly args: number[] = [];
  readonly sets = new Map<RuneSet, number>();
  readonly assertions: Assertion[] = [];

  emit(kind: Instruction, out: number, arg: number): number {
    this.kinds.push(kind);
    this.outs.push(out);
    this.args.push(arg);
    return this.kinds.length - 1;
  }

  add(node: Tree, next: number): number {
    switch (node.kind) {
      case "empty":
        return next;
      case "set":
        return this.emit("pass", next, this.#indexOf(node.set));
      case "assertion":
        this.assertions.push(node.at);
        return this.emit("hold", next, this.assertions.length - 1);
      case "concat":
        return node.parts.reduceRight((after, part) => this.add(part, after), next);
      case "either":
        return node.branches
          .map((branch) => this.add(branch, next))
          .reduceRight((others, branch) => this.emit("fork", branch, others));
      case "repeat":
        return this.#addRepeat(node, next);
      case "group": {
        const end = this.emit("save", next, 2 * node.index + 1);
        return this.emit("save", this.add(node.body, end), 2 * node.index);
      }
    }
  }

  #addRepeat({ body, min, max, lazy = false }: Extract<Tree, { kind: "repeat" }>, next: number): number {
    let start = next;
    if (max === Number.POSITIVE_INFINITY) {
      const loop = this.emit("fork", next, next);
      start = this.add(body, loop);
      (lazy ? this.args : this.outs)[loop] = start;
      if (min === 0) start = isNullable(body) ? this.#either(start, next, lazy) : loop;
    } else {
      for (let i = min; i < max; i++) start = this.#either(this.add(body, start), next, lazy);
    }
    for (let i = max === Number.POSITIVE_INFINITY ? 1 : 0; i < min; i++) start = this.add(body, start);
    return start;
  }

  #either(body: number, next: number, lazy: boolean): number {
    return lazy ? this.emit("fork", next, body) : this.emit("fork", body, next);
  }

  #indexOf(set: RuneSet): number {
    let index = this.sets.get(set);
    if (index === undefined) {
      index = this.sets.size;
      this.sets.set(set, index);
    }
    return index;
  }
}

function runeClasses(sets: readonly RuneSet[]): RuneClasses {
  const edges = [...new Set([0, ...sets.flatMap(edgesOf)])].sort((a, b) => a - b);
  const indexOf = new Map(edges.map((edge, index) => [edge, index]));
  const ids = new Int32Array(edges.length);
  let count = 1;
  for (const set of sets) {
    const split = new Map<number, number>();
    for (let i = 0; i < set.length; i += 2) {
      const stop = indexOf.get((set[i + 1] as number) + 1) ?? edges.length;
      for (let k = indexOf.get(set[i] as number) as number; k < stop; k++) {
        const old = ids[k] as number;
        if (!split.has(old)) split.set(old, count++);
        ids[k] = split.get(old) as number;
      }
    }
  }
  return numbered(edges, ids);
}

function edgesOf(set: RuneSet): readonly number[] {
  return set.map((bound, i) => bound + (i & 1)).filter((edge) => edge <= 0x10ffff);
}

/** Numbers the classes that are left from 0. */
function numbered(edges: readonly number[], ids: Int32Array): RuneClasses {
  const samples: number[] = [];
  const numbers = new Map<number, number>();
  const classes = new Int32Array(ids.length);
  for (const [k, id] of ids.entries()) {
    if (!numbers.has(id)) numbers.set(id, samples.push(edges[k] as number) - 1);
    classes[k] = numbers.get(id) as number;
  }
  const classOf = (rune: number): number => {
    let low = 0;
    let high = edges.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((edges[middle] as number) <= rune) low = middle;
      else high = middle;
    }
    return classes[low] as number;
  };
  return { samples, classOf, ascii: Int32Array.from({ length: 0x80 }, (_, rune) => classOf(rune)) };
}
