import { decode } from "../../collector/config.ts";
import { settingAt } from "../../collector/config-issues.ts";
import type { FoundConfiguration } from "../../collector/ottl-texts/find-configurations.ts";
import { normalId } from "../../collector/pipeline/component-id.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { type ExpandOptions, expand } from "../../documents/expand.ts";
import type { DocumentNode } from "../../documents/node.ts";
import { keyText, nodeAt } from "../../documents/plain.ts";
import { type HolderForm, holderForms } from "./holder-schemas.ts";

/** What is wrong with the settings around the OTTL of components that ottlkit does not run. */
export function holderFindings(
  { node, setting }: FoundConfiguration,
  expansion: ExpandOptions,
): readonly Diagnostic[] {
  return (["processors", "connectors"] as const).flatMap((section) => {
    const components = nodeAt(node, [section]);
    if (components?.kind !== "map") return [];
    return components.entries.flatMap(({ key, value }) => {
      const id = normalId(keyText(key));
      const type = id.split("/", 1)[0] ?? id;
      const forms = holderForms.filter((form) => form.section === section && form.types.includes(type));
      if (forms.length === 0) return [];
      const settings = expand(value, expansion).node;
      const path = settingAt(setting, [section, id]);
      return forms.flatMap((form) =>
        nodesAt(settings, form.at, path).flatMap((found) => findingsIn(found, form)),
      );
    });
  });
}

interface Reached {
  readonly node: DocumentNode;
  readonly setting: string;
}

function findingsIn(
  { node, setting }: Reached,
  { schema, ignoresUnknown }: HolderForm,
): readonly Diagnostic[] {
  try {
    decode(schema, node, setting);
    return [];
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    return error.diagnostics.map((found) =>
      found.code === "unknown_key" ? unknown(found, ignoresUnknown) : found,
    );
  }
}

/** Later versions may have settings of which the source that was read knows nothing. */
function unknown(found: Diagnostic, isIgnored: boolean): Diagnostic {
  const what = isIgnored
    ? "the connector takes it without a word and ignores it"
    : "version 0.161.0 refuses it";
  const hint = found.hint === undefined ? what : `${what}; ${found.hint}`;
  return { ...found, severity: "warning", hint };
}

function nodesAt(settings: DocumentNode, at: string, setting: string): readonly Reached[] {
  let reached: readonly Reached[] = [{ node: settings, setting }];
  for (const step of at === "" ? [] : at.replaceAll("[]", ".[]").split("."))
    reached = reached.flatMap((from): readonly Reached[] => {
      if (step === "[]") {
        const items = from.node.kind === "sequence" ? from.node.items : [];
        return items.map((node, i) => ({ node, setting: settingAt(from.setting, [i]) }));
      }
      const node = nodeAt(from.node, [step]);
      return node === undefined ? [] : [{ node, setting: settingAt(from.setting, [step]) }];
    });
  return reached;
}
