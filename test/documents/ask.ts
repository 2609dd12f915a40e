import { execFileSync } from "node:child_process";

/** Asks a recorder, one JSON line for each request. */
export function ask<T>(recorder: string, requests: readonly object[]): T[] {
  const output = execFileSync(recorder, {
    input: requests.map((request) => JSON.stringify(request)).join("\n"),
    maxBuffer: 2 ** 30,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers: T[] = output
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  if (answers.length !== requests.length) throw new Error("the recorder left requests unanswered");
  return answers;
}
