import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import type { DocumentNode, MapEntry, MapNode } from "../documents/node.ts";
import { keyText, nodeAt } from "../documents/plain.ts";
import { normalId } from "./pipeline/component-id.ts";

/** A processor's settings in a Collector's configuration. */
export interface FoundProcessor {
  readonly id: string;
  readonly settings: DocumentNode;
}

/**
 * Finds a processor of a type by its id, such as `resource/mesh`, or without an id the only one of the type. Throws an
 * `OttlError` of phase `configuration` where there is none, or several.
 */
export function findProcessor(root: MapNode, type: string, wanted: string | undefined): FoundProcessor {
  const section = nodeAt(root, ["processors"]);
  const entries = section?.kind === "map" ? section.entries : [];
  const idOf = ({ key }: MapEntry) => normalId(keyText(key));
  const entriesOfType = entries.filter((entry) => isOfType(idOf(entry), type));
  const ids = [...new Set(entriesOfType.map(idOf))];
  const id = wanted === undefined ? undefined : normalId(wanted);
  const span = entries[0]?.key.span ?? (section ?? root).span;
  if (id === undefined) {
    const [only, ...others] = ids;
    if (only === undefined || others.length > 0) {
      const hint = ids.length === 0 ? {} : { hint: `there are ${ids.join(", ")}` };
      throw refused(root, makeDiagnostic("processor_not_named", { type, found: ids.length }, span, hint));
    }
    return found(only);
  }
  if (!isOfType(id, type)) throw refused(root, makeDiagnostic("processor_id", { id, type }, span));
  if (!ids.includes(id))
    throw refused(root, makeDiagnostic("processor_not_found", { id }, span, suggestion(id, ids)));
  return found(id);

  function found(name: string): FoundProcessor {
    const [first, second] = entriesOfType.filter((entry) => idOf(entry) === name);
    if (second !== undefined) {
      const params = { kind: "processor", id: name };
      throw refused(root, makeDiagnostic("component_defined_twice", params, second.key.span));
    }
    return { id: name, settings: first?.value ?? root }; // one of the ids
  }
}

function isOfType(id: string, type: string): boolean {
  return id === type || id.startsWith(`${type}/`);
}

function refused({ source: { text, file } }: MapNode, diagnostic: Diagnostic): OttlError {
  return new OttlError("configuration", [{ ...diagnostic, setting: "processors" }], text, { file });
}
