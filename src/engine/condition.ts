import { checkCondition } from "../check/check.ts";
import type { BooleanIr } from "../check/ir.ts";
import { misnamedEditor } from "../check/misnamed-editors.ts";
import { compileBoolean } from "../compile/compile.ts";
import type { Run } from "../compile/compiler.ts";
import { fuse } from "../compile/fuse.ts";
import { locate } from "../compile/locate.ts";
import { Failure } from "../core/failure.ts";
import type { TypeName } from "../core/values.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import type { Expression, Node } from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import { decidedBy, type Explanation, Trace } from "./explain.ts";
import { evaluationError } from "./failure-diagnostic.ts";
import { checkSettings, type Options } from "./options.ts";

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
  const settings = checkSettings(context, text, options);
  const { node, diagnostics } = parse(text, "condition");
  const [syntaxError, ...more] = diagnostics.map((found) => misnamedEditor(found, text, settings.functions));
  if (syntaxError !== undefined) throw new OttlError("syntax", [syntaxError, ...more], text);
  const checked = checkCondition(node, settings);
  const [checkError, ...others] = checked.diagnostics;
  if (checkError !== undefined) throw new OttlError("check", [checkError, ...others], text);
  if (checked.ir === undefined) throw new Error("a text without diagnostics has IR");
  return new CompiledCondition(text, node, checked.ir, checked.types, settings.context.name);
}

class CompiledCondition implements Condition {
  readonly context: string;
  readonly text: string;
  readonly ast: Expression;
  readonly #ir: BooleanIr;
  readonly #types: ReadonlyMap<Node, TypeName>;
  readonly #run: Run<boolean>;
  #plain: Run<boolean> | undefined;
  #traced: { readonly trace: Trace; readonly run: Run<boolean> } | undefined;

  constructor(
    text: string,
    ast: Expression,
    ir: BooleanIr,
    types: ReadonlyMap<Node, TypeName>,
    context: string,
  ) {
    this.context = context;
    this.text = text;
    this.ast = ast;
    this.#ir = ir;
    this.#types = types;
    this.#run = compileBoolean(fuse(ir));
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
    this.#traced ??= this.#trace();
    const { trace, run } = this.#traced;
    const explanation = trace.follow(run, record, this.#ir, this.text);
    return { ...explanation, decidedBy: decidedBy(explanation) };
  }

  typeOf(node: Node): TypeName {
    return this.#types.get(node) ?? "any";
  }

  #trace() {
    const trace = new Trace();
    return { trace, run: compileBoolean(this.#ir, { probe: trace.probe }) };
  }
}
