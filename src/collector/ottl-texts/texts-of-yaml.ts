import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type ExpandOptions, expand } from "../../documents/expand.ts";
import type { DocumentNode, MapNode, SourceText } from "../../documents/node.ts";
import { parseYamlDocuments } from "../../documents/yaml-documents.ts";
import { type FoundConfiguration, findConfigurations } from "./find-configurations.ts";
import { findTexts } from "./find-texts.ts";
import type { OttlText } from "./ottl-text.ts";

/** The OTTL of a YAML file. */
export interface YamlTexts {
  readonly texts: readonly OttlText[];
  /** What is wrong with the YAML, and with the `$` expressions where they are replaced. */
  readonly diagnostics: readonly Diagnostic[];
  /** The documents that could be read, and the configurations in them. */
  readonly documents: readonly YamlDocument[];
}

/** A document of a file as it is written, and the configurations that it holds. */
export interface YamlDocument {
  readonly node: DocumentNode;
  readonly configurations: readonly FoundConfiguration[];
}

/**
 * Finds every text in OTTL of the Collector configurations of a YAML file, of all its documents. With `expansion` the
 * texts are what the Collector reads, without it what is written, `$` as it stands.
 */
export function textsOfYaml(source: SourceText, expansion?: ExpandOptions): YamlTexts {
  const texts: OttlText[] = [];
  const diagnostics: Diagnostic[] = [];
  const documents: YamlDocument[] = [];
  for (const parsed of parseYamlDocuments(source)) {
    diagnostics.push(...parsed.diagnostics);
    if (parsed.node === undefined) continue;
    const found = findConfigurations(parsed.node);
    diagnostics.push(...found.diagnostics);
    documents.push({ node: parsed.node, configurations: found.configurations });
    for (const { node, setting } of found.configurations) {
      const expanded = expansion && expand(node, expansion);
      diagnostics.push(...(expanded?.diagnostics ?? []));
      // A map stays a map.
      for (const text of findTexts((expanded?.node as MapNode | undefined) ?? node, setting))
        texts.push(text);
    }
  }
  return { texts, diagnostics, documents };
}
