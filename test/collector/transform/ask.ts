import { isDeepStrictEqual } from "node:util";
import { canonicalPayload } from "../../../src/shapes/otlp-json.ts";
import type { Program, Reply } from "../../reference/protocol.ts";
import { ask } from "../../reference/reference.ts";
import { sharedAnswers } from "../shared-answers.ts";
import { transformCases } from "./cases/index.ts";
import { payloads } from "./payloads.ts";
import { errorsOf, type Outcome, type RecordedCase, type Version, versions } from "./recorded.ts";

const programs: Readonly<Record<Version, Program>> = { "0.118.0": "proc118", "0.161.0": "proc" };

const kinds: Readonly<Record<string, string>> = {
  "failed to eval condition": "condition",
  "failed to execute statement": "statement",
};

/** What the reference says of every case, as `fixtures/transform/cases.json` has it. */
export async function askTransformCases(): Promise<string> {
  const outcomes = new Map<Version, readonly Outcome[]>();
  for (const version of versions) {
    const requests = transformCases.map(({ config, payload, gates = [] }) => ({
      op: "process" as const,
      processor: "transform" as const,
      config,
      payload: payloads[payload],
      gates: Object.fromEntries(gates.map((gate) => [gate.replace(/^-/, ""), !gate.startsWith("-")])),
    }));
    const replies = await ask(programs[version], requests);
    outcomes.set(
      version,
      replies.map((reply, i) => outcomeOfReply(reply, requests[i]?.payload)),
    );
  }
  const lines = transformCases.map((one, i) => {
    const answers = sharedAnswers(versions, (version) => outcomes.get(version)?.[i]);
    return JSON.stringify({ ...one, answers } satisfies RecordedCase);
  });
  return `[\n${lines.join(",\n")}\n]\n`;
}

function outcomeOfReply(reply: Reply, given: unknown): Outcome {
  const { ok, stage = "config", error = "", panic, died, payload, logs = [] } = reply;
  if (panic !== undefined || died !== undefined) throw new Error(`the reference crashed: ${panic ?? died}`);
  if (!ok) {
    if (stage !== "config" && stage !== "consume") throw new Error(`refused at ${stage}: ${error}`);
    return { refused: stage };
  }
  const failed = logs.flatMap(({ message, fields = {} }) => {
    const kind = kinds[message];
    return kind === undefined ? [] : [{ kind, text: String(fields[kind]) }];
  });
  const output = canonicalPayload(payload);
  return {
    output: isDeepStrictEqual(output, canonicalPayload(given)) ? "same" : output,
    ...(failed.length === 0 ? {} : { errors: errorsOf(failed) }),
  };
}
