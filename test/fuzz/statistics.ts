import type { Node } from "../../src/syntax/ast.ts";
import { parse } from "../../src/syntax/parse.ts";
import { visit } from "../../src/syntax/visit.ts";
import type { Explained } from "./explained.ts";
import type { Verdict } from "./judge.ts";
import type { Program } from "./programs.ts";

/** Counts what the fuzzed texts did. */
export class Statistics {
  #texts = 0;
  #refused = 0;
  #good = 0;
  #unsteady = 0;
  #results = 0;
  #errors = 0;
  readonly #hits = {
    functions: new Counter(),
    "functions in texts without an error": new Counter(),
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
    this.#texts++;
    if (unsteady) this.#unsteady++;
    if ("rejected" in expected) {
      this.#refused++;
      return;
    }
    const bad = expected.results.filter((outcome) => "error" in outcome || "panic" in outcome).length;
    this.#results += expected.results.length;
    this.#errors += bad;
    const isGood = bad === 0 && expected.results.length > 0;
    if (isGood) this.#good++;
    this.#hits.contexts.add(`${kind} ${home}${context === "inferred" ? " (inferred)" : ""}`);
    const { node } = parse(text, kind);
    const operators = new Map<string, string>();
    visit(node, { enter: this.#handlers(operators, isGood) });
    for (const { start, end, left, right } of meetings) {
      this.#hits["type pairs"].add(`${left} ${operators.get(`${start}-${end}`) ?? "?"} ${right}`);
    }
  }

  #handlers(operators: Map<string, string>, isGood: boolean) {
    const { functions, paths, operators: counted, "functions in texts without an error": good } = this.#hits;
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
    const good = this.#results - this.#errors;
    const share = ((100 * good) / Math.max(this.#results, 1)).toFixed(1);
    const goodTexts = ((100 * this.#good) / Math.max(this.#texts, 1)).toFixed(1);
    const lines = [
      `${this.#texts} texts, ${this.#refused} of them refused, ${goodTexts} % without an error on any record`,
      `${this.#unsteady} texts that the reference answers differently each time`,
      `${this.#results} evaluations, ${share} % of them without an error`,
    ];
    for (const [what, counter] of Object.entries(this.#hits))
      lines.push(`\n${what} (${counter.size})`, counter.table());
    return lines.join("\n");
  }
}

class Counter {
  readonly #counts = new Map<string, number>();

  get size(): number {
    return this.#counts.size;
  }

  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
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
