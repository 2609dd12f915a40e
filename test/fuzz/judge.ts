import { stringify } from "../../src/cli/json.ts";
import { parseOtlp } from "../../src/shapes/parse-otlp.ts";
import { disagreement } from "../conformance/agreement.ts";
import { answerCase } from "../conformance/answer-case.ts";
import type { Case } from "../reference/cases/group.ts";
import type { LanguageRequest, Reply } from "../reference/protocol.ts";
import type { Expectation, Outcome } from "../reference/recorded-file.ts";
import { ask } from "../reference/reference.ts";
import { splitRecords } from "../reference/split-records.ts";
import type { Program } from "./programs.ts";

/** What both sides say of a program, and how they differ. */
export interface Verdict {
  readonly expected: Expectation;
  readonly found: Expectation;
  readonly difference: string | undefined;
}

/** Asks the reference about programs, and compares its answers with ottlkit's. */
export async function judge(programs: readonly Program[]): Promise<Verdict[]> {
  const replies = await ask("lang", programs.map(requestOf));
  const verdicts: Verdict[] = [];
  for (const [index, program] of programs.entries()) {
    const found = answerOf(program);
    const expected = await expectationOf(program, replies[index] ?? { ok: false });
    const difference = expected === undefined ? undefined : disagreement(expected, found);
    verdicts.push({ expected: expected ?? found, found, difference });
  }
  return verdicts;
}

/** A program as a case of the conformance fixtures, its answer left out. */
export function caseOf({ kind, context, functions, text, payload }: Program): Case {
  return { name: text, kind, context, text, functions, payload };
}

/** How long a text may take over a few records before that counts as hanging. */
const patience = 2000;

function answerOf(program: Program): Expectation {
  const start = performance.now();
  let found: Expectation;
  try {
    // Through text, so that both sides read the same JSON.
    found = answerCase(caseOf(program), parseOtlp(stringify(program.payload)) as object);
  } catch (error) {
    return thrown(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const time = performance.now() - start;
  return time > patience ? thrown(`it took ${Math.round(time)} ms`) : found;
}

/** An answer that agrees with nothing. */
function thrown(what: string): Expectation {
  return { results: [{ value: { go: `ottlkit failed: ${what}` } }, { value: { go: "" } }] };
}

function requestOf({ kind, context, functions, text, payload }: Program): LanguageRequest {
  return { op: "eval", kind, context, functions, text, payload };
}

/** The reference's answer, `undefined` where it cannot read the payload. */
async function expectationOf(program: Program, reply: Reply): Promise<Expectation | undefined> {
  if (reply.stage === "parse") return { rejected: reply.error ?? "" };
  if (reply.stage === "eval") return undefined;
  if (reply.results !== undefined) return { results: reply.results };
  const { context } = program;
  if (context !== "metric" && context !== "datapoint") return { results: [panicOf(reply)] };
  const singles = splitRecords(program.payload, context).map((payload) => ({ ...program, payload }));
  const replies = await ask("lang", singles.map(requestOf));
  return { results: replies.flatMap((single): readonly Outcome[] => single.results ?? [panicOf(single)]) };
}

function panicOf({ panic, died = "" }: Reply): Outcome {
  return { panic: panic ?? died };
}
