import { expect, test } from "vitest";
import { answer } from "../../src/cli/answer.ts";
import { readCorpus } from "../syntax/corpus.ts";
import { callsOwnFunctions } from "./own-functions.ts";
import { readVerdicts, verdictOf } from "./verdicts.ts";
import { ownQuestion, waysToRead } from "./ways.ts";

const corpus = readCorpus();
const skipped =
  corpus === undefined ? " (skipped: the corpus is not here, OTTLKIT_SHARED names its folder)" : "";

test.skipIf(corpus === undefined)(
  `texts found in the wild are taken and refused as by the reference${skipped}`,
  () => {
    const { texts, verdicts } = readVerdicts();
    expect(corpus?.length).toBe(texts);
    const different: string[] = [];
    for (const [index, text] of (corpus ?? []).entries()) {
      if (callsOwnFunctions(text)) continue; // judged by the processor that has them, see test/cli/check
      const ways = waysToRead(text);
      const expected = verdicts[index]?.split(" ") ?? [];
      for (const [i, way] of ways.entries()) {
        const reply = answer(JSON.stringify(way));
        if (verdictOf(reply) === expected[i] && reply.panic === undefined) continue;
        different.push(`${JSON.stringify(way)}: ${expected[i]} expected, found ${JSON.stringify(reply)}`);
      }
    }
    expect(different).toEqual([]);
  },
  120_000,
);

test.skipIf(corpus === undefined)(
  `texts with functions of the transform processor are taken and refused as by it${skipped}`,
  () => {
    const { own, taken } = readVerdicts();
    const different: string[] = [];
    let asked = 0;
    for (const [index, text] of (corpus ?? []).entries()) {
      const question = ownQuestion(text);
      if (question === undefined) continue;
      asked++;
      const reply = answer(JSON.stringify(question.parse));
      if (reply.ok === taken.includes(index) && reply.panic === undefined) continue;
      different.push(`${JSON.stringify(question.parse)}: found ${JSON.stringify(reply)}`);
    }
    expect(different).toEqual([]);
    expect(asked).toBe(own);
    expect(taken.length).toBeGreaterThan(80);
  },
  120_000,
);
