import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { suggestion } from "../../diagnostics/did-you-mean.ts";
import type { DocumentNode, MapNode, ScalarNode } from "../../documents/node.ts";
import { nodeAt } from "../../documents/plain.ts";
import type { Findings } from "../findings.ts";
import { componentId, idHint, normalId } from "./component-id.ts";

/** A component that a pipeline names. */
export interface Reference {
  readonly id: string;
  readonly type: string;
  /** Its settings; absent where the configuration does not define it. */
  readonly settings?: DocumentNode;
}

type Kind = "receiver" | "processor" | "exporter";

/** Kinds of processors whose absence would change the data. */
const changing: ReadonlySet<string> = new Set(["filter", "transform", "resource", "attributes"]);

/** To look for what may be meant takes a look at every id that is defined. */
const mostSuggestions = 100;

/** The components of one kind that a pipeline names, in order and each once; what is odd about them goes to the findings. */
export function references(
  root: MapNode,
  pipeline: string,
  kind: Kind,
  strict: boolean,
  findings: Findings,
): readonly Reference[] {
  const section = `${kind}s`;
  const named = nodeAt(root, ["service", "pipelines", pipeline, section]);
  if (named?.kind !== "sequence") return [];
  const defined = definitions(nodeAt(root, [section]), kind, findings);
  // A connector is an exporter of one pipeline and a receiver of another.
  const connectors = new Set(kind === "processor" ? [] : namesIn(nodeAt(root, ["connectors"])));
  let suggestions = 0;
  const seen = new Set<string>();
  return named.items.flatMap((node, i) => {
    if (node.kind !== "scalar") return [];
    const setting = `service.pipelines.${pipeline}.${section}[${i}]`;
    const reference = read(node, setting);
    if (reference === undefined) return [];
    const { id, type } = reference;
    if (seen.has(id)) {
      // A receiver or exporter that is named again is the same one.
      if (kind === "processor")
        findings.add({ ...makeDiagnostic("component_twice", { kind, id }, node.span), setting });
      return [];
    }
    seen.add(id);
    if (connectors.has(id)) return [reference];
    const settings = defined.get(id);
    if (settings !== undefined) return [{ ...reference, settings }];
    const fatal = strict || (kind === "processor" && changing.has(type));
    findings.add({
      ...makeDiagnostic("component_not_defined", { kind, id }, node.span, {
        ...(suggestions++ < mostSuggestions ? suggestion(id, defined.keys()) : {}),
        ...(fatal ? {} : { hint: "data passes through; the Collector would not start" }),
      }),
      severity: fatal ? "error" : "warning",
      setting,
    });
    return [reference];
  });

  function read(node: ScalarNode, setting: string): Reference | undefined {
    const written = node.text ?? "";
    const parts = componentId(written);
    if (parts !== undefined) return { id: normalId(written), type: parts.type };
    findings.add({
      ...makeDiagnostic("invalid_component_id", { id: written }, node.span, idHint(written)),
      setting,
    });
    return undefined;
  }
}

/** The settings of the components of a section by their ids, of several with the same id the first. */
function definitions(
  section: DocumentNode | undefined,
  kind: Kind,
  findings: Findings,
): ReadonlyMap<string, DocumentNode> {
  const found = new Map<string, DocumentNode>();
  if (section?.kind !== "map") return found;
  for (const { key, value } of section.entries) {
    const id = normalId(key.text ?? "");
    if (!found.has(id)) found.set(id, value);
    else
      findings.add({
        ...makeDiagnostic("component_defined_twice", { kind, id }, key.span),
        setting: `${kind}s.${id}`,
      });
  }
  return found;
}

/** The ids of a section of the configuration, as written. */
export function namesIn(section: DocumentNode | undefined): readonly string[] {
  if (section?.kind !== "map") return [];
  return section.entries.flatMap(({ key }) => (key.text === undefined ? [] : [key.text]));
}
