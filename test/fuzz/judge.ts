import { stringify } from "../../src/cli/json.ts";
import { parseOtlp } from "../../src/shapes/parse-otlp.ts";
import { disagreement } from "../conformance/agreement.ts";
import { answerCase } from "../conformance/answer-case.ts";
import type { Case } from "../reference/cases/group.ts";
import { normaliseValue } from "../reference/normalise.ts";
import type { RecordResult, Reply } from "../reference/protocol.ts";
import { evaluation } from "../reference/record-groups.ts";
import type { Expectation, Outcome } from "../reference/recorded-file.ts";
import { ask } from "../reference/reference.ts";
import { splitRecords } from "../reference/split-records.ts";
import type { Program } from "./programs.ts";
import { showsMemory } from "./shows-memory.ts";
import { withoutOrder } from "./without-order.ts";

/** What both sides say of a program, and how they differ. */
export interface Verdict {
  readonly expected: Expectation;
  readonly found: Expectation;
  readonly difference: string | undefined;
  /** The reference contradicts itself: it keeps the order of Go's maps, or shows addresses. */
  readonly unsteady?: true;
}

/** Asks the reference about programs, and compares its answers with ottlkit's. */
export async function judge(programs: readonly Program[]): Promise<Verdict[]> {
  const replies = await askFor(programs);
  const verdicts: Verdict[] = [];
  for (const [index, program] of programs.entries()) {
    verdicts.push(await verdictOf(program, replies[index] ?? { ok: false }));
  }
  return verdicts;
}

async function verdictOf(program: Program, reply: Reply): Promise<Verdict> {
  const found = answerOf(program);
  if (reply.panic !== undefined || reply.died !== undefined) return verdictOfCrash(program, reply);
  const expected = expectationOf(reply);
  if (expected === undefined) return { expected: found, found, difference: undefined };
  const difference = disagreement(expected, found);
  if (difference === undefined) return { expected, found, difference };
  if (showsMemory(program)) return { expected, found, difference: undefined, unsteady: true };
  return verdictOfDifferent(program, expected, found, difference);
}

/** How often a program that is answered differently is asked again. */
const repeats = 24;

/**
 * The verdict on a program where the answers differ. The reference keeps the random order of Go's maps in what it makes
 * of several keys: where it says something else each time, order does not count, and what is then still different each
 * time (a list of keys, a text with an address) cannot be compared.
 */
async function verdictOfDifferent(
  program: Program,
  expected: Expectation,
  found: Expectation,
  difference: string,
): Promise<Verdict> {
  const replies = await askFor(Array.from({ length: repeats }, () => program));
  const answers = replies.map(expectationOf).filter((answer) => answer !== undefined);
  if (answers.every((answer) => disagreement(expected, answer) === undefined))
    return { expected, found, difference };
  if (answers.some((answer) => disagreement(answer, found) === undefined))
    return { expected, found, difference: undefined, unsteady: true };
  const plain = withoutOrder(expected);
  const isSteady = answers.every((answer) => disagreement(plain, withoutOrder(answer)) === undefined);
  const left = isSteady ? disagreement(plain, withoutOrder(found)) : undefined;
  return { expected, found, difference: left, unsteady: true };
}

/** Where the reference crashes on the whole payload, each record is asked about alone. */
async function verdictOfCrash(program: Program, reply: Reply): Promise<Verdict> {
  const { context = program.home } = reply;
  const singles = splitRecords(program.payload, context).map((payload) => ({ ...program, payload }));
  const replies = await askFor(singles);
  const outcomes = (answer: Expectation): readonly Outcome[] =>
    "rejected" in answer ? [{ error: answer.rejected }] : answer.results;
  const results = replies.flatMap((single) =>
    outcomes(expectationOf(single) ?? { results: [panicOf(single)] }),
  );
  const found: Expectation = { results: singles.flatMap((single) => outcomes(answerOf(single))) };
  const expected: Expectation = { results: results.length > 0 ? results : [panicOf(reply)] };
  return { expected, found, difference: results.length > 0 ? disagreement(expected, found) : undefined };
}

/** A program as a case of the conformance fixtures, its answer left out. */
export function caseOf({ tree: _, home: __, ...program }: Program): Case {
  return { name: program.text, ...program };
}

/** How long a text may take over a few records before that counts as hanging. */
const patience = 15_000;

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

function askFor(programs: readonly Program[]): Promise<Reply[]> {
  const requests = programs.map((program) => evaluation(caseOf(program), program.payload));
  return ask("lang", requests, { silenceSeconds: 15 });
}

/** The reference's answer, `undefined` where it cannot read the payload or crashes. */
function expectationOf(reply: Reply): Expectation | undefined {
  if (reply.stage === "parse") return { rejected: reply.error ?? "" };
  if (reply.results === undefined) return undefined;
  const results = reply.results.map(outcomeOf);
  const isStatement = reply.results.some((result) => "statements" in result);
  return isStatement ? { results, payload: reply.payload } : { results };
}

function outcomeOf(result: RecordResult): Outcome {
  if (!("statements" in result)) {
    return "error" in result ? result : { value: normaliseValue(result.value) };
  }
  const { matched = false, error } = result.statements[0] ?? {};
  const cache = result.cache === undefined ? {} : { cache: normaliseValue(result.cache) };
  return error === undefined ? { matched, ...cache } : { error, ...cache };
}

function panicOf({ panic, died = "" }: Reply): Outcome {
  return { panic: panic ?? died };
}
