import * as t from "../../core/types.ts";
import { SpanId } from "../../core/values.ts";
import { defineFunction } from "../define-function.ts";

export const isRootSpan = defineFunction({
  kind: "converter",
  name: "IsRootSpan",
  category: "span",
  summary: "Whether the span has no parent.",
  params: [],
  returns: t.bool,
  since: "0.105.0",
  contexts: ["span"],
  reads: ["parent_span_id"],
  examples: [
    { source: "IsRootSpan()", result: true, data: { span: { name: "GET /" } } },
    { source: "IsRootSpan()", result: false, data: { span: { parentSpanId: "0102030405060708" } } },
  ],
  evaluate: (parent) => parent instanceof SpanId && /^0+$/.test(parent.hex),
});
