import { defineRule } from "../define-rule.ts";
import { ofKind } from "../visit-ir.ts";

/** What to use in place of what later versions lack. */
const replacements: Readonly<Record<string, string>> = {
  Base64Decode: 'use Decode(value, "base64")',
};

/** Finds what later versions no longer have. */
export const deprecated = defineRule({
  code: "deprecated",
  severity: "warning",
  summary: "A function or path that later versions no longer have, or that is announced to go.",
  why: "The text is right in the version that is asked for, and an error after an upgrade.",
  bad: [
    { context: "log", kind: "value", text: 'Base64Decode("YQ==")', compatibility: "0.160.0" },
    { context: "span", text: 'kind.deprecated_string == "SPAN_KIND_SERVER"' },
  ],
  good: [
    { context: "log", kind: "value", text: 'Decode("YQ==", "base64")', compatibility: "0.160.0" },
    { context: "span", text: 'kind.string == "Server"' },
  ],
  *check(text) {
    for (const { definition, node } of ofKind(text, "call")) {
      const { name, until } = definition;
      const span = node.kind === "Call" ? node.nameSpan : node.span;
      const hint = replacements[name];
      if (until === undefined) continue;
      const params = { what: `function "${name}"`, last: until };
      yield { span, params, ...(hint === undefined ? {} : { hint }) };
    }
    for (const { path, node } of ofKind(text, "read")) {
      if (!path.text.endsWith(".deprecated_string")) continue;
      const params = { what: `path "${path.text}"`, last: undefined };
      yield { span: node.span, params, hint: "use kind with SPAN_KIND_…, or kind.string" };
    }
  },
});
