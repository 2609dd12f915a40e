import { createReadStream, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import glob from "fast-glob";
import { decodeUtf8 } from "../../core/utf8.ts";
import { fileReason } from "../../testing/node/file-reason.ts";
import { counted } from "../paper.ts";
import { UsageError } from "../usage-error.ts";

/** An input and its text. */
export interface Input {
  /** As it is called in messages: its path, or `-`. */
  readonly name: string;
  /** The last part of its path, or `stdin`. */
  readonly baseName: string;
  readonly read: () => Promise<string>;
  /** The bytes as they come; throws a `UsageError` where they cannot be read. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/** The inputs that arguments name, in order, each once; throws a `UsageError` for one that is not there. */
export async function findInputs(patterns: readonly string[], stdin: Readable): Promise<readonly Input[]> {
  const inputs = new Map<string, Input>();
  for (const pattern of patterns) {
    if (pattern === "-")
      inputs.set("-", {
        name: "-",
        baseName: "stdin",
        read: async () => decodeUtf8(await buffer(stdin)),
        bytes: () => stdin,
      });
    else for (const name of await filesOf(pattern)) inputs.set(name, file(name));
  }
  return [...inputs.values()];
}

/** The inputs of a pipeline; throws a `UsageError` also where there are more targets than inputs. */
export async function targetInputs(
  { inputs: patterns, targets }: { readonly inputs: readonly string[]; readonly targets: readonly string[] },
  stdin: Readable,
): Promise<readonly Input[]> {
  const inputs = await findInputs(patterns, stdin);
  if (targets.length <= inputs.length) return inputs;
  throw new UsageError(`${counted(targets.length, "target")} for ${counted(inputs.length, "input")}`);
}

function file(name: string): Input {
  return { name, baseName: basename(name), read: async () => readText(name), bytes: () => bytesOf(name) };
}

async function* bytesOf(name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(name);
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** The files that a name or a glob pattern means, in order; throws a `UsageError` where there is none. */
export async function filesOf(pattern: string): Promise<readonly string[]> {
  try {
    const stats = statSync(pattern, { throwIfNoEntry: false });
    if (stats?.isDirectory())
      throw unusable(`${pattern} is a directory: name files, for example "${pattern.replace(/\/$/, "")}/*"`);
    if (stats !== undefined) return [pattern];
    if (!glob.isDynamicPattern(pattern)) throw unusable(`there is no file ${pattern}`);
    const found = await glob(pattern, { dot: false, onlyFiles: true, ignore: ["**/node_modules/**"] });
    if (found.length === 0) throw unusable(`no file matches ${pattern}`);
    return found.sort();
  } catch (error) {
    throw unreadable(pattern, error);
  }
}

/** The text of a file; throws a `UsageError` that says why it cannot be read. */
export function readText(name: string): string {
  try {
    return decodeUtf8(readFileSync(name));
  } catch (error) {
    throw unreadable(name, error);
  }
}

function unreadable(name: string, error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  return unusable(`${name} cannot be read: ${fileReason(error)}`);
}

function unusable(message: string): UsageError {
  return new UsageError(message, { isAboutFiles: true });
}
