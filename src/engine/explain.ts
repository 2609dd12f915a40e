import type { Ir, TruthIr, ValueIr } from "../check/ir.ts";
import type { Probe } from "../compile/compiler.ts";
import { Failure } from "../core/failure.ts";
import { type TypeName, typeNameOf, type Value } from "../core/values.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { failureDiagnostic } from "./failure-diagnostic.ts";

/** One sub-expression of an explanation. */
export interface Explanation {
  /** Its text, as written. */
  readonly text: string;
  readonly span: Span;
  /** What kind of expression it is, such as `compare`, `or`, `call`, `path`. */
  readonly kind: string;
  /** Whether it was evaluated: `false` where an operand before it decided, or where it was folded away. */
  readonly evaluated: boolean;
  readonly value?: Value;
  readonly type?: TypeName;
  readonly error?: Diagnostic;
  readonly children: readonly Explanation[];
}

/** Records what each node of the IR gave. */
export class Trace {
  readonly #outcomes = new Map<Ir, { value: Value } | { error: Failure }>();

  readonly probe: Probe = (ir, run) => (record) => {
    try {
      const value = run(record);
      this.#outcomes.set(ir, { value: value as Value }); // every node gives a Value
      return value;
    } catch (error) {
      if (error instanceof Failure) this.#outcomes.set(ir, { error });
      throw error;
    }
  };

  clear(): void {
    this.#outcomes.clear();
  }

  /** The explanation of a node and everything below it. */
  explain(ir: Ir, source: string): Explanation {
    if (ir.kind === "truth") return this.#truth(ir, source);
    const outcome = this.#outcomes.get(ir);
    const { span } = ir.node;
    const shared = {
      text: source.slice(span.start, span.end),
      span,
      kind: kindOf(ir),
      evaluated: outcome !== undefined,
      children: childrenOf(ir).map((child) => this.explain(child, source)),
    };
    if (outcome === undefined) return shared;
    if ("error" in outcome) return { ...shared, error: failureDiagnostic(outcome.error, span) };
    return { ...shared, value: outcome.value, type: typeNameOf(outcome.value) };
  }

  /** A converter used as a condition is its call, and fails where that is not a bool. */
  #truth(ir: TruthIr, source: string): Explanation {
    const call = this.explain(ir.value, source);
    const outcome = this.#outcomes.get(ir);
    if (outcome === undefined || "value" in outcome || call.error !== undefined) return call;
    return { ...call, error: failureDiagnostic(outcome.error, call.span) };
  }
}

/**
 * The smallest sub-expression that decided a condition: the operand that made an `or` true or an `and` false, the
 * one that failed, or the whole chain where all operands had to agree.
 */
export function decidedBy(explanation: Explanation): Explanation {
  const { children, kind, value } = explanation;
  if (kind === "not" && children[0]?.evaluated) return decidedBy(children[0]);
  if (kind === "or" || kind === "and") {
    const decider = children.find((c) => c.evaluated && c.value === (kind === "or"));
    const failed = children.find((c) => c.evaluated && c.error !== undefined);
    if (failed !== undefined) return decidedBy(failed);
    if (value === (kind === "or") && decider !== undefined) return decidedBy(decider);
  }
  return explanation;
}

function kindOf(ir: Ir): string {
  if (ir.kind === "logical") return ir.operator;
  return ir.kind === "read" ? "path" : ir.kind;
}

function childrenOf(ir: Ir): readonly Ir[] {
  switch (ir.kind) {
    case "literal":
      return [];
    case "read":
      return ir.keys.filter((key) => key.kind !== "literal");
    case "list":
      return ir.items;
    case "map":
      return ir.entries.flatMap(({ key, value }) => [key, value]);
    case "calculate":
    case "compare":
      return [ir.left, ir.right];
    case "negate":
    case "not":
      return [ir.operand];
    case "call":
      return ir.args.flatMap((arg) => argumentSources(arg));
    case "index":
      return [ir.target, ...ir.keys];
    case "constant":
      return ir.of === undefined ? [] : [ir.of];
    case "truth":
      return [ir.value];
    case "logical":
      return ir.written;
  }
}

function argumentSources(arg: Extract<Ir, { kind: "call" }>["args"][number]): readonly ValueIr[] {
  if (arg.kind === "items") return arg.items.flatMap(argumentSources);
  return arg.source === undefined ? [] : [arg.source];
}
