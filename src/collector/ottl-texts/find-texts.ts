import type { DocumentNode, MapNode, ScalarNode } from "../../documents/node.ts";
import { keyText, nodeAt } from "../../documents/plain.ts";
import { settingAt } from "../config-issues.ts";
import { normalId } from "../pipeline/component-id.ts";
import { type PlacedText, placedTexts } from "../placed-text.ts";
import { type OttlPlace, ottlComponents } from "./components.ts";
import type { OttlText } from "./ottl-text.ts";

/**
 * Finds every text in OTTL of a Collector's configuration; what is no text where one should be is passed over. `setting`
 * is the path of the configuration in its document, empty where it is the document.
 */
export function findTexts(configuration: MapNode, setting = ""): readonly OttlText[] {
  placesByType ??= indexPlaces();
  const byType = placesByType;
  const texts = ["processors", "connectors", "exporters"].flatMap((section) => {
    const components = nodeAt(configuration, [section]);
    if (components?.kind !== "map") return [];
    return components.entries.flatMap(({ key, value }) => {
      const id = normalId(keyText(key));
      const found = byType.get(`${section} ${id.split("/", 1)[0]}`);
      if (found === undefined) return [];
      const path = settingAt(setting, [section, id]);
      return found.flatMap((place) => textsAt(value, place, path, id));
    });
  });
  return inOrder(texts);
}

/** A place and the steps to the list or text there. */
interface IndexedPlace extends OttlPlace {
  readonly isList: boolean;
  readonly steps: readonly string[];
}

let placesByType: ReadonlyMap<string, readonly IndexedPlace[]> | undefined;

function indexPlaces(): ReadonlyMap<string, readonly IndexedPlace[]> {
  const index = new Map<string, readonly IndexedPlace[]>();
  for (const { section, types, places } of ottlComponents) {
    const indexed = places.map((place): IndexedPlace => {
      const isList = place.at.endsWith("[]");
      const path = isList ? place.at.slice(0, -2) : place.at;
      return { ...place, isList, steps: path.replaceAll("[]", ".[]").split(".") };
    });
    for (const type of types) index.set(`${section} ${type}`, indexed);
  }
  return index;
}

/** In the order in which they are written. */
function inOrder(texts: readonly OttlText[]): readonly OttlText[] {
  return texts
    .map((text) => ({ text, start: text.locate({ start: 0, end: 0 }).start }))
    .sort((a, b) => a.start - b.start)
    .map(({ text }) => text);
}

/** A node, its path, and the maps that it is in, the nearest first. */
interface Reached {
  readonly node: DocumentNode;
  readonly setting: string;
  readonly around: readonly { readonly map: MapNode; readonly setting: string }[];
}

function textsAt(
  settings: DocumentNode,
  place: IndexedPlace,
  setting: string,
  component: string,
): OttlText[] {
  const { isList, steps } = place;
  let reached: readonly Reached[] = [{ node: settings, setting, around: [] }];
  for (const step of steps) reached = reached.flatMap((from) => follow(from, step));
  return reached.flatMap((at) => {
    const context = contextOf(place, at);
    if (context === undefined) return [];
    const errorMode = stated(at, "error_mode");
    const shared = {
      kind: place.kind,
      context,
      pathContextNames: context === "inferred" && place.contextSetting ? true : place.pathContextNames,
      functions: place.functions,
      form: place.form,
      component,
      group: (isList && !place.contextSetting ? undefined : at.around[0]?.setting) ?? at.setting,
      ...(place.signal && { signal: place.signal }),
      ...(errorMode === undefined ? {} : { errorMode }),
    };
    const texts = isList ? listed(at, place) : single(at);
    return texts.map((text) => ({ ...text, ...shared }));
  });
}

function follow({ node, setting, around }: Reached, step: string): readonly Reached[] {
  if (step === "[]") {
    if (node.kind !== "sequence") return [];
    return node.items.map((item, i) => ({ node: item, setting: settingAt(setting, [i]), around }));
  }
  if (node.kind !== "map") return [];
  const outer = [{ map: node, setting }, ...around];
  return node.entries.flatMap(({ key, value }) => {
    const name = keyText(key);
    return step === "*" || step === name
      ? [{ node: value, setting: settingAt(setting, [name]), around: outer }]
      : [];
  });
}

/** The context of the texts at a place; none where they are no OTTL. */
function contextOf({ context, contextSetting }: OttlPlace, { around }: Reached): string | undefined {
  const named = contextSetting ? textOf(around[0]?.map, "context")?.toLowerCase() : undefined;
  return named === "request" ? undefined : named || context;
}

/** What the nearest map around says. */
function stated({ around }: Reached, key: string): string | undefined {
  for (const { map } of around) {
    const text = textOf(map, key);
    if (text !== undefined) return text;
  }
  return undefined;
}

function textOf(map: MapNode | undefined, key: string): string | undefined {
  return map === undefined ? undefined : nodeAt(map, [key])?.text;
}

type Found = PlacedText & { readonly scalar?: ScalarNode };

/** The texts of a list; a text in the place of one whose context is known is split at commas, as the Collector does. */
function listed({ node, setting }: Reached, { form }: OttlPlace): readonly Found[] {
  if (node.kind === "sequence")
    return node.items.flatMap((item, i) => single({ node: item, setting: settingAt(setting, [i]) }));
  if (node.kind === "map" || form === "basic") return [];
  const texts = placedTexts(node, setting);
  return texts.length === 1 ? texts.map((text) => ({ ...text, scalar: node })) : texts;
}

function single({ node, setting }: Pick<Reached, "node" | "setting">): readonly Found[] {
  if (node.kind !== "scalar" || node.text === undefined) return [];
  const { text, source } = node;
  return [{ text, setting, source, locate: (span) => node.locate(span), scalar: node }];
}
