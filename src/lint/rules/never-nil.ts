import type { ValueIr } from "../../check/ir.ts";
import type { TypeName } from "../../core/values.ts";
import { failingPart, unguarded } from "../can-fail.ts";
import { decidedByTypes } from "../comparison-outcome.ts";
import { defineRule } from "../define-rule.ts";
import { ofKind } from "../visit-ir.ts";

/** Finds comparisons with nil of what is never nil. */
export const neverNil = defineRule({
  code: "never_nil",
  severity: "warning",
  summary: "A comparison with nil of a value that is never nil.",
  why: 'A field that a record lacks reads as the empty text, 0 or an id of zeros, never as nil; only attributes, bodies and what hangs on the kind of a metric can be nil. Compare a text with `""`.',
  bad: [
    { context: "log", text: "severity_text == nil" },
    { context: "log", kind: "statement", text: 'set(severity_text, "INFO") where severity_text != nil' },
    { context: "span", text: "parent_span_id == nil" },
    { context: "log", text: "nil != attributes" },
    { context: "log", text: "Len(severity_text) != nil" },
  ],
  good: [
    { context: "log", text: 'severity_text == ""' },
    { context: "log", text: "body == nil" },
    { context: "log", text: 'Time(body, "%Y") != nil' },
    { context: "log", text: "Len(body) != nil" },
    { context: "log", text: 'attributes["a"] != nil' },
    { context: "datapoint", text: "value_double != nil" },
    { context: "span", text: 'trace_state["a"] == nil' },
  ],
  *check(text) {
    for (const ir of ofKind(text, "compare")) {
      const side = isNil(ir.right) ? ir.left : isNil(ir.left) ? ir.right : undefined;
      const decided = side === undefined ? undefined : decidedByTypes(ir);
      if (side === undefined || decided === undefined) continue;
      if (side.kind === "call" && failingPart(side, unguarded) !== undefined) continue; // asked whether it fails
      const { span } = side.node;
      const asked = text.text.slice(span.start, span.end);
      const isPath = side.kind === "read";
      const instead = isPath && zeros[side.type] ? `, a missing one is ${zeros[side.type]}` : "";
      const hint = isPath ? tests[side.type]?.(asked, ir.operator) : undefined;
      yield {
        span: ir.node.span,
        params: { text: asked, instead, verdict: decided.verdict },
        ...(hint === undefined ? {} : { hint: `to ask whether it is there, write ${hint}` }),
      };
    }
  },
});

function isNil(ir: ValueIr): boolean {
  return ir.kind === "literal" && ir.value === null;
}

const zeros: { readonly [T in TypeName]?: string } = {
  string: "the empty text",
  int: "0",
  double: "0",
  bool: "false",
  "trace id": "an id of zeros",
  "span id": "an id of zeros",
  time: "the begin of 1970",
  map: "the empty map",
};

const tests: { readonly [T in TypeName]?: (path: string, operator: string) => string } = {
  string: (path, operator) => `${path} ${operator} ""`,
  int: (path, operator) => `${path} ${operator} 0`,
  "trace id": (path, operator) => `${path} ${operator} TraceID(0x${"0".repeat(32)})`,
  "span id": (path, operator) => `${path} ${operator} SpanID(0x${"0".repeat(16)})`,
  map: (path, operator) => `Len(${path}) ${operator} 0`,
};
