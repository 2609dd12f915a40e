import { expect, test } from "vitest";
import type { Value } from "../../src/core/values.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { statement, value } from "../../src/engine/standard.ts";
import type { Example, FunctionDefinition } from "../../src/functions/define-function.ts";
import { filterFunctions, standardFunctions, transformFunctions } from "../../src/functions/index.ts";

const cases = [...standardFunctions, ...filterFunctions, ...transformFunctions].flatMap((definition) =>
  definition.examples.map((example) => ({ source: example.source, example, definition })),
);

test.each(cases)("$source is a true example", ({ example, definition }) => {
  if ("error" in example) expect(outcome(example, definition)).toEqual({ error: example.error });
  else if ("leaves" in example) expect(outcome(example, definition)).toEqual(example);
  else expect(outcome(example, definition)).toEqual({ result: example.result });
});

function outcome(
  example: Example,
  { kind, contexts, gate, until = "newest" }: FunctionDefinition,
): { result: Value } | { error: string } | { leaves: object } {
  const { source, data } = example;
  const context = contexts?.[0] ?? "resource";
  const options = { compatibility: until, gates: gate === undefined ? [] : [gate] };
  const record = structuredClone(data ?? {});
  try {
    if (kind === "converter") return { result: value(context, source, options).evaluate(record) };
    const { ast, execute } = statement(context, source, options);
    execute(record);
    if ("leaves" in example) return { ...example, leaves: partsOf(record, example.leaves) };
    return { result: value(context, targetOf(ast, source), options).evaluate(record) };
  } catch (error) {
    if (error instanceof OttlError) return { error: error.code };
    throw error;
  }
}

/** Those parts of a record that an example tells of, whole. */
function partsOf(record: object, told: object): object {
  return Object.fromEntries(Object.entries(record).filter(([part]) => part in told));
}

/** The path that an editor writes, its first argument: an example says what is there afterwards. */
function targetOf({ editor }: ReturnType<typeof statement>["ast"], source: string): string {
  const target = editor.kind === "Call" ? editor.args[0]?.value.span : undefined;
  return source.slice(target?.start, target?.end);
}
