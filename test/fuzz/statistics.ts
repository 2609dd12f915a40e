import { functionSet } from "../../src/cli/function-sets.ts";
import type { Node } from "../../src/syntax/ast.ts";
import { parse } from "../../src/syntax/parse.ts";
import { visit } from "../../src/syntax/visit.ts";
import type { Outcome } from "../reference/recorded-file.ts";
import type { Explained } from "./explained.ts";
import type { Verdict } from "./judge.ts";
import type { Program } from "./programs.ts";

/** Counts of runs as JSON has them. */
export interface CountsJson {
  readonly totals: Readonly<Record<string, number>>;
  /** By what is counted: how often each of it came. */
  readonly hits: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Counts what the fuzzed texts did. */
export class Statistics {
  readonly #totals = { texts: 0, refused: 0, good: 0, unsteady: 0, results: 0, errors: 0 };
  readonly #hits = {
    functions: new Counter(),
    "functions in texts that came to a value": new Counter(),
    contexts: new Counter(),
    paths: new Counter(),
    operators: new Counter(),
    "type pairs": new Counter(),
  };

  /** Counts one text and the records it met; only accepted texts count for functions, paths and operators. */
  add(
    { kind, text, home, context }: Program,
    { expected, unsteady }: Verdict,
    { meetings }: Explained,
  ): void {
    const totals = this.#totals;
    totals.texts++;
    if (unsteady) totals.unsteady++;
    if ("rejected" in expected) {
      totals.refused++;
      return;
    }
    const bad = expected.results.filter((outcome) => "error" in outcome || "panic" in outcome).length;
    totals.results += expected.results.length;
    totals.errors += bad;
    if (bad === 0 && expected.results.length > 0) totals.good++;
    this.#hits.contexts.add(`${kind} ${home}${context === "inferred" ? " (inferred)" : ""}`);
    const { node } = parse(text, kind);
    const operators = new Map<string, string>();
    visit(node, { enter: this.#handlers(operators, expected.results.some(isValue)) });
    for (const { start, end, left, right } of meetings) {
      this.#hits["type pairs"].add(`${left} ${operators.get(`${start}-${end}`) ?? "?"} ${right}`);
    }
  }

  /** Counts in what another run counted. */
  merge({ totals, hits }: CountsJson): void {
    for (const name of keysOf(this.#totals)) this.#totals[name] += totals[name] ?? 0;
    for (const name of keysOf(this.#hits))
      for (const [what, count] of Object.entries(hits[name] ?? {})) this.#hits[name].add(what, count);
  }

  toJSON(): CountsJson {
    const hits = Object.entries(this.#hits).map(([what, counter]) => [what, counter.toJSON()]);
    return { totals: this.#totals, hits: Object.fromEntries(hits) };
  }

  #handlers(operators: Map<string, string>, isGood: boolean) {
    const {
      functions,
      paths,
      operators: counted,
      "functions in texts that came to a value": good,
    } = this.#hits;
    const keep = (node: Extract<Node, { kind: "Binary" }>): void => {
      counted.add(node.operator);
      operators.set(`${node.span.start}-${node.span.end}`, node.operator);
    };
    return {
      Call: ({ name }: Extract<Node, { kind: "Call" }>) => {
        functions.add(name);
        if (isGood) good.add(name);
      },
      Path: ({ segments }: Extract<Node, { kind: "Path" }>) =>
        paths.add(segments.map(({ name }) => name).join(".")),
      Binary: keep,
      Logical: ({ operator }: Extract<Node, { kind: "Logical" }>) => counted.add(operator),
      Unary: ({ operator }: Extract<Node, { kind: "Unary" }>) => counted.add(`${operator} (one operand)`),
    };
  }

  /** The counts as text. */
  toString(): string {
    const { texts, refused, good, unsteady, results, errors } = this.#totals;
    const share = (part: number, whole: number) => ((100 * part) / Math.max(whole, 1)).toFixed(1);
    const lines = [
      `${texts} texts, ${refused} of them refused, ${share(good, texts)} % without an error on any record`,
      `${unsteady} texts that the reference answers differently each time`,
      `${results} evaluations, ${share(results - errors, results)} % of them without an error`,
    ];
    for (const [what, counter] of Object.entries(this.#hits))
      lines.push(`\n${what} (${counter.size})`, counter.table());
    const uncalled = functionSet("all").filter(({ name }) => !this.#hits.functions.has(name));
    lines.push(`\nfunctions never called: ${uncalled.map(({ name }) => name).join(", ") || "none"}`);
    return lines.join("\n");
  }
}

/** Whether a record was answered, and a statement was for it. */
function isValue(outcome: Outcome): boolean {
  return "value" in outcome || ("matched" in outcome && outcome.matched);
}

function keysOf<T extends object>(record: T): (keyof T)[] {
  return Object.keys(record) as (keyof T)[]; // the records are literals of this file
}

class Counter {
  readonly #counts = new Map<string, number>();

  get size(): number {
    return this.#counts.size;
  }

  has(what: string): boolean {
    return this.#counts.has(what);
  }

  add(what: string, count = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  toJSON(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  table(): string {
    const sorted = [...this.#counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const cells = sorted.map(([what, count]) => `${String(count).padStart(7)} ${what.padEnd(34)}`);
    const rows: string[] = [];
    for (let i = 0; i < cells.length; i += 3)
      rows.push(
        cells
          .slice(i, i + 3)
          .join("")
          .trimEnd(),
      );
    return rows.join("\n");
  }
}
