import { Failure } from "../core/failure.ts";
import { failureDiagnostic, makeDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { invalidOption } from "../diagnostics/invalid-option.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { requireOptions } from "../diagnostics/require-options.ts";
import type { SourcePart } from "../diagnostics/source-file.ts";
import { dollarFactsOf } from "../documents/dollar-facts.ts";
import { expand } from "../documents/expand.ts";
import { merge, nested } from "../documents/merge.ts";
import { movedBy } from "../documents/moved.ts";
import type { DocumentNode, MapNode, ParsedDocument, SourceText } from "../documents/node.ts";
import { parseYaml } from "../documents/yaml.ts";
import { findVersion, versionWarning } from "../engine/options.ts";
import type { ProcessorOptions } from "./processor.ts";

/** The YAML text of a configuration, or several that are laid over one another, the later over the earlier. */
export type ConfigurationText = string | readonly ConfigurationFile[];

/** One of the files that make a configuration. */
export interface ConfigurationFile {
  readonly text: string;
  /** Its name, for messages. */
  readonly file?: string;
}

/** Throws an `OttlError` of phase `configuration` where a caller without types gives no text of a configuration. */
export function requireConfigurationText(given: unknown): asserts given is ConfigurationText {
  if (typeof given === "string") return;
  if (!Array.isArray(given)) throw invalidOption("yaml", "a text, or an array of files", given);
  if (given.length === 0) throw invalidOption("yaml", "a text, or an array of files", "[]");
  for (const [i, file] of given.entries())
    requireOptions(`yaml[${i}]`, file, { text: "text", file: { optional: "text" } }, `yaml[${i}].`);
}

/** How a configuration is read. */
export type ConfigurationOptions = Pick<ProcessorOptions, "file" | "env" | "compatibility" | "onWarning">;

/**
 * Reads the YAML text of a Collector's configuration, or several as one, its `$` expressions replaced. Throws an
 * `OttlError` of phase `configuration` with every finding.
 */
export function readConfiguration(given: ConfigurationText, options: ConfigurationOptions = {}): MapNode {
  const { env = {}, onWarning } = options;
  const {
    source,
    maps,
    diagnostics: told,
  } = typeof given === "string" ? one(given, options.file) : all(given);
  const merged = nestedIn(source, maps.reduce(merge));
  const compatibility = findVersion(options.compatibility);
  const expanded = expand(merged, { compatibility, env });
  const old = versionWarning(compatibility);
  const diagnostics = [...(old === undefined ? [] : [old]), ...told, ...expanded.diagnostics];
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw refused(source, errors);
  for (const diagnostic of diagnostics) onWarning?.(diagnostic);
  const map = expanded.node as MapNode; // a map stays a map
  // The converter that replaced `$NAME` made the map anew.
  return dollarFactsOf(compatibility.version)("plain_dollars") ? map : nestedIn(source, map);
}

function nestedIn(source: SourceText, map: MapNode): MapNode {
  try {
    return nested(map);
  } catch (error) {
    if (error instanceof Failure) throw refused(source, [failureDiagnostic(error, map.span)]);
    throw error;
  }
}

/** The maps of the files of a configuration, at least one, and what there is to say about their texts. */
interface Read {
  readonly source: SourceText;
  readonly maps: readonly MapNode[];
  readonly diagnostics: readonly Diagnostic[];
}

function one(text: string, file: string | undefined): Read {
  const source: SourceText = file === undefined ? { text } : { text, file };
  return mapsOf(source, [parseYaml(source)]);
}

/** Reads each file by itself; its places are told in the text that they are joined to. */
function all(files: readonly ConfigurationFile[]): Read {
  const parts: SourcePart[] = [];
  let whole = "";
  for (const { text, file } of files) {
    const start = whole.length;
    whole += text.endsWith("\n") ? text : `${text}\n`;
    parts.push({ start, end: whole.length, ...(file === undefined ? {} : { file }) });
  }
  const source: SourceText = { text: whole, file: parts };
  const documents = files.map(({ text }, i) => movedBy(parts[i]?.start ?? 0, parseYaml({ text }), source));
  return mapsOf(source, documents);
}

/** Of several files some may be empty. */
function mapsOf(source: SourceText, documents: readonly ParsedDocument[]): Read {
  const diagnostics = documents.flatMap((document) => document.diagnostics);
  const nodes = documents.flatMap(({ node }) => (node === undefined ? [] : [node]));
  if (nodes.length < documents.length) throw refused(source, diagnostics);
  const filled = nodes.filter((node) => !isNothing(node));
  return {
    source,
    diagnostics,
    maps: (filled.length === 0 ? nodes : filled).map((node) => topMap(source, node)),
  };
}

function topMap(source: SourceText, node: DocumentNode): MapNode {
  if (node.kind === "map") {
    const wrong = node.entries.filter(({ key }) => typeof key.value !== "string");
    if (wrong.length === 0) return node;
    const { text } = source;
    const diagnostics = wrong.map(({ key: { span } }) =>
      makeDiagnostic("configuration_key_kind", { key: text.slice(span.start, span.end) }, span),
    );
    throw refused(source, diagnostics);
  }
  const found = node.kind === "sequence" ? "a list" : "a text";
  const diagnostic = isNothing(node)
    ? makeDiagnostic("empty_configuration", undefined, node.span)
    : makeDiagnostic("configuration_kind", { found }, node.span);
  throw refused(source, [diagnostic]);
}

function isNothing(node: DocumentNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

function refused({ text, file }: SourceText, diagnostics: readonly Diagnostic[]): OttlError {
  // Callers have at least one.
  return new OttlError("configuration", diagnostics as [Diagnostic, ...Diagnostic[]], text, { file });
}
