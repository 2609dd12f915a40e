import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contextsDocument, documentUrl } from "./contexts-doc.ts";

test("grammar/contexts.md says what the tables say", () => {
  expect(readFileSync(documentUrl, "utf8")).toBe(contextsDocument());
});
