import { encodeValue } from "../../src/cli/encode-value.ts";
import { functionSet } from "../../src/cli/function-sets.ts";
import type { Value } from "../../src/core/values.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { recordsOf } from "../../src/engine/records.ts";
import { condition, value } from "../../src/engine/standard.ts";
import type { Case } from "../reference/cases/group.ts";
import type { Expectation, Outcome } from "../reference/recorded-file.ts";

/** What ottlkit says of a case; anything it throws but an `OttlError` is thrown on. */
export function answerCase(one: Case, payload: object): Expectation {
  const options = {
    functions: functionSet(one.functions),
    pathContextNames: one.pathContextNames === true,
    ...(one.compatibility === undefined ? {} : { compatibility: one.compatibility }),
  };
  let run: (record: object) => Value;
  try {
    run = compile(one, options);
  } catch (error) {
    if (error instanceof OttlError) return { rejected: error.message };
    throw error;
  }
  return { results: [...recordsOf(one.context, payload)].map((record) => outcomeOf(run, record)) };
}

function compile(
  { kind, context, text }: Case,
  options: Parameters<typeof value>[2],
): (record: object) => Value {
  if (kind === "value") {
    const compiled = value(context, text, options);
    return (record) => compiled.evaluate(record);
  }
  const compiled = condition(context, text, options);
  return (record) => compiled.matches(record);
}

function outcomeOf(run: (record: object) => Value, record: object): Outcome {
  try {
    return { value: encodeValue(run(record)) };
  } catch (error) {
    if (error instanceof OttlError) return { error: error.message };
    throw error;
  }
}
