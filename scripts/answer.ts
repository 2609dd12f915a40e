import { showResult } from "../src/cli/catalogue/show-result.ts";
import type { Value } from "../src/core/values.ts";
import { OttlError } from "../src/diagnostics/ottl-error.ts";
import { condition, type StandardOptions, statement, value } from "../src/engine/standard.ts";

/**
 * What a text gives over a record, as the documents write it: the value of an expression or a condition, what a
 * statement leaves at the path it writes, or the code of the error.
 */
export function answer(context: string, text: string, record: object, options: StandardOptions = {}): string {
  try {
    return /^[a-z_]+\(/.test(text)
      ? afterStatement(context, text, record, options)
      : showResult(expression(context, text, record, options));
  } catch (error) {
    if (error instanceof OttlError) return `✗ ${error.code}`;
    throw error;
  }
}

function afterStatement(context: string, text: string, record: object, options: StandardOptions): string {
  const { ast, execute } = statement(context, text, options);
  if (!execute(record)) return "not run";
  const { span } = ast.editor.kind === "Call" ? (ast.editor.args[0]?.value ?? ast.editor) : ast.editor;
  return showResult(value(context, text.slice(span.start, span.end), options).evaluate(record));
}

/** A condition cannot be read as a value expression, nor every value expression as a condition. */
function expression(context: string, text: string, record: object, options: StandardOptions): Value {
  let reason: unknown;
  try {
    return value(context, text, options).evaluate(record);
  } catch (error) {
    if (!(error instanceof OttlError) || error.phase !== "syntax") throw error;
    reason = error;
  }
  try {
    return condition(context, text, options).matches(record);
  } catch (error) {
    throw isAbout(error, "not_a_condition") && !isAbout(reason, "condition_as_value") ? reason : error;
  }
}

function isAbout(error: unknown, code: string): boolean {
  return error instanceof OttlError && error.code === code;
}
