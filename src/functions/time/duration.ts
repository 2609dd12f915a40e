import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { Duration } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { durationOf } from "../lib/example-values.ts";
import { parseDuration } from "../lib/parse-duration.ts";

export const duration = defineFunction({
  kind: "converter",
  name: "Duration",
  category: "time",
  summary: "The length of time that a text says in the units h, m, s, ms, us, ns.",
  params: [param("duration", t.string, "The text, such as `1h30m` or `-1.5s`.")],
  returns: t.duration,
  since: "0.104.0",
  examples: [
    { source: 'Duration("1m30s")', result: durationOf(90_000_000_000n) },
    { source: 'Duration("-1.5ms")', result: durationOf(-1_500_000n) },
    { source: 'Duration("1 hour")', error: "unreadable_text" },
    { source: 'Duration("300000h0m")', result: durationOf(1_080_000_000_000_000_000n) },
    { source: 'Duration("3000000h")', error: "number_out_of_range" },
    { source: "Duration(5)", error: "argument_type" },
  ],
  evaluate(text) {
    const nanos = parseDuration(text);
    if (nanos === "syntax") throw new Failure("unreadable_text", { type: "duration", text });
    if (nanos === "range") throw new Failure("number_out_of_range", { type: "duration", text });
    return new Duration(nanos);
  },
});
