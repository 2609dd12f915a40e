/** Asks the reference for the verdicts in `fixtures/corpus`: `npx node test/corpus/record.ts`. */
import { writeFileSync } from "node:fs";
import { ask } from "../reference/reference.ts";
import { readCorpus } from "../syntax/corpus.ts";
import { verdictOf, verdictsFile } from "./verdicts.ts";
import { ownQuestion, waysToRead } from "./ways.ts";

const corpus = readCorpus();
if (corpus === undefined) throw new Error("the corpus is not here, OTTLKIT_SHARED names its folder");
const ways = corpus.map(waysToRead);
const replies = await ask("lang", ways.flat());
const verdicts = ways.map((some) => replies.splice(0, some.length).map(verdictOf).join(" "));
const own = corpus.flatMap((text, index) => {
  const question = ownQuestion(text);
  return question === undefined ? [] : [{ index, question }];
});
const started = await ask(
  "proc",
  own.map(({ question }) => question.process),
);
const taken = own.flatMap(({ index }, i) => (started[i]?.ok ? [index] : []));
const format =
  "for each text of the corpus and each way to read it: the context that the reference uses, or - where it refuses; taken: the indexes of those that call functions of the transform processor and that it takes";
const reference = "pkg/ottl v1.4.0; of texts with functions of its own, transformprocessor v0.161.0";
const head = JSON.stringify({ format, reference, texts: corpus.length, own: own.length, taken }).slice(0, -1);
writeFileSync(
  verdictsFile,
  `${head},"verdicts":[\n${verdicts.map((one) => JSON.stringify(one)).join(",\n")}\n]}\n`,
);
