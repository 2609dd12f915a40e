import { checkValueExpression } from "../check/check.ts";
import { misnamedEditor } from "../check/misnamed-editors.ts";
import { compileValue } from "../compile/compile.ts";
import type { Run } from "../compile/compiler.ts";
import { locate } from "../compile/locate.ts";
import type { TypeName, Value } from "../core/values.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import type { Expression, Node } from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import { type Explanation, Trace } from "./explain.ts";
import { evaluationError } from "./failure-diagnostic.ts";
import { checkSettings, type Options } from "./options.ts";

/** A value expression, compiled once. */
export interface ValueExpression {
  readonly context: string;
  readonly text: string;
  readonly ast: Expression;
  /**
   * The value for a record; throws an `OttlError` of phase `evaluation` where there is none. Bytes and lists may be
   * those of the text or of the record: they are to be read only.
   */
  evaluate(record: object): Value;
  /** Every sub-expression with its value, type or error. Never throws. */
  explain(record: object): Explanation;
  /** The type of a node of `ast` as far as it is known without a record; `any` where it is not. */
  typeOf(node: Node): TypeName;
}

/**
 * Compiles a value expression over records of a context.
 *
 * @throws {OttlError} of phase `syntax` or `check`, with every finding and its exact place.
 */
export function makeValue(context: string, text: string, options: Options): ValueExpression {
  const settings = checkSettings(context, text, options);
  const { node, diagnostics } = parse(text, "value");
  const [syntaxError, ...more] = diagnostics.map((found) => misnamedEditor(found, text, settings.functions));
  if (syntaxError !== undefined) throw new OttlError("syntax", [syntaxError, ...more], text);
  const { ir, diagnostics: found, types } = checkValueExpression(node, settings);
  const [checkError, ...others] = found;
  if (checkError !== undefined) throw new OttlError("check", [checkError, ...others], text);
  if (ir === undefined) throw new Error("a text without diagnostics has IR");
  const run: Run<Value> = compileValue(ir);
  let traced: { readonly trace: Trace; readonly run: Run<Value> } | undefined;
  const tracing = () => {
    const trace = new Trace();
    return { trace, run: compileValue(ir, { probe: trace.probe }) };
  };
  return {
    context: settings.context.name,
    text,
    ast: node,
    evaluate(record) {
      try {
        return run(record);
      } catch (error) {
        throw evaluationError(locate(error, node.span), text);
      }
    },
    explain(record) {
      traced ??= tracing();
      return traced.trace.follow(traced.run, record, ir, text);
    },
    typeOf: (asked) => types.get(asked) ?? "any",
  };
}
