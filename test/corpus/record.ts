/** Asks the reference for the verdicts in `fixtures/corpus`: `npx node test/corpus/record.ts`. */
import { writeFileSync } from "node:fs";
import { ask } from "../reference/reference.ts";
import { readCorpus } from "../syntax/corpus.ts";
import { verdictOf, verdictsFile } from "./verdicts.ts";
import { waysToRead } from "./ways.ts";

const corpus = readCorpus();
if (corpus === undefined) throw new Error("the corpus is not here, OTTLKIT_SHARED names its folder");
const ways = corpus.map(waysToRead);
const replies = await ask("lang", ways.flat());
const verdicts = ways.map((some) => replies.splice(0, some.length).map(verdictOf).join(" "));
const format =
  "for each text of the corpus and each way to read it: the context that the reference uses, or - where it refuses";
const head = JSON.stringify({ format, reference: "pkg/ottl v1.4.0", texts: corpus.length }).slice(0, -1);
writeFileSync(
  verdictsFile,
  `${head},"verdicts":[\n${verdicts.map((one) => JSON.stringify(one)).join(",\n")}\n]}\n`,
);
