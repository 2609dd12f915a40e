import { answer } from "./answer.ts";
import { stringify } from "./json.ts";
import { linesOf } from "./lines.ts";
import { type Streams, tolerateBrokenPipe, write } from "./streams.ts";

/** Answers each line of the input with one line of the output, until the input ends or nobody reads any longer. */
export async function evalJsonl({ stdin, stdout }: Streams): Promise<void> {
  tolerateBrokenPipe(stdout);
  for await (const line of linesOf(stdin)) {
    if (line.trim() === "") continue;
    if (!(await write(stdout, `${stringify(answer(line))}\n`))) break;
  }
}
