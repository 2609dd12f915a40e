import * as t from "../../core/types.ts";
import { defineFunction } from "../define-function.ts";
import { currentTime } from "../lib/current-time.ts";

export const now = defineFunction({
  kind: "converter",
  name: "Now",
  category: "time",
  summary: "The moment at which it is called, by the clocks of the machine's time zone.",
  params: [],
  returns: t.time,
  since: "0.104.0",
  examples: [{ source: 'Len(FormatTime(Now(), "%Y-%m-%d"))', result: 10n }],
  evaluate: currentTime,
});
