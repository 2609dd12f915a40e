import type { ProcessorVerdict } from "./judge.ts";
import type { ProcessorProgram } from "./program.ts";

/** Counts what the fuzzed settings had in them and what became of them. */
export class ProcessorStatistics {
  readonly #outcomes = new Map<string, number>();
  readonly #hits = new Map<string, Map<string, number>>();

  /** What refused settings have in them counts as well, but by itself. */
  add({ tags }: ProcessorProgram, { expected, unsteady }: ProcessorVerdict): void {
    const outcome = outcomeOf(expected);
    count(this.#outcomes, outcome);
    if (unsteady) count(this.#outcomes, "answered differently each time");
    if (expected !== undefined && "failed" in expected && expected.failed.length > 0)
      count(this.#outcomes, "with conditions that failed");
    const isTaken = outcome !== "refused at start-up";
    for (const [what, which] of tags) {
      const name = isTaken ? what : `${what} (refused)`;
      const hits = this.#hits.get(name) ?? new Map<string, number>();
      this.#hits.set(name, hits);
      count(hits, which);
    }
  }

  toString(): string {
    const lines = [`outcomes: ${table(this.#outcomes)}`];
    for (const [what, hits] of [...this.#hits].sort(([a], [b]) => (a < b ? -1 : 1)))
      lines.push(`${what}: ${table(hits)}`);
    return lines.join("\n");
  }
}

function outcomeOf(expected: ProcessorVerdict["expected"]): string {
  if (expected === undefined) return "not answered by the reference";
  if ("refused" in expected)
    return expected.refused === "config" ? "refused at start-up" : "payload rejected";
  return expected.payload === undefined ? "nothing left" : "sent on";
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function table(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.map(([what, times]) => `${what} ${times}`).join(", ");
}
