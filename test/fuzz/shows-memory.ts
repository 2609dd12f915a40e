import { stringify } from "../../src/cli/json.ts";
import { parseOtlp } from "../../src/shapes/parse-otlp.ts";
import type { Expression, FunctionName } from "../../src/syntax/ast.ts";
import { parse } from "../../src/syntax/parse.ts";
import { visit } from "../../src/syntax/visit.ts";
import { answerCase } from "../conformance/answer-case.ts";
import type { Case } from "../reference/cases/group.ts";
import type { Program } from "./programs.ts";

/**
 * Whether a text formats maps, lists or pieces of telemetry data. There the reference shows how they lie in memory, a known
 * difference, and a comparison hides that it does.
 */
export function showsMemory(program: Program): boolean {
  const operands: (Expression | FunctionName)[] = [];
  visit(parse(program.text, program.kind).node, {
    enter: {
      Call({ name, args: [, second] }) {
        if (name === "Format" && second !== undefined) operands.push(second.value);
      },
    },
  });
  return operands.flatMap(partsOf).some((operand) => mayBeCollection(program, operand));
}

/** What a list in the text consists of: the list itself is shown as what it is. */
function partsOf(node: Expression | FunctionName): (Expression | FunctionName)[] {
  return node.kind === "ListLiteral" ? node.items.flatMap(partsOf) : [node];
}

/** What cannot be evaluated alone, as the parameters of a lambda, may be one. */
function mayBeCollection(
  { tree: _, home, context, ...program }: Program,
  { kind, span }: Expression | FunctionName,
): boolean {
  if (kind === "MapLiteral") return true;
  const text = program.text.slice(span.start, span.end);
  const named = context === "inferred" ? { context: home, pathContextNames: true as const } : { context };
  const asked: Case = { ...program, ...named, name: text, text, kind: "value" };
  const answer = answerCase(asked, parseOtlp(stringify(program.payload)) as object);
  if ("rejected" in answer) return true;
  return answer.results.some(
    (outcome) =>
      "value" in outcome && ("map" in outcome.value || "list" in outcome.value || isTelemetry(outcome.value)),
  );
}

/** Whether a value is no value of the language but a piece of telemetry, such as the status of a span. */
function isTelemetry(value: object): boolean {
  return "go" in value && !("int" in value);
}
