import { OttlError } from "../diagnostics/ottl-error.ts";
import { recordsOf } from "../engine/records.ts";
import { answerLines } from "./eval-jsonl.ts";
import { type EvaluateOptions, evaluateOptions, evaluateUsage } from "./evaluate-text/options.ts";
import { contextsOfPayload, payloadsOf } from "./evaluate-text/payloads.ts";
import { type Question, questionOf } from "./evaluate-text/question.ts";
import { counted } from "./paper.ts";
import { findInputs } from "./run/inputs.ts";
import { type Streams, write } from "./streams.ts";

/** Runs `ottlkit eval` and answers the exit code: 1 where the text is wrong or fails on a record. */
export async function evaluateText(args: readonly string[], streams: Streams): Promise<number> {
  if (args.includes("--jsonl") && !args.includes("--help") && !args.includes("-h"))
    return await answerLines(args, streams);
  const options = evaluateOptions(args);
  if (options === undefined) {
    await write(streams.stdout, evaluateUsage);
    return 0;
  }
  const payloads: object[] = [];
  for (const input of await findInputs(options.inputs, streams.stdin)) {
    const found = await payloadsOf(input);
    payloads.push(...found.payloads);
    for (const note of found.notes) streams.stderr.write(`note: ${note}\n`);
  }
  const question = asked(options, payloads);
  const hasInput = options.inputs.length > 0;
  const records = hasInput ? payloads.flatMap((payload) => [...recordsOf(question.context, payload)]) : [{}];
  if (records.length === 0)
    streams.stderr.write(`ottlkit: the input has no records of the context ${question.context}\n`);
  else if (hasInput && options.context === undefined)
    streams.stderr.write(
      `ottlkit: ${counted(records.length, "record")} of the context ${question.context}\n`,
    );
  let failed = false;
  for (const [i, record] of records.entries()) {
    const { line, isError } = answerOf(question, record, i, options.explain);
    failed ||= isError;
    if (!(await write(streams.stdout, `${line}\n`))) break;
  }
  return failed ? 1 : 0;
}

/** The text over its context: the given one, what its paths name, else the first that the payloads hold and it fits. */
function asked(options: EvaluateOptions, payloads: readonly object[]): Question {
  const { text, kind, context, compatibility, gates } = options;
  const given = { gates, ...(compatibility === undefined ? {} : { compatibility }) };
  if (context !== undefined) return questionOf(text, { kind, contexts: [context], options: given });
  try {
    return questionOf(text, { kind, contexts: ["inferred"], options: given });
  } catch (error) {
    if (!(error instanceof OttlError) || error.phase === "configuration") throw error;
    const held = Object.entries(contextsOfPayload).filter(([name]) =>
      payloads.some((payload) => Object.hasOwn(payload, name)),
    );
    const hasPayload = payloads.length > 0;
    const contexts = !hasPayload ? ["resource"] : [...new Set(held.flatMap(([, names]) => names))];
    const isOpen = error.code === "context_unclear" || (error.code === "inferred_context" && hasPayload);
    if (!isOpen || contexts.length === 0) throw error;
    return questionOf(text, { kind, contexts, options: given });
  }
}

function answerOf(
  question: Question,
  record: object,
  index: number,
  explains: boolean,
): { readonly line: string; readonly isError: boolean } {
  const tree = explains ? question.explain(record) : [];
  const before = explains ? `${index === 0 ? "" : "\n"}record ${index + 1}: ` : "";
  const after = tree.map((line) => `\n  ${line}`).join("");
  try {
    return { line: `${before}${question.answer(record)}${after}`, isError: false };
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    return { line: `${before}error: ${error.message}${after}`, isError: true };
  }
}
