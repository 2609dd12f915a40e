import { stringify } from "../../../src/cli/json.ts";
import { ask } from "../../reference/reference.ts";
import { sharedAnswers } from "../shared-answers.ts";
import { cases, payloads } from "./cases.ts";
import { type Answer, type Version, versions } from "./recorded.ts";

const programs = { "0.118.0": "proc118", "0.161.0": "proc" } as const;

/** What the reference says of every case: the text of the fixture. */
export async function askAttributesCases(): Promise<string> {
  const answers = await Promise.all(versions.map(answersOf));
  const lines = cases.map((one, i) => {
    const shared = sharedAnswers(versions, (version) => answers[versions.indexOf(version)]?.[i]);
    return `  ${stringify({ ...one, answers: shared })}`;
  });
  return `[\n${lines.join(",\n")}\n]\n`;
}

async function answersOf(version: Version): Promise<readonly Omit<Answer, "versions">[]> {
  const requests = cases.map(({ yaml, signal }) => ({
    op: "process" as const,
    processor: "attributes" as const,
    signal,
    config: {},
    yaml,
    payload: payloads[signal],
  }));
  const replies = await ask(programs[version], requests);
  return replies.map((reply) => {
    if (reply.ok) return { payload: reply.payload as object };
    if (reply.stage === "config" || reply.stage === "create") return { refused: reply.stage };
    throw new Error(`${version}: ${JSON.stringify(reply)}`);
  });
}
