import type { z } from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import type { DocumentNode } from "../documents/node.ts";
import { issueDiagnostics } from "./config-issues.ts";
import { inputFor } from "./schema-input.ts";

/**
 * Reads settings by a schema, as strictly as the Collector: no number is a text, null is the same as absent.
 * `setting` is their path, such as `processors.filter/mesh`. Throws an `OttlError` of phase `configuration` with every
 * finding, its places in the document's text.
 */
export function decode<T>(schema: z.ZodType<T>, node: DocumentNode, setting: string): T {
  const result = schema.safeParse(inputFor(schema, node));
  if (result.success) return result.data;
  const diagnostics = issueDiagnostics(schema, node, setting, result.error.issues);
  const inOrder = diagnostics.sort((a, b) => a.span.start - b.span.start);
  throw new OttlError(
    "configuration",
    inOrder as [Diagnostic, ...Diagnostic[]], // a failed parse has an issue, and each issue a diagnostic
    node.source.text,
    { file: node.source.file },
  );
}
