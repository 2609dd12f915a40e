/** Asks the reference's processors and ottlkit's the same, and compares the answers. */
import { stringify } from "../../../src/cli/json.ts";
import { processPayload } from "../../../src/cli/process.ts";
import { Refusal } from "../../../src/cli/refusal.ts";
import { canonicalPayload } from "../../../src/shapes/otlp-json.ts";
import { parseOtlp } from "../../../src/shapes/parse-otlp.ts";
import type { ProcessRequest, Reply } from "../../reference/protocol.ts";
import { ask } from "../../reference/reference.ts";
import { withoutOrder } from "../without-order.ts";
import { type ProcessorProgram, type Release, releases } from "./program.ts";

/** What became of a program. */
export type ProcessorOutcome =
  | { readonly refused: "config" | "consume"; readonly reason: string }
  | {
      /** What was sent on; absent where nothing was. */
      readonly payload?: unknown;
      /** The texts that failed and were logged, in order. */
      readonly failed: readonly string[];
    };

/** What both sides make of a program, and how they differ. */
export interface ProcessorVerdict {
  /** Absent where the reference cannot read the payload, or crashes. */
  readonly expected?: ProcessorOutcome;
  readonly found: ProcessorOutcome;
  readonly difference?: string;
  /** The reference answers something else each time. */
  readonly unsteady?: true;
}

/** Asks the reference about programs of any releases, and compares its answers with ottlkit's. */
export async function judgeProcessors(programs: readonly ProcessorProgram[]): Promise<ProcessorVerdict[]> {
  const replies = await askAll(programs);
  const verdicts: ProcessorVerdict[] = [];
  for (const [i, program] of programs.entries())
    verdicts.push(await verdictOf(program, replies[i] ?? { ok: false }));
  return verdicts;
}

async function verdictOf(program: ProcessorProgram, reply: Reply): Promise<ProcessorVerdict> {
  const found = answerOf(program);
  const expected = outcomeOf(reply);
  if (expected === undefined) return { found };
  const difference = disagreement(expected, found);
  if (difference === undefined) return { expected, found };
  const again = await askAll(Array.from({ length: repeats }, () => program));
  const answers = again.map(outcomeOf).filter((answer) => answer !== undefined);
  const isSteady = answers.every((answer) => disagreement(expected, answer) === undefined);
  if (isSteady) return { expected, found, difference };
  const isOne = showsMemory(expected) || answers.some((answer) => disagreement(answer, found) === undefined);
  return { expected, found, unsteady: true, ...(isOne ? {} : { difference }) };
}

/** Whether an answer has an address of Go's memory in it, as `Format` prints lists of data in 0.161.0. */
function showsMemory(answer: ProcessorOutcome): boolean {
  return /[{ ]0x[0-9a-f]{8,}/.test(stringify(answer));
}

/** How often a program that is answered differently is asked again. */
const repeats = 12;

async function askAll(programs: readonly ProcessorProgram[]): Promise<Reply[]> {
  const replies: Reply[] = new Array(programs.length);
  for (const release of Object.keys(releases) as Release[]) {
    const own = [...programs.entries()].filter(([, program]) => program.release === release);
    const answers = await ask(
      releases[release],
      own.map(([, program]) => requestOf(program)),
      {
        silenceSeconds: 15,
      },
    );
    for (const [i, [index]] of own.entries()) replies[index] = answers[i] ?? { ok: false };
  }
  return replies;
}

function requestOf({ processor, config, payload }: ProcessorProgram): ProcessRequest {
  return { op: "process", processor, yaml: stringify(config), payload };
}

function outcomeOf({
  ok,
  stage,
  error = "",
  payload,
  logs,
  panic,
  died,
}: Reply): ProcessorOutcome | undefined {
  if (panic !== undefined || died !== undefined) return undefined;
  if (stage === "config" || stage === "create") return { refused: "config", reason: error };
  if (stage === "consume") return { refused: "consume", reason: error };
  if (!ok) return undefined;
  const failed = (logs ?? []).flatMap(({ message, fields }) =>
    message.startsWith("failed to e") ? [String(fields?.condition ?? fields?.statement)] : [],
  );
  return { failed, ...(payload === null || payload === undefined ? {} : { payload }) };
}

/** What ottlkit makes of a program, asked as the reference is. */
function answerOf(program: ProcessorProgram): ProcessorOutcome {
  const { processor, config, payload, release } = program;
  try {
    const given = parseOtlp(stringify(payload));
    const request = {
      op: "process",
      processor,
      yaml: stringify(config),
      payload: given,
      compatibility: release,
    };
    const answer = processPayload(request as Parameters<typeof processPayload>[0]);
    const failed = (answer.logs ?? []).map(({ fields }) => String(fields.condition ?? fields.statement));
    return { failed, ...(answer.payload === null ? {} : { payload: answer.payload }) };
  } catch (error) {
    if (error instanceof Refusal && (error.stage === "config" || error.stage === "consume"))
      return { refused: error.stage, reason: error.message };
    return { failed: [`ottlkit failed: ${error instanceof Error ? error.stack : error}`] };
  }
}

/** How an answer differs from another, or nothing where they agree; refusals agree whatever their words. */
export function disagreement(expected: ProcessorOutcome, found: ProcessorOutcome): string | undefined {
  if ("refused" in expected || "refused" in found) {
    const [wanted, is] = [expected, found].map((one) => ("refused" in one ? one.refused : "taken"));
    if (wanted === is) return undefined;
    const reasons = [expected, found].map((one) => ("refused" in one ? `: ${one.reason}` : ""));
    return `is ${is}${reasons[1]}, but must be ${wanted}${reasons[0]}`;
  }
  const [wanted, is] = [expected, found].map(({ payload }) => payloadText(payload)) as [string, string];
  if (wanted !== is) return `leaves ${apart(is, wanted)}, expected ${apart(wanted, is)}`;
  const [logged, told] = [expected, found].map(({ failed }) => failed.map(plainText).join("\n")) as [
    string,
    string,
  ];
  return logged === told ? undefined : `logs ${JSON.stringify(told)}, expected ${JSON.stringify(logged)}`;
}

/** The part of a long text in which it differs from another. */
function apart(text: string, other: string): string {
  let start = 0;
  while (start < text.length && text[start] === other[start]) start++;
  const from = Math.max(0, start - 120);
  return `${from > 0 ? "…" : ""}${text.slice(from, start + 160)}`;
}

/** The reference puts the context of a group in front of paths before it reads them. */
function plainText(text: string): string {
  return text.replace(
    /\b(resource|scope|instrumentation_scope|metric|datapoint|exemplar|span|spanevent|log)\./g,
    "",
  );
}

function payloadText(payload: unknown): string {
  if (payload === undefined) return "nothing";
  // The reference writes empty bytes as null and does not read that.
  const read: unknown = JSON.parse(stringify(payload), (key, value: unknown) =>
    key === "bytesValue" ? (value ?? "") : value,
  );
  const answer = withoutOrder({ results: [], payload: canonicalPayload(read) });
  const text = stringify(sorted("payload" in answer ? answer.payload : null));
  return text.replace(/\\udc[89a-f][0-9a-f]/g, "\ufffd"); // the reference's line has that in place of each bad byte
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
