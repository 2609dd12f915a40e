import { functionSet } from "../../src/cli/function-sets.ts";
import type { TypeName } from "../../src/core/values.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import type { Condition } from "../../src/engine/condition.ts";
import type { Explanation } from "../../src/engine/explain.ts";
import { recordsOf } from "../../src/engine/records.ts";
import { condition } from "../../src/engine/standard.ts";
import type { Program } from "./programs.ts";

/** The types that an operator met on both sides. */
export interface Meeting {
  readonly start: number;
  readonly end: number;
  readonly left: TypeName;
  readonly right: TypeName;
}

/** What the explanations of a condition show: how they contradict its answers, and which types met. */
export interface Explained {
  readonly contradictions: readonly string[];
  readonly meetings: readonly Meeting[];
}

/** Explains a condition on each of its records, and compares with what it answers. */
export function explained(program: Program): Explained {
  const { context, text, functions, payload, pathContextNames = false, gates = [], client } = program;
  let compiled: Condition;
  try {
    compiled = condition(context, text, { functions: functionSet(functions), pathContextNames, gates });
  } catch (error) {
    if (error instanceof OttlError) return { contradictions: [], meetings: [] };
    throw error;
  }
  const contradictions: string[] = [];
  const meetings: Meeting[] = [];
  for (const given of recordsOf(compiled.context, payload)) {
    const record = client === undefined ? given : { ...given, client };
    const explanation = compiled.explain(record);
    const [said, shown] = [answerOf(compiled, record), shownBy(explanation)];
    if (said !== shown) contradictions.push(`${text} answers ${said}, and its explanation shows ${shown}`);
    collect(explanation, meetings);
  }
  return { contradictions, meetings };
}

function answerOf(compiled: Condition, record: object): boolean | "an error" {
  try {
    return compiled.matches(record);
  } catch (error) {
    if (error instanceof OttlError) return "an error";
    throw error;
  }
}

function shownBy({ error, value }: Explanation): unknown {
  return error === undefined ? value : "an error";
}

function collect({ children, span, kind }: Explanation, meetings: Meeting[]): void {
  const [left, right] = children;
  const isOperator = kind === "compare" || kind === "calculate";
  if (isOperator && left?.type !== undefined && right?.type !== undefined) {
    meetings.push({ ...span, left: left.type, right: right.type });
  }
  for (const child of children) collect(child, meetings);
}
