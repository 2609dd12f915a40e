import { checkValueExpression } from "../check/check.ts";
import { compileValue } from "../compile/compile.ts";
import type { Run } from "../compile/compiler.ts";
import { locate } from "../compile/locate.ts";
import type { TypeName, Value } from "../core/values.ts";
import { requireKind } from "../diagnostics/require-options.ts";
import type { Expression, Node } from "../syntax/ast.ts";
import { checkedText } from "./checked-text.ts";
import { compileAll } from "./compile-all.ts";
import { type Explanation, explaining } from "./explain.ts";
import { evaluationError } from "./failure-diagnostic.ts";
import { aboutOne } from "./infer.ts";
import { checkSettings, type Options, requireKnownOptions } from "./options.ts";

/** A value expression, compiled once. */
export interface ValueExpression {
  readonly context: string;
  readonly text: string;
  readonly ast: Expression;
  /**
   * The value for a record; throws an `OttlError` of phase `evaluation` where there is none. Bytes and lists may be
   * those of the text or of the record: they are to be read only. Bytes are a copy where they are the whole value.
   */
  evaluate(record: object): Value;
  /** Every sub-expression with its value, type or error. Never throws. */
  explain(record: object): Explanation;
  /** The type of a node of `ast` as far as it is known without a record; `any` where it is not. */
  typeOf(node: Node): TypeName;
}

/** Value expressions over records of one context. */
export interface Values {
  readonly context: string;
  readonly values: readonly ValueExpression[];
}

/** Compiles a list of value expressions over records of a context; all are checked before one error is thrown. */
export function makeValues(context: string, texts: readonly string[], options: Options): Values {
  requireKind("texts", "texts", texts);
  requireKnownOptions(options);
  const { name, settings } = aboutOne("value", context, texts, options);
  checkSettings(name, "", settings);
  return { context: name, values: compileAll(texts, (text) => makeValue(name, text, settings)) };
}

/**
 * Compiles a value expression over records of a context.
 *
 * @throws {OttlError} of phase `syntax` or `check`, with every finding and its exact place.
 */
export function makeValue(context: string, text: string, options: Options): ValueExpression {
  const checked = checkedText("value", context, text, options, checkValueExpression);
  const { node, ir, types } = checked;
  const run: Run<Value> = compileValue(ir);
  return {
    context: checked.context,
    text,
    ast: node,
    evaluate(record) {
      try {
        const value = run(record);
        return value instanceof Uint8Array ? value.slice() : value; // it may be the program's own
      } catch (error) {
        throw evaluationError(locate(error, node.span), text);
      }
    },
    explain: explaining(ir, text, (probe) => compileValue(ir, { probe })),
    typeOf: (asked) => types.get(asked) ?? "any",
  };
}
