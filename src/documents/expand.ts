import type { Compatibility } from "../core/compatibility.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { DocumentNode } from "./node.ts";

export interface ExpandOptions {
  readonly compatibility: Compatibility;
  /** Values of `${env:NAME}`; default: none is set. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Replaces `$` expressions in a document's values as the Collector does. */
export function expand(
  node: DocumentNode,
  _options: ExpandOptions,
): { readonly node: DocumentNode; readonly diagnostics: readonly Diagnostic[] } {
  return { node, diagnostics: [] };
}
