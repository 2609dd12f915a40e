import { Readable } from "node:stream";
import { signals } from "../../collector/signals.ts";
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

/** Opens an input; where its first line is JSON by itself, or broken and a later one is a payload, it is read line by line. */
export async function openInput(input: Input): Promise<Opened> {
  const chunks = input.bytes()[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let size = 0;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    head.push(next.value);
    size += next.value.length;
    if (!next.value.includes(newline)) continue;
    if (await areLines(head)) return { kind: "lines", lines: numbered(byteLinesOf(from(head, chunks))) };
    if (size >= enough) break;
  }
  const all: Uint8Array[] = [];
  for await (const chunk of from(head, chunks)) all.push(chunk);
  return { kind: "text", text: decodeUtf8(Buffer.concat(all)) };
}

const newline = 10;

/** Behind so many bytes it is known what an input is. */
const enough = 256 * 1024;

async function* from(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.(); // a file stays open otherwise where the run ends early
  }
}

async function areLines(head: readonly Uint8Array[]): Promise<boolean> {
  let isFirst = true;
  for await (const line of byteLinesOf(Readable.from(head))) {
    const text = decodeUtf8(line).replace(/^\ufeff/, "");
    if (text.trim() === "") continue;
    const json = /^\s*[[{]/.test(text) ? parsed(text) : undefined;
    if (isFirst ? json !== undefined : isPayload(json)) return true;
    if (isFirst && !/^\s*\{/.test(text)) return false;
    isFirst = false;
  }
  return false;
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPayload(json: unknown): boolean {
  return typeof json === "object" && json !== null && signals.some(({ resources }) => resources in json);
}
