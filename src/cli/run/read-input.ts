import { decodeUtf8 } from "../../core/utf8.ts";
import { byteLinesOf } from "../lines.ts";
import type { Input } from "./inputs.ts";

/** A line, its number from 1, and how many bytes have been read with it. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string;
  readonly bytes: number;
}

/** An input: lines of JSON, to be taken one by one, or a text that must be seen whole. */
export type Opened =
  | { readonly kind: "lines"; readonly lines: AsyncIterable<NumberedLine> }
  | { readonly kind: "text"; readonly text: string };

/** Opens an input; where its first line is JSON by itself, it is read line by line. */
export async function openInput(input: Input): Promise<Opened> {
  const chunks = input.bytes()[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    head.push(next.value);
    if (next.value.includes(newline)) break;
  }
  const whole = () => from(head, chunks);
  for await (const line of byteLinesOf(from(head, undefined))) {
    if (isJson(decodeUtf8(line)) && head.at(-1)?.includes(newline))
      return { kind: "lines", lines: numbered(byteLinesOf(whole())) };
    break;
  }
  const all: Uint8Array[] = [];
  for await (const chunk of whole()) all.push(chunk);
  return { kind: "text", text: decodeUtf8(Buffer.concat(all)) };
}

const newline = 10;

async function* from(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array> | undefined,
): AsyncGenerator<Uint8Array> {
  yield* head;
  if (rest !== undefined)
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* numbered(lines: AsyncIterable<Uint8Array>): AsyncGenerator<NumberedLine> {
  let number = 0;
  let bytes = 0;
  for await (const line of lines) {
    number++;
    bytes += line.length + 1;
    yield { number, text: decodeUtf8(line), bytes };
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ""));
    return true;
  } catch {
    return false;
  }
}
