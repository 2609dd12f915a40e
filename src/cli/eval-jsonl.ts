import { answer } from "./answer.ts";
import { stringify } from "./json.ts";
import { linesOf } from "./lines.ts";
import { parseOptions } from "./parse-options.ts";
import { type Streams, write } from "./streams.ts";
import { UsageError } from "./usage-error.ts";

/** Runs `ottlkit eval --jsonl`: answers each line of the input until the input ends or nobody reads any longer. */
export async function answerLines(args: readonly string[], { stdin, stdout }: Streams): Promise<number> {
  const { positionals } = parseOptions("eval --jsonl", args, { jsonl: { type: "boolean" } });
  const [extra] = positionals;
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many beside --jsonl`);
  for await (const line of linesOf(stdin)) {
    if (line.trim() === "") continue;
    if (!(await write(stdout, `${stringify(answer(line))}\n`))) break;
  }
  return 0;
}
