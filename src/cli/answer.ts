import { OttlError } from "../diagnostics/ottl-error.ts";
import { parseOtlp } from "../shapes/parse-otlp.ts";
import { parse } from "../syntax/parse.ts";
import { evaluate, type RecordReply } from "./evaluate.ts";
import { type LogLine, processPayload } from "./process.ts";
import { readProgram, textKind, textsOf } from "./program.ts";
import { Refusal } from "./refusal.ts";
import { type Request, readRequest } from "./request.ts";

/** A line of the protocol that answers a question. */
export interface Reply {
  readonly id?: unknown;
  readonly ok: boolean;
  readonly error?: string;
  readonly stage?: string;
  /** Something went wrong that must not. */
  readonly panic?: string;
  readonly context?: string;
  readonly results?: readonly RecordReply[];
  readonly payload?: unknown;
  readonly logs?: readonly LogLine[];
}

/** Answers one line of the protocol; never throws. */
export function answer(line: string): Reply {
  let raw: unknown;
  try {
    raw = parseOtlp(line);
  } catch (error) {
    return { ok: false, error: `bad request: ${messageOf(error)}` };
  }
  const id = idOf(raw);
  const read = readRequest(raw);
  if ("problem" in read) return { ...id, ok: false, error: `bad request: ${read.problem}` };
  const { request } = read;
  try {
    return { ...id, ok: true, ...answerOp(request) };
  } catch (error) {
    if (!(error instanceof Refusal)) return { ...id, ok: false, panic: messageOf(error) };
    const stage = error.stage === undefined ? {} : { stage: error.stage };
    return { ...id, ok: false, error: error.message, ...stage };
  }
}

function answerOp(request: Request): Partial<Reply> {
  switch (request.op) {
    case "syntax":
      return checkSyntax(request);
    case "parse":
      return { context: readProgram(request).context };
    case "eval": {
      const program = readProgram(request);
      return { context: program.context, ...evaluate(program, request) };
    }
    case "process":
      return processPayload(request);
    default:
      throw new Refusal(undefined, `unknown op "${request.op ?? ""}"`);
  }
}

function checkSyntax(request: Request): Partial<Reply> {
  for (const text of textsOf(request)) {
    const [problem] = parse(text, textKind(request)).diagnostics;
    if (problem !== undefined) throw new Refusal(undefined, problem.message);
  }
  return {};
}

function idOf(raw: unknown): { readonly id?: unknown } {
  const isObject = typeof raw === "object" && raw !== null && Object.hasOwn(raw, "id");
  return isObject ? { id: (raw as { id: unknown }).id } : {};
}

function messageOf(error: unknown): string {
  if (error instanceof OttlError) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
