import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { stringify } from "../../src/cli/json.ts";
import type { Program, Reply, Request } from "./protocol.ts";

const script = fileURLToPath(new URL("reference.sh", import.meta.url));

export interface AskOptions {
  /** How long the reference may stay silent before it counts as hung. */
  readonly silenceSeconds?: number;
}

/** Says why the reference cannot run here, or nothing where it can; in CI a missing Go is an error. */
export function whyUnavailable(): string | undefined {
  if (spawnSync("go", ["version"]).status === 0) return undefined;
  const reason = "the reference needs Go 1.26 or later, which is not installed here";
  if (process.env.CI === "true") throw new Error(reason);
  return reason;
}

/** Builds the three programs; with an empty Go cache this takes minutes. */
export function build(): void {
  const done = spawnSync("sh", [script, "build"], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`the reference does not build:\n${done.stderr}`);
}

/**
 * Answers one reply for each request, in order. A request on which the process dies or falls silent is found by
 * asking one by one, and answered with `died`; the others are asked again.
 */
export async function ask(
  program: Program,
  requests: readonly Request[],
  { silenceSeconds = 60 }: AskOptions = {},
): Promise<Reply[]> {
  const lines = requests.map((request) => `${stringify(request)}\n`);
  const replies: Reply[] = [];
  while (replies.length < lines.length) {
    const rest = lines.slice(replies.length);
    const run = await converse(program, rest, silenceSeconds, false);
    replies.push(...run.replies);
    if (run.end === undefined) break;
    // A dying process loses the replies it has not flushed: the next conversation goes step by step.
    const steps = await converse(program, lines.slice(replies.length), silenceSeconds, true);
    replies.push(...steps.replies);
    if (steps.end === undefined) break;
    replies.push({ ok: false, died: steps.end });
  }
  return replies;
}

interface Conversation {
  readonly replies: Reply[];
  /** How the process ended before it had answered everything. */
  readonly end: string | undefined;
}

function converse(
  program: Program,
  lines: readonly string[],
  silenceSeconds: number,
  stepwise: boolean,
): Promise<Conversation> {
  return new Promise((resolve, reject) => {
    const child = spawn("sh", [script, program], { stdio: ["pipe", "pipe", "pipe"] });
    const replies: Reply[] = [];
    let partial = "";
    let complaint = "";
    let hung = false;
    const watchdog = setTimeout(() => {
      hung = true;
      child.kill("SIGKILL");
    }, silenceSeconds * 1000);

    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (chunk: string) => {
      watchdog.refresh();
      const pieces = (partial + chunk).split("\n");
      partial = pieces.pop() ?? "";
      for (const piece of pieces) {
        replies.push(JSON.parse(piece) as Reply);
        if (stepwise) step();
      }
    });
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (chunk: string) => {
      complaint = (complaint + chunk).slice(0, 2000);
    });
    child.stdin.on("error", () => {}); // a dead process cannot be written to: `close` tells
    child.on("error", reject);
    child.on("close", (status) => {
      clearTimeout(watchdog);
      if (replies.length >= lines.length) resolve({ replies, end: undefined });
      else if (hung) resolve({ replies, end: `no reply within ${silenceSeconds} seconds` });
      else if (status === 0 || status === 2 || status === null)
        resolve({ replies, end: complaint.split("\n")[0] ?? "" });
      else reject(new Error(`the reference does not start:\n${complaint}`));
    });

    const step = (): void => {
      const next = lines[replies.length];
      if (next === undefined) child.stdin.end();
      else child.stdin.write(next);
    };
    if (stepwise) step();
    else child.stdin.end(lines.join(""));
  });
}
