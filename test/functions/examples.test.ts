import { expect, test } from "vitest";
import type { Value } from "../../src/core/values.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { statement, value } from "../../src/engine/standard.ts";
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
  { kind, contexts, gate, until = "newest" }: FunctionDefinition,
): { result: Value } | { error: string } {
  const context = contexts?.[0] ?? "resource";
  const options = { compatibility: until, gates: gate === undefined ? [] : [gate] };
  const record = structuredClone(data ?? {});
  try {
    if (kind === "converter") return { result: value(context, source, options).evaluate(record) };
    const { ast, execute } = statement(context, source, options);
    execute(record);
    return { result: value(context, targetOf(ast, source), options).evaluate(record) };
  } catch (error) {
    if (error instanceof OttlError) return { error: error.code };
    throw error;
  }
}

/** The path that an editor writes, its first argument: an example says what is there afterwards. */
function targetOf({ editor }: ReturnType<typeof statement>["ast"], source: string): string {
  const target = editor.kind === "Call" ? editor.args[0]?.value.span : undefined;
  return source.slice(target?.start, target?.end);
}
