import { childrenOf } from "../check/children.ts";
import type { ArgumentIr, CallIr, Ir, TruthIr, ValueIr } from "../check/ir.ts";
import type { Probe, Run } from "../compile/compiler.ts";
import { locate } from "../compile/locate.ts";
import { enumNameOf } from "../contexts/enum-name.ts";
import { assertNever } from "../core/assert-never.ts";
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
  /** The name of the value where the numbers of a path have names, such as `SPAN_KIND_SERVER`. */
  readonly enum?: string;
  readonly error?: Diagnostic;
  /** Where in the text of its first argument a search (`IsMatch`) found what it looked for; nothing where it did not. */
  readonly found?: Span;
  /** How often it was true, false or failed before, where a lambda's body is evaluated several times. */
  readonly before?: { readonly true: number; readonly false: number; readonly error: number };
  readonly children: readonly Explanation[];
}

/** Makes the explanation of an expression: it is compiled with a probe a node when it is first asked for. */
export function explaining(
  ir: Ir,
  source: string,
  compile: (probe: Probe) => Run<unknown>,
): (record: object) => Explanation {
  let traced: { readonly trace: Trace; readonly run: Run<unknown> } | undefined;
  return (record) => {
    if (traced === undefined) {
      const trace = new Trace();
      traced = { trace, run: compile(trace.probe) };
    }
    return traced.trace.follow(traced.run, record, ir, source);
  };
}

/** Records what each node of the IR gave. */
class Trace {
  readonly #outcomes = new Map<Ir, { value: Value } | { error: Failure }>();
  readonly #before = new Map<Ir, { true: number; false: number; error: number }>();

  readonly probe: Probe = (ir, run) => (record) => {
    this.#remember(ir);
    try {
      const value = run(record);
      this.#outcomes.set(ir, { value: value as Value }); // every node gives a Value
      return value;
    } catch (error) {
      const failure = error instanceof Failure ? error : locate(error, ir.node.span);
      this.#outcomes.set(ir, { error: failure });
      throw failure;
    }
  };

  /** Adds up what a node gave that is evaluated again. */
  #remember(ir: Ir): void {
    const outcome = this.#outcomes.get(ir);
    if (outcome === undefined) return;
    const before = this.#before.get(ir) ?? { true: 0, false: 0, error: 0 };
    this.#before.set(ir, before);
    if ("error" in outcome) before.error++;
    else if (typeof outcome.value === "boolean") before[`${outcome.value}`]++;
  }

  /** The explanation of an expression on one record, by what the probes see while it runs. */
  follow(run: Run<unknown>, record: object, ir: Ir, source: string): Explanation {
    this.#outcomes.clear();
    this.#before.clear();
    try {
      run(record);
    } catch (error) {
      locate(error, ir.node.span); // the trace holds it where it happened
    }
    return this.#explain(ir, source);
  }

  #explain(ir: Ir, source: string): Explanation {
    if (ir.kind === "truth") return this.#truth(ir, source);
    const outcome = this.#outcomes.get(ir);
    const { span } = ir.node;
    const before = this.#before.get(ir);
    const shared = {
      text: source.slice(span.start, span.end),
      span,
      kind: kindOf(ir),
      evaluated: outcome !== undefined,
      ...(before === undefined ? {} : { before }),
      children: explainedIn(ir).map((child) => this.#explain(child, source)),
    };
    if (outcome === undefined) return shared;
    if ("error" in outcome) return { ...shared, error: failureDiagnostic(outcome.error, span) };
    const found = ir.kind === "call" ? this.#found(ir) : undefined;
    const { value } = outcome;
    const name = ir.kind === "read" && typeof value === "bigint" ? enumNameOf(ir.path, value) : undefined;
    return {
      ...shared,
      value,
      type: typeNameOf(value),
      ...(name === undefined ? {} : { enum: name }),
      ...(found === undefined ? {} : { found }),
    };
  }

  /** Where a call that gave a value found it, asked of its definition with the same arguments again. */
  #found({ definition, args, reads }: CallIr): Span | undefined {
    const locate = definition.locate as ((...args: unknown[]) => Span | undefined) | undefined; // bound by check
    return locate?.(...reads.map((read) => this.#valueOf(read)), ...args.map((arg) => this.#argument(arg)));
  }

  #argument(arg: ArgumentIr): unknown {
    switch (arg.kind) {
      case "constant":
      case "function":
        return arg.value;
      case "dynamic":
        return arg.type.narrow(this.#valueOf(arg.source));
      case "items":
        return arg.items.map((item) => this.#argument(item));
      case "lazy":
        return () => this.#argument(arg.argument);
      case "place":
      case "lambda": // no function that searches a text takes them
        return undefined;
      default:
        return assertNever(arg);
    }
  }

  #valueOf(ir: ValueIr): Value {
    const outcome = this.#outcomes.get(ir);
    return outcome !== undefined && "value" in outcome ? outcome.value : null;
  }

  /** A converter used as a condition is its call, and fails where that is not a bool. */
  #truth(ir: TruthIr, source: string): Explanation {
    const call = this.#explain(ir.value, source);
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

/** What is explained below an expression; keys that are literals explain nothing. */
function explainedIn(ir: Ir): readonly Ir[] {
  return ir.kind === "read" ? ir.keys.filter((key) => key.kind !== "literal") : childrenOf(ir);
}
