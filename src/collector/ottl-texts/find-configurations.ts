import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { moved } from "../../documents/moved.ts";
import type { DocumentNode, MapNode, ScalarNode } from "../../documents/node.ts";
import { keyText, nodeAt } from "../../documents/plain.ts";
import { parseYaml } from "../../documents/yaml.ts";
import { settingAt } from "../config-issues.ts";

/** A Collector's configuration in a document. */
export interface FoundConfiguration {
  readonly node: MapNode;
  /** Its path in the document, empty where it is the document. */
  readonly setting: string;
  /** The scalar whose text it is, where it is one. */
  readonly scalar?: ScalarNode;
}

/** The configurations of a document, and what is wrong with those that cannot be read. */
export interface FoundConfigurations {
  readonly configurations: readonly FoundConfiguration[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where documents hold configurations; `*` stands for each entry. */
const places: readonly { readonly kind?: string; readonly at: readonly string[]; readonly sure?: boolean }[] =
  [
    { at: [] },
    { kind: "OpenTelemetryCollector", at: ["spec", "config"], sure: true },
    { kind: "ConfigMap", at: ["data", "*"] },
    // The values of the Helm chart.
    { at: ["config"] },
  ];
const sections: ReadonlySet<string> = new Set([
  "receivers",
  "processors",
  "exporters",
  "connectors",
  "service",
]);

/**
 * Finds the configurations of a document: itself, that of the operator's `OpenTelemetryCollector`, those of a
 * `ConfigMap`, and that in the values of the Helm chart. Their places are those of the file.
 */
export function findConfigurations(document: DocumentNode): FoundConfigurations {
  const diagnostics: Diagnostic[] = [];
  const kind = nodeAt(document, ["kind"])?.text;
  const configurations = places
    .filter((place) => place.kind === kind)
    .flatMap(({ at, sure = false }) =>
      nodesAt(document, at).flatMap(({ node, setting }): FoundConfiguration[] => {
        if (node.kind === "map") return isConfiguration(node) ? [{ node, setting }] : [];
        if (node.kind !== "scalar" || node.text === undefined || kind === undefined) return [];
        const parsed = parseYaml({ text: node.text });
        if (sure)
          for (const found of parsed.diagnostics)
            diagnostics.push({ ...found, span: node.locate(found.span) });
        const inner = parsed.node && moved(parsed.node, node.source, (span) => node.locate(span));
        return inner?.kind === "map" && isConfiguration(inner)
          ? [{ node: inner, setting, scalar: node }]
          : [];
      }),
    );
  return { configurations, diagnostics };
}

function isConfiguration({ entries }: MapNode): boolean {
  return entries.some(({ key }) => sections.has(keyText(key)));
}

interface Reached {
  readonly node: DocumentNode;
  readonly setting: string;
}

function nodesAt(document: DocumentNode, path: readonly string[]): readonly Reached[] {
  let reached: readonly Reached[] = [{ node: document, setting: "" }];
  for (const step of path)
    reached = reached.flatMap(({ node, setting }) =>
      (node.kind === "map" ? node.entries : []).flatMap(({ key, value }) => {
        const name = keyText(key);
        return step === "*" || step === name ? [{ node: value, setting: settingAt(setting, [name]) }] : [];
      }),
    );
  return reached;
}
