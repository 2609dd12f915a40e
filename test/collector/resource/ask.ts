import { stringify } from "../../../src/cli/json.ts";
import type { KeyValue } from "../../../src/shapes/records.ts";
import { ask } from "../../reference/reference.ts";
import { sharedAnswers } from "../shared-answers.ts";
import { cases, type ResourceCase } from "./cases.ts";
import { type Answer, type Version, versions } from "./recorded.ts";

const programs = { "0.118.0": "proc118", "0.161.0": "proc" } as const;

/** What the reference says of every case: the text of each file of `fixtures/resource`, by its name. */
export async function askResourceCases(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [name, group] of Object.entries(cases)) {
    const answers = await Promise.all(versions.map((version) => answersOf(version, group)));
    const lines = group.map((one, i) => {
      const shared = sharedAnswers(versions, (version) => answers[versions.indexOf(version)]?.[i]);
      return `  ${stringify({ ...one, answers: shared })}`;
    });
    files.set(`${name}.json`, `[\n${lines.join(",\n")}\n]\n`);
  }
  return files;
}

async function answersOf(
  version: Version,
  group: readonly ResourceCase[],
): Promise<readonly Omit<Answer, "versions">[]> {
  const replies = await ask(programs[version], group.map(requestOf));
  return replies.map((reply, i) => {
    if (!reply.ok) {
      const { stage } = reply;
      if (stage !== "config" && stage !== "create") throw new Error(`${version}: ${JSON.stringify(reply)}`);
      return { refused: stage };
    }
    const payload = reply.payload as { resourceMetrics: { resource: { attributes?: KeyValue[] } }[] };
    if (group[i]?.payload !== undefined) return { payload };
    const attributes = payload.resourceMetrics.map(({ resource }) => resource.attributes ?? []);
    return { attributes };
  });
}

function requestOf({ yaml, attributes = [], payload, client }: ResourceCase) {
  const resourceMetrics = attributes.map((one) => ({ resource: { attributes: one } }));
  return {
    op: "process" as const,
    processor: "resource" as const,
    signal: "metrics" as const,
    config: {},
    yaml,
    payload: payload ?? { resourceMetrics },
    ...(client === undefined ? {} : { client }),
  };
}
