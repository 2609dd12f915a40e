import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { expand } from "../documents/expand.ts";
import type { MapNode, SourceText } from "../documents/node.ts";
import { parseYaml } from "../documents/yaml.ts";
import { findVersion, versionWarning } from "../engine/options.ts";
import type { ProcessorOptions } from "./processor.ts";

/** How a configuration is read. */
export type ConfigurationOptions = Pick<ProcessorOptions, "file" | "env" | "compatibility" | "onWarning">;

/**
 * Reads the YAML text of a Collector's configuration, its `$` expressions replaced. Throws an `OttlError` of phase
 * `configuration` with every finding.
 */
export function readConfiguration(text: string, options: ConfigurationOptions = {}): MapNode {
  const { file, env = {}, onWarning } = options;
  const source: SourceText = file === undefined ? { text } : { text, file };
  const parsed = parseYaml(source);
  if (parsed.node === undefined) throw refused(source, parsed.diagnostics);
  const map = topMap(source, parsed.node);
  const compatibility = findVersion(options.compatibility);
  const expanded = expand(map, { compatibility, env });
  const old = versionWarning(compatibility);
  const diagnostics = [...(old === undefined ? [] : [old]), ...parsed.diagnostics, ...expanded.diagnostics];
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw refused(source, errors);
  for (const diagnostic of diagnostics) onWarning?.(diagnostic);
  return expanded.node as MapNode; // a map stays a map
}

function topMap(source: SourceText, node: NonNullable<ReturnType<typeof parseYaml>["node"]>): MapNode {
  if (node.kind === "map") {
    const wrong = node.entries.filter(({ key }) => typeof key.value !== "string");
    if (wrong.length === 0) return node;
    const { text } = source;
    const diagnostics = wrong.map(({ key: { span } }) =>
      makeDiagnostic("configuration_key_kind", { key: text.slice(span.start, span.end) }, span),
    );
    throw refused(source, diagnostics);
  }
  const isNothing = node.kind === "scalar" && node.value === null;
  const found = node.kind === "sequence" ? "a list" : "a text";
  const diagnostic = isNothing
    ? makeDiagnostic("empty_configuration", undefined, node.span)
    : makeDiagnostic("configuration_kind", { found }, node.span);
  throw refused(source, [diagnostic]);
}

function refused({ text, file }: SourceText, diagnostics: readonly Diagnostic[]): OttlError {
  // Callers have at least one.
  return new OttlError("configuration", diagnostics as [Diagnostic, ...Diagnostic[]], text, { file });
}
