import { checkStatement } from "../check/check.ts";
import { compileStatement } from "../compile/compile.ts";
import { locate } from "../compile/locate.ts";
import type { TypeName } from "../core/values.ts";
import type { Node, Statement as StatementNode } from "../syntax/ast.ts";
import { checkedText } from "./checked-text.ts";
import { explainingStatement, type StatementExplanation } from "./explain-statement.ts";
import { evaluationError } from "./failure-diagnostic.ts";
import type { Options } from "./options.ts";

/** A statement, compiled once: an editor that changes a record, and the condition under which it does. */
export interface Statement {
  readonly context: string;
  readonly text: string;
  readonly ast: StatementNode;
  /**
   * Runs the editor where the condition holds, and tells whether it held. Changes the objects of the record itself;
   * lists and values that they hold are replaced, never changed. Throws an `OttlError` of phase `evaluation` where
   * the condition or the editor fails.
   */
  execute(record: object): boolean;
  /**
   * Whether it would run on a record, the condition and every argument with its value, and what the paths that the
   * editor writes would hold. The record stays as it is. Never throws.
   */
  explain(record: object): StatementExplanation;
  /** The type of a node of `ast` as far as it is known without a record; `any` where it is not. */
  typeOf(node: Node): TypeName;
}

/**
 * Compiles a statement over records of a context.
 *
 * @throws {OttlError} of phase `syntax` or `check`, with every finding and its exact place.
 */
export function makeStatement(context: string, text: string, options: Options): Statement {
  const checked = checkedText("statement", context, text, options, checkStatement);
  const { node, ir, types } = checked;
  const run = compileStatement(ir);
  return {
    context: checked.context,
    text,
    ast: node,
    execute(record) {
      try {
        return run(record);
      } catch (error) {
        throw evaluationError(locate(error, node.span), text);
      }
    },
    explain: explainingStatement(ir, text),
    typeOf: (asked) => types.get(asked) ?? "any",
  };
}
