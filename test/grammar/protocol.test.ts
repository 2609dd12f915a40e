import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer } from "../../src/cli/answer.ts";

const document = readFileSync(new URL("../../grammar/PROTOCOL.md", import.meta.url), "utf8");

test("the protocol document shows what is answered", () => {
  const questions = /<<'LINES'\n(.*?)\nLINES/s.exec(document)?.[1]?.split("\n") ?? [];
  const replies = /```json\n(.*?)\n```/s.exec(document)?.[1]?.split("\n") ?? [];
  expect(questions.length).toBeGreaterThan(3);
  expect(questions.map((question) => JSON.parse(JSON.stringify(answer(question))))).toEqual(
    replies.map((reply) => JSON.parse(reply)),
  );
});
