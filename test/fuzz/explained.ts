import { functionSet } from "../../src/cli/function-sets.ts";
import type { TypeName } from "../../src/core/values.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import type { Condition } from "../../src/engine/condition.ts";
import type { Explanation } from "../../src/engine/explain.ts";
import { recordsOf } from "../../src/engine/records.ts";
import { condition } from "../../src/engine/standard.ts";
import { Deciders } from "./deciders.ts";
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
  /** How many records were explained. */
  readonly records: number;
}

/** Explains a condition on each of its records, and compares with what it answers. */
export function explained(program: Program): Explained {
  const { context, text, functions, payload, pathContextNames = false, gates = [], client } = program;
  const options = { functions: functionSet(functions), pathContextNames, gates };
  let compiled: Condition;
  try {
    compiled = condition(context, text, options);
  } catch (error) {
    if (error instanceof OttlError) return { contradictions: [], meetings: [], records: 0 };
    throw error;
  }
  const contradictions: string[] = [];
  const meetings: Meeting[] = [];
  const deciders = new Deciders(compiled, options);
  let records = 0;
  for (const given of recordsOf(compiled.context, payload)) {
    const record = client === undefined ? given : { ...given, client };
    const explanation = compiled.explain(record);
    const [said, shown] = [answerOf(compiled, record), shownBy(explanation)];
    if (said !== shown) contradictions.push(`${text} answers ${said}, and its explanation shows ${shown}`);
    const wrong = deciders.problem(record, explanation);
    if (wrong !== undefined) contradictions.push(`${text}: ${wrong}`);
    records++;
    collect(explanation, meetings);
  }
  return { contradictions, meetings, records };
}

function answerOf(compiled: Condition, record: object): string {
  try {
    return String(compiled.matches(record));
  } catch (error) {
    if (error instanceof OttlError) return `${error.code} ${error.message}`;
    throw error;
  }
}

function shownBy({ error, value }: Explanation): string {
  return error === undefined ? String(value) : `${error.code} ${error.message}`;
}

function collect({ children, span, kind }: Explanation, meetings: Meeting[]): void {
  const [left, right] = children;
  const isOperator = kind === "compare" || kind === "calculate";
  if (isOperator && left?.type !== undefined && right?.type !== undefined) {
    meetings.push({ ...span, left: left.type, right: right.type });
  }
  for (const child of children) collect(child, meetings);
}
