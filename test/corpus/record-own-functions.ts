/** Asks the transform processor for the verdicts in `fixtures/corpus/own-functions.json`: run it with Node.js. */
import { writeFileSync } from "node:fs";
import { ask } from "../reference/reference.ts";
import { readCorpus } from "../syntax/corpus.ts";
import { callsOwnFunctions, type OwnVerdicts, ownFunctionsFile, transformWith } from "./own-functions.ts";

const corpus = readCorpus();
if (corpus === undefined) throw new Error("the corpus is not here, OTTLKIT_SHARED names its folder");
const asked = corpus.flatMap((text, id) => (callsOwnFunctions(text) ? [{ text, id }] : []));
const replies = await ask(
  "proc",
  asked.map(({ text }) => transformWith(text)),
);
const numbers = (ok: boolean) => asked.flatMap(({ id }, i) => (replies[i]?.ok === ok ? [id] : []));
const verdicts: OwnVerdicts = {
  format: "which texts of the corpus that call functions of the transform processor it takes, and which not",
  reference: "transformprocessor v0.161.0",
  taken: numbers(true),
  refused: numbers(false),
};
writeFileSync(ownFunctionsFile, `${JSON.stringify(verdicts)}\n`);
