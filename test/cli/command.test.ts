import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { disagreement } from "../conformance/agreement.ts";
import type { Reply } from "../reference/protocol.ts";
import type { RecordedFile } from "../reference/recorded-file.ts";
import { Workspace } from "./call.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const space = new Workspace();
const call = (...args: string[]) => space.call(args);
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});

function start(
  args: readonly string[],
  node: readonly string[] = [],
): ReturnType<typeof spawn> & {
  stdin: NodeJS.WritableStream;
  stdout: NodeJS.ReadableStream;
  stderr: NodeJS.ReadableStream;
} {
  const child = spawn(process.execPath, [...node, "src/cli/cli.ts", ...args], {
    cwd: root,
  });
  children.push(child);
  return child;
}

async function run(args: readonly string[], input = "", node: readonly string[] = []) {
  const child = start(args, node);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk));
  child.stdin.end(input);
  const [code] = (await once(child, "close")) as [number];
  return { code, stdout, stderr };
}

const parsing = (id: number, text: string): string =>
  `${JSON.stringify({ id, op: "parse", kind: "condition", context: "metric", text })}\n`;

describe("ottlkit", () => {
  test("shows its help and its version", async () => {
    const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string };
    expect(await call("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    const help = await call("eval", "--help");
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toContain("eval --jsonl");
  });

  test.each([
    [[]],
    [["nope"]],
    [["eval"]],
    [["eval", "--jsonl", "more"]],
    [["eval", "--nope"]],
    [["--jsonl=1"]],
  ])("complains about %j in two lines and answers 2", async (args) => {
    const { code, stdout, stderr } = await call(...args);
    expect({ code, stdout, lines: stderr.trimEnd().split("\n").length }).toEqual({
      code: 2,
      stdout: "",
      lines: 2,
    });
    expect(stderr).toMatch(/ottlkit (eval )?--help/);
  });

  test("exits with what the command answers", async () => {
    expect(await run(["nope"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("nope"),
    });
  });

  test("says in one line that its output cannot be written", async () => {
    const full = openSync("/dev/full", "w");
    const child = spawn(process.execPath, ["src/cli/cli.ts", "--help"], {
      cwd: root,
      stdio: ["ignore", full, "pipe"],
    });
    let stderr = "";
    child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk));
    const [code] = await once(child, "close");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^ottlkit: the output cannot be written: ENOSPC.*\n$/),
    });
  });

  test("says in one line that a Node.js is too old, and exits with 2", async () => {
    const old = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.19.0'})";
    expect(await run(["--version"], "", ["--import", old])).toEqual({
      code: 2,
      stdout: "",
      stderr: "ottlkit needs Node.js 22 or later, and this is 20.19.0\n",
    });
  });
});

describe("ottlkit eval --jsonl", () => {
  test("answers each line at once, while the input stays open", async () => {
    const child = start(["eval", "--jsonl"]);
    const replies = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const id of [1, 2, 3]) {
      child.stdin.write(parsing(id, "true"));
      const { value } = await replies.next();
      expect(JSON.parse(String(value))).toEqual({ id, ok: true, context: "metric" });
    }
    child.stdin.end();
    expect((await once(child, "close"))[0]).toBe(0);
  });

  test("answers in order, past blank lines, broken lines and a missing last newline", async () => {
    const input = `${parsing(1, "true")}\n  \n{broken\n${parsing(2, "nope(")}\r\n${parsing(3, "true").trimEnd()}`;
    const { code, stdout, stderr } = await run(["eval", "--jsonl"], input);
    const replies = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Reply);
    expect(replies.map(({ id, ok }) => [id, ok])).toEqual([
      [1, true],
      [undefined, false],
      [2, false],
      [3, true],
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("takes lines of many megabytes, and characters cut by the pieces they come in", async () => {
    const text = `name == "${"é😀".repeat(2_000_000)}"`;
    const { stdout } = await run(["eval", "--jsonl"], parsing(1, text));
    expect(JSON.parse(stdout)).toEqual({ id: 1, ok: true, context: "metric" });
  });

  test("ends quietly once nobody reads its replies", async () => {
    const child = start(["eval", "--jsonl"]);
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk));
    child.stdin.on("error", () => {});
    child.stdin.write(parsing(1, "true").repeat(50_000));
    await once(child.stdout, "data");
    (child.stdout as unknown as { destroy(): void }).destroy();
    const [code] = await once(child, "close");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("gives the recorded answers of the reference", async () => {
    const read = (path: string): string => readFileSync(`${root}fixtures/${path}`, "utf8");
    const { cases } = JSON.parse(read("conformance/traps/values.json")) as RecordedFile;
    const requests = cases.map(
      ({ kind, context, text, functions, data }, id) =>
        `{"id":${id},"op":"eval",${JSON.stringify({ kind, context, text, functions }).slice(1, -1)},"payload":${read(`data/${data}.json`).trim()}}`,
    );
    const { stdout } = await run(["eval", "--jsonl"], requests.join("\n"));
    const replies = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Reply);
    const differences = cases.flatMap((one, id) => {
      const { results, error = "", id: back } = replies[id] ?? { ok: false };
      const found =
        results === undefined
          ? { rejected: error }
          : { results: results.flatMap((result) => ("statements" in result ? [] : [result])) };
      const difference = back === id ? disagreement(one.expect, found) : "is out of order";
      return difference === undefined ? [] : [`${one.name}: ${difference}`];
    });
    expect(differences).toEqual([]);
  });
});
