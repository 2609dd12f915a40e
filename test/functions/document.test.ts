import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { functionsDocument } from "../../scripts/functions-document.ts";

test("grammar/functions.md is what the definitions say; `npm run docs` writes it", () => {
  const written = readFileSync(new URL("../../grammar/functions.md", import.meta.url), "utf8");
  expect(written).toBe(functionsDocument());
});
