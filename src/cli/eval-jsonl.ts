import { parseArgs } from "node:util";
import { answer } from "./answer.ts";
import { stringify } from "./json.ts";
import { linesOf } from "./lines.ts";
import { type Streams, write } from "./streams.ts";
import { UsageError } from "./usage-error.ts";

const usage = `usage: ottlkit eval --jsonl

Answers questions about OTTL texts: one JSON object a line on standard input, one reply a line on standard output, in
order and at once.
`;

/** Runs `ottlkit eval`: answers each line of the input until the input ends or nobody reads any longer. */
export async function evaluate(args: readonly string[], { stdin, stdout }: Streams): Promise<number> {
  const { values } = parsed(args);
  if (values.help) {
    await write(stdout, usage);
    return 0;
  }
  if (!values.jsonl) throw new UsageError("eval needs --jsonl");
  for await (const line of linesOf(stdin)) {
    if (line.trim() === "") continue;
    if (!(await write(stdout, `${stringify(answer(line))}\n`))) break;
  }
  return 0;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { jsonl: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message); // parseArgs throws errors only
  }
}
