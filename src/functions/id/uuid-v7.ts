import * as t from "../../core/types.ts";
import { defineFunction } from "../define-function.ts";
import { sortableUuid } from "../lib/uuid.ts";

export const uuidV7 = defineFunction({
  kind: "converter",
  name: "UUIDv7",
  category: "id",
  summary: "A new UUID (version 7) that begins with the time, so that later ones are greater.",
  params: [],
  returns: t.string,
  since: "0.132.0",
  examples: [
    { source: "Len(UUIDv7())", result: 36n },
    { source: "Substring(UUIDv7(), 14, 1)", result: "7" },
  ],
  evaluate: () => sortableUuid(Date.now),
});
