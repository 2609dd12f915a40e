import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Kind } from "../../src/syntax/parse.ts";

/** A text and whether the reference's grammar accepts it. */
export type Case = readonly [kind: Kind, accepted: boolean, text: string];

/** `fixtures/syntax/adversarial.json`. */
export interface Adversarial {
  readonly format: string;
  readonly reference: string;
  readonly cases: readonly Case[];
}

/** `fixtures/syntax/corpus-verdicts.json`: the indexes of the corpus's texts that the reference refuses. */
export interface CorpusVerdicts {
  readonly format: string;
  readonly reference: string;
  readonly texts: number;
  readonly refused: readonly number[];
}

const folder = join(import.meta.dirname, "../../fixtures/syntax");

/** Where the recorded verdicts are. */
export const files = {
  adversarial: join(folder, "adversarial.json"),
  corpus: join(folder, "corpus-verdicts.json"),
};

/** Reads the adversarial texts. */
export function readAdversarial(): Adversarial {
  return JSON.parse(readFileSync(files.adversarial, "utf8")) as Adversarial;
}

/** Reads the verdicts over the corpus. */
export function readCorpusVerdicts(): CorpusVerdicts {
  return JSON.parse(readFileSync(files.corpus, "utf8")) as CorpusVerdicts;
}
