import * as t from "../../core/types.ts";
import { defineFunction } from "../define-function.ts";
import { randomUuid } from "../lib/uuid.ts";

export const uuid = defineFunction({
  kind: "converter",
  name: "UUID",
  category: "id",
  summary: "A new random UUID (version 4).",
  params: [],
  returns: t.string,
  since: "0.104.0",
  examples: [
    { source: "Len(UUID())", result: 36n },
    { source: "Substring(UUID(), 14, 1)", result: "4" },
  ],
  evaluate: randomUuid,
});
