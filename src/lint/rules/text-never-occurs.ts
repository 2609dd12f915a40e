import type { ValueIr } from "../../check/ir.ts";
import type { Derived } from "../../contexts/define-context.ts";
import { label } from "../../diagnostics/did-you-mean.ts";
import { defineRule } from "../define-rule.ts";
import { meantEnum } from "../enums-of.ts";
import { ofKind } from "../visit-ir.ts";

/** Finds comparisons of a path with a text that it never has. */
export const textNeverOccurs = defineRule({
  code: "text_never_occurs",
  severity: "warning",
  summary: "A path that has only some texts is compared with another.",
  why: "`kind.string` is `Server`, not `SERVER` or `SPAN_KIND_SERVER`; the text of an id has a fixed number of lower-case hexadecimal digits, or none.",
  bad: [
    { context: "span", text: 'kind.string == "SERVER"', fixed: 'kind.string == "Server"' },
    { context: "span", text: 'kind.string != "SPAN_KIND_CLIENT"', fixed: 'kind.string != "Client"' },
    { context: "span", text: 'trace_id.string == "ABCDEF00000000000000000000000001"' },
    { context: "log", text: 'span_id.string == "0x0102030405060708"' },
  ],
  good: [
    { context: "span", text: 'kind.string == "Server"' },
    { context: "span", text: 'trace_id.string == ""' },
    { context: "span", text: 'trace_id.string == "abcdef00000000000000000000000001"' },
  ],
  *check(text) {
    for (const ir of ofKind(text, "compare")) {
      if (ir.operator !== "==" && ir.operator !== "!=") continue;
      const sides = textAndLiteral(ir.left, ir.right) ?? textAndLiteral(ir.right, ir.left);
      if (sides === undefined || occurs(sides.literal, sides.definition)) continue;
      const { literal, definition, node, path } = sides;
      const meant = meantText(literal, definition);
      yield {
        span: ir.node.span,
        params: { text: path, literal, verdict: ir.operator === "!=" },
        ...(meant === undefined
          ? { hint: hintFor(definition) }
          : { ...label([meant]), fix: { title: `write "${meant}"`, span: node.span, text: `"${meant}"` } }),
      };
    }
  },
});

function textAndLiteral(ir: ValueIr, literal: ValueIr) {
  if (ir.kind !== "read" || ir.keys.length > 0 || literal.kind !== "literal") return undefined;
  const { definition, text } = ir.path;
  if (definition.kind !== "derived" || typeof literal.value !== "string") return undefined;
  return { definition, path: text, literal: literal.value, node: literal.node };
}

function occurs(literal: string, { derivation, texts }: Derived): boolean {
  if (literal === "") return true;
  switch (derivation) {
    case "enum text":
      return texts?.includes(literal) ?? true;
    case "trace id text":
      return /^[0-9a-f]{32}$/.test(literal);
    case "span id text":
      return /^[0-9a-f]{16}$/.test(literal);
    default:
      return true;
  }
}

function meantText(literal: string, { texts = [] }: Derived): string | undefined {
  const last = literal.slice(literal.lastIndexOf("_") + 1);
  return meantEnum(literal, texts) ?? meantEnum(last, texts);
}

function hintFor({ derivation, texts = [] }: Derived): string {
  if (derivation === "enum text") return `it is one of ${texts.join(", ")}`;
  return `it has ${derivation === "trace id text" ? 32 : 16} lower-case hexadecimal digits`;
}
