import { expect, test } from "vitest";
import type { Value } from "../../src/core/values.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { value } from "../../src/engine/standard.ts";
import type { Example, FunctionDefinition } from "../../src/functions/define-function.ts";
import { filterFunctions, standardFunctions } from "../../src/functions/index.ts";

const cases = [...standardFunctions, ...filterFunctions].flatMap((definition) =>
  definition.examples.map((example) => ({ source: example.source, example, definition })),
);

test.each(cases)("$source is a true example", ({ example, definition }) => {
  if ("error" in example) expect(outcome(example, definition)).toEqual({ error: example.error });
  else expect(outcome(example, definition)).toEqual({ result: example.result });
});

function outcome(
  { source, data }: Example,
  { contexts }: FunctionDefinition,
): { result: Value } | { error: string } {
  try {
    return { result: value(contexts?.[0] ?? "resource", source).evaluate(data ?? {}) };
  } catch (error) {
    if (error instanceof OttlError) return { error: error.code };
    throw error;
  }
}
