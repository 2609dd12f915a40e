/**
 * Texts that call functions of the transform processor: the program that judges the others has only those of the language,
 * so they have verdicts of the processor itself.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownerOf } from "../../src/functions/known-names.ts";
import type { ProcessRequest } from "../reference/protocol.ts";
import type { CorpusText } from "../syntax/corpus.ts";

/** Where their verdicts are. */
export const ownFunctionsFile = join(import.meta.dirname, "../../fixtures/corpus/own-functions.json");

/** Whether the transform processor takes each of them, by their numbers in the corpus. */
export function readOwnVerdicts(): ReadonlyMap<number, boolean> {
  const { taken, refused } = JSON.parse(readFileSync(ownFunctionsFile, "utf8")) as OwnVerdicts; // written as that
  return new Map([...taken.map((id) => [id, true] as const), ...refused.map((id) => [id, false] as const)]);
}

/** What is in the file. */
export interface OwnVerdicts {
  readonly format: string;
  readonly reference: string;
  readonly taken: readonly number[];
  readonly refused: readonly number[];
}

/** Whether a text calls a function that only a component has. */
export function callsOwnFunctions({ text }: Pick<CorpusText, "text">): boolean {
  return [...text.matchAll(/\b(\w+)\(/g)].some(([, name = ""]) => ownerOf(name) !== undefined);
}

/** The transform processor with a statement of the corpus alone. */
export function transformWith({ text, signal, context }: CorpusText): ProcessRequest {
  const name = { metrics: "metric", traces: "trace", logs: "log" }[signal] ?? signal;
  const group = context === "inferred" ? text : { context, statements: [text] };
  return { op: "process", processor: "transform", config: { [`${name}_statements`]: [group] } };
}
