import { checkCondition } from "../check/check.ts";
import type { BooleanIr } from "../check/ir.ts";
import { compileBoolean } from "../compile/compile.ts";
import type { Run } from "../compile/compiler.ts";
import { fuse } from "../compile/fuse.ts";
import { locate } from "../compile/locate.ts";
import { Failure } from "../core/failure.ts";
import type { TypeName } from "../core/values.ts";
import type { Expression, Node } from "../syntax/ast.ts";
import { type CheckedText, checkedText } from "./checked-text.ts";
import { decidedBy, type Explanation, explaining } from "./explain.ts";
import { evaluationError } from "./failure-diagnostic.ts";
import type { Options } from "./options.ts";

/** The explanation of a condition on one record. */
export interface ConditionExplanation extends Explanation {
  /** The smallest sub-expression that decided. */
  readonly decidedBy: Explanation;
}

/** A condition, compiled once. */
export interface Condition {
  readonly context: string;
  readonly text: string;
  readonly ast: Expression;
  /** Whether the record meets the condition; throws an `OttlError` of phase `evaluation` where it cannot be told. */
  matches(record: object): boolean;
  /** Every sub-expression with its value, type, error or the reason why it was not evaluated. Never throws. */
  explain(record: object): ConditionExplanation;
  /** The type of a node of `ast` as far as it is known without a record; `any` where it is not. */
  typeOf(node: Node): TypeName;
}

/**
 * Compiles a condition over records of a context.
 *
 * @throws {OttlError} of phase `syntax` or `check`, with every finding and its exact place.
 */
export function makeCondition(context: string, text: string, options: Options): Condition {
  return new CompiledCondition(text, checkedText("condition", context, text, options, checkCondition));
}

class CompiledCondition implements Condition {
  readonly context: string;
  readonly text: string;
  readonly ast: Expression;
  readonly #ir: BooleanIr;
  readonly #types: ReadonlyMap<Node, TypeName>;
  readonly #run: Run<boolean>;
  readonly #explain: (record: object) => Explanation;
  #plain: Run<boolean> | undefined;

  constructor(text: string, { node, ir, types, context }: CheckedText<"condition", BooleanIr>) {
    this.context = context;
    this.text = text;
    this.ast = node;
    this.#ir = ir;
    this.#types = types;
    this.#run = compileBoolean(fuse(ir));
    this.#explain = explaining(ir, text, (probe) => compileBoolean(ir, { probe }));
  }

  matches(record: object): boolean {
    try {
      return this.#run(record);
    } catch (error) {
      return this.#again(error, record);
    }
  }

  /** A fused closure may stumble over a hostile record where the plain one has a verdict or a better reason. */
  #again(error: unknown, record: object): boolean {
    let cause = error;
    if (!(error instanceof Failure)) {
      try {
        this.#plain ??= compileBoolean(this.#ir);
        return this.#plain(record);
      } catch (plain) {
        cause = plain;
      }
    }
    throw evaluationError(locate(cause, this.ast.span), this.text);
  }

  explain(record: object): ConditionExplanation {
    const explanation = this.#explain(record);
    return { ...explanation, decidedBy: decidedBy(explanation) };
  }

  typeOf(node: Node): TypeName {
    return this.#types.get(node) ?? "any";
  }
}
