import { isDeepStrictEqual } from "node:util";
import { stringify } from "../../../src/cli/json.ts";
import { objectNode } from "../../../src/collector/object-node.ts";
import type { EvaluationProblem } from "../../../src/collector/processor.ts";
import { transformOf } from "../../../src/collector/transform/create-transform.ts";
import type { Transform } from "../../../src/collector/transform/types.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { canonicalPayload } from "../../../src/shapes/otlp-json.ts";
import { parseOtlp } from "../../../src/shapes/parse-otlp.ts";
import type { Program, Reply } from "../../reference/protocol.ts";
import { ask } from "../../reference/reference.ts";
import type { TransformProgram } from "./transform-programs.ts";

/** What one side makes of a program. */
export interface Outcome {
  readonly refused?: string;
  readonly output?: unknown;
  /** The kinds of what failed, in order. */
  readonly failed?: string;
  readonly message?: string;
}

/** What both sides make of a program. */
export interface Verdict {
  readonly expected: Outcome;
  readonly found: Outcome;
  readonly isSame: boolean;
  /** The reference contradicts itself, or crashes. */
  readonly isUnsteady?: true;
}

const programs = { "0.118.0": "proc118", "0.161.0": "proc" } as const satisfies Record<string, Program>;

/** A release that can be asked. */
export type Version = keyof typeof programs;

/** Asks the reference about programs, and compares its answers with ottlkit's. */
export async function judgeTransforms(
  given: readonly TransformProgram[],
  version: Version,
): Promise<readonly Verdict[]> {
  const replies = await askFor(given, version);
  const verdicts: Verdict[] = [];
  for (const [i, program] of given.entries()) verdicts.push(await verdictOf(program, replies[i], version));
  return verdicts;
}

async function verdictOf(
  program: TransformProgram,
  reply: Reply | undefined,
  version: Version,
): Promise<Verdict> {
  const found = outcomeOfOurs(program, version);
  if (reply === undefined || reply.panic !== undefined || reply.died !== undefined)
    return { expected: {}, found, isSame: !found.message?.startsWith("thrown"), isUnsteady: true };
  const expected = outcomeOf(reply);
  if (isSame(expected, found)) return { expected, found, isSame: true };
  const again = await askFor(
    Array.from({ length: 16 }, () => program),
    version,
  );
  const answers = again.map(outcomeOf);
  if (answers.every((answer) => isSame(answer, expected))) return { expected, found, isSame: false };
  const steady = answers.every((answer) => isSame(withoutOrder(answer), withoutOrder(expected)));
  const same = steady ? isSame(withoutOrder(expected), withoutOrder(found)) : true;
  return {
    expected,
    found,
    isSame: same || answers.some((answer) => isSame(answer, found)),
    isUnsteady: true,
  };
}

function askFor(given: readonly TransformProgram[], version: Version): Promise<Reply[]> {
  const requests = given.map(({ config, payload }) => ({
    op: "process" as const,
    processor: "transform" as const,
    config,
    payload,
  }));
  return ask(programs[version], requests, { silenceSeconds: 20 });
}

function outcomeOf({ ok, stage = "config", error = "", payload, logs = [] }: Reply): Outcome {
  if (!ok) return { refused: stage === "create" ? "config" : stage, message: error };
  const kinds = logs.flatMap(({ message }) =>
    message.startsWith("failed to e") ? [message.charAt(11)] : [],
  );
  const message = logs.map(({ fields }) => String(fields?.error)).join("\n");
  return { output: canonicalPayload(readable(payload)), failed: kinds.join(""), message };
}

/** A payload of the reference, which writes empty bytes as null and does not read that. */
function readable(payload: unknown): unknown {
  return JSON.parse(stringify(payload ?? {}), (key, value) => (key === "bytesValue" ? (value ?? "") : value));
}

/** What ottlkit makes of a program; an error that is none of its own is told as a message that begins with `thrown`. */
export function outcomeOfOurs({ config, payload }: TransformProgram, compatibility: string): Outcome {
  const problems: EvaluationProblem[] = [];
  try {
    let transform: Transform;
    try {
      const settings = objectNode("config", JSON.parse(stringify(config)) as object);
      const onError = (problem: EvaluationProblem) => problems.push(problem);
      transform = transformOf(settings, "transform", { compatibility, onError });
    } catch (error) {
      if (error instanceof OttlError && error.phase === "configuration")
        return { refused: "config", message: error.message };
      throw error;
    }
    const given = canonicalPayload(parseOtlp(stringify(payload)));
    const before = structuredClone(given);
    try {
      const { output } = transform.apply(given);
      if (!isDeepStrictEqual(given, before)) return { message: "thrown: the caller's payload was changed" };
      const kinds = problems.map(({ kind }) => (kind === "condition" ? "v" : "x"));
      const message = problems.map(({ error }) => error.message).join("\n");
      return { output: canonicalPayload(output), failed: kinds.join(""), message };
    } catch (error) {
      if (error instanceof OttlError && error.phase === "evaluation")
        return { refused: "consume", message: error.message };
      throw error;
    }
  } catch (error) {
    return { message: `thrown: ${error instanceof Error ? error.stack : String(error)}` };
  }
}

function isSame({ message: _, ...a }: Outcome, { message: __, ...b }: Outcome): boolean {
  return isDeepStrictEqual(a, b);
}

function withoutOrder(outcome: Outcome): Outcome {
  return { ...outcome, output: ordered(outcome.output) };
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(ordered);
    const isMap = items.every((item) => typeof item === "object" && item !== null && "key" in item);
    return isMap ? items.sort((a, b) => (stringify(a) < stringify(b) ? -1 : 1)) : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, ordered(item)]));
}
