import type { Program, Reply } from "../../reference/protocol.ts";
import { ask } from "../../reference/reference.ts";
import { sharedAnswers } from "../shared-answers.ts";
import { filterCases } from "./cases/index.ts";
import { outline } from "./outline.ts";
import { payloads } from "./payloads.ts";
import { type Outcome, type RecordedCase, runsOf, type Version, versions } from "./recorded.ts";

const programs: Readonly<Record<Version, Program>> = {
  "0.118.0": "proc118",
  "0.161.0": "proc",
  "0.165.0": "lang",
};

/** What the reference says of every case, as `fixtures/filter/cases.json` has it. */
export async function askFilterCases(): Promise<string> {
  const outcomes = new Map<Version, readonly Outcome[]>();
  for (const version of versions) {
    const requests = filterCases.map(({ config, payload }) => ({
      op: "process" as const,
      processor: "filter" as const,
      yaml: JSON.stringify(config),
      payload: payloads[payload],
    }));
    outcomes.set(version, (await ask(programs[version], requests)).map(outcomeOfReply));
  }

  const lines = filterCases.map((one, i) => {
    const answers = sharedAnswers(versions, (version) => outcomes.get(version)?.[i]);
    return JSON.stringify({ ...one, answers } satisfies RecordedCase);
  });
  return `[\n${lines.join(",\n")}\n]\n`;
}

function outcomeOfReply(reply: Reply): Outcome {
  const { ok, stage, error = "", panic, died, payload } = reply;
  if (panic !== undefined || died !== undefined) throw new Error(`the reference crashed: ${panic ?? died}`);
  const logged = reply.logs?.filter(({ message }) => message === "failed to eval condition") ?? [];
  const failed = runsOf(logged.map(({ fields }) => String(fields?.condition)));
  const errors = { errors: logged.length, ...(failed.length > 0 ? { failed } : {}) };
  if (ok) return payload === null || payload === undefined ? errors : { output: outline(payload), ...errors };
  if (stage === "create") return { refused: "config", errors: 0 };
  if (stage !== "config" && stage !== "consume") throw new Error(`refused at ${stage}: ${error}`);
  return { refused: stage, errors: error.match(/failed to eval condition: /g)?.length ?? 0 };
}
