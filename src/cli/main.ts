import { parseArgs } from "node:util";
import packageJson from "../../package.json" with { type: "json" };
import { type Streams, write } from "./streams.ts";

const usage = `usage: ottlkit <command> [options]

commands
  eval --jsonl    answer questions about OTTL texts: one JSON object a line on standard input,
                  one reply a line on standard output, in order and at once

options
  -h, --help      show this help
  -v, --version   show the version
`;

/** Runs the command line and answers the exit code: 0, or 2 where it is used wrongly. */
export async function main(args: readonly string[], streams: Streams): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return misused(streams, (error as Error).message); // parseArgs throws errors only
  }
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  if (values.help) return await print(streams, usage);
  if (values.version) return await print(streams, `${packageJson.version}\n`);
  if (command === undefined) return misused(streams, "a command is missing");
  if (command !== "eval") return misused(streams, `there is no command "${command}"`);
  if (rest.length > 0) return misused(streams, `"${rest[0]}" is one argument too many`);
  if (!values.jsonl) return misused(streams, "eval needs --jsonl");
  const { evalJsonl } = await import("./eval-jsonl.ts"); // the engine is loaded only where it is needed
  await evalJsonl(streams);
  return 0;
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h" },
      version: { type: "boolean", short: "v" },
      jsonl: { type: "boolean" },
    },
  });
}

async function print({ stdout }: Streams, text: string): Promise<number> {
  await write(stdout, text);
  return 0;
}

function misused({ stderr }: Streams, complaint: string): number {
  stderr.write(`ottlkit: ${complaint}\nTry "ottlkit --help".\n`);
  return 2;
}
