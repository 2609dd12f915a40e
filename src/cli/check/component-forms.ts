import { filterOf } from "../../collector/filter/create-filter.ts";
import { filterSignals } from "../../collector/filter/filter-signals.ts";
import type { FoundConfiguration } from "../../collector/ottl-texts/find-configurations.ts";
import type { OttlText } from "../../collector/ottl-texts/ottl-text.ts";
import { normalId } from "../../collector/pipeline/component-id.ts";
import { transformOf } from "../../collector/transform/create-transform.ts";
import { statementSettings } from "../../collector/transform/signals.ts";
import type { Compatibility } from "../../core/compatibility.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { type ExpandOptions, expand } from "../../documents/expand.ts";
import type { DocumentNode } from "../../documents/node.ts";
import { keyText, nodeAt } from "../../documents/plain.ts";
import { findVersion } from "../../engine/options.ts";
import type { CheckSettings } from "./options.ts";

/** A processor as ottlkit's own reader of its settings takes it. */
export interface ComponentForms {
  /** Such as `filter/a`. */
  readonly id: string;
  /** The path of its settings, such as `spec.config.processors.filter/a`. */
  readonly setting: string;
  /** What is wrong with its settings, its texts included. */
  readonly found: readonly Diagnostic[];
  /** Whether the reader looks at a text. */
  readonly reads: (text: OttlText) => boolean;
}

type Make = (settings: DocumentNode, id: string, options: MakeOptions) => unknown;
type MakeOptions = Parameters<typeof filterOf>[2] & Parameters<typeof transformOf>[2];

interface Reader {
  readonly make: Make;
  /** Puts short texts that are right anywhere in place of those that are known to be right. */
  readonly shorten: (
    settings: DocumentNode,
    right: ReadonlySet<number>,
    has: Compatibility["has"],
  ) => DocumentNode;
  readonly reads: (text: OttlText) => boolean;
}

const readers: Readonly<Record<string, Reader>> = {
  filter: { make: filterOf, shorten: withoutRightConditions, reads: ({ signal }) => signal !== "profiles" },
  transform: { make: transformOf, shorten: withoutRightStatements, reads: () => true },
};

/** What ottlkit does not run is not wrong. */
const notWrong: ReadonlySet<string> = new Set([
  "filter_expressions_not_run",
  "filter_profiles_not_run",
  "filter_without_conditions",
  "transform_profiles_not_run",
  "transform_without_statements",
]);

/**
 * The filter and transform processors of a configuration, with what is wrong in their settings; where the conditions begin
 * that are known to be right is told, since they need not all be read again.
 */
export function componentForms(
  { node, setting }: FoundConfiguration,
  { compatibility, gates }: CheckSettings,
  expansion: ExpandOptions,
  right: ReadonlySet<number>,
): readonly ComponentForms[] {
  const processors = nodeAt(node, ["processors"]);
  if (processors?.kind !== "map") return [];
  const { has } = findVersion(compatibility, gates);
  const prefix = setting === "" ? "" : `${setting}.`;
  return processors.entries.flatMap(({ key, value }) => {
    const id = normalId(keyText(key));
    const type = id.split("/", 1)[0] ?? id;
    const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
    if (reader === undefined) return [];
    const found: Diagnostic[] = [];
    try {
      reader.make(reader.shorten(expand(value, expansion).node, right, has), id, {
        gates,
        ...(compatibility === undefined ? {} : { compatibility }),
        onWarning: (warning) => found.push(warning),
      });
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      for (const diagnostic of error.diagnostics) found.push(diagnostic);
    }
    const told = found
      .filter(({ code }) => !notWrong.has(code))
      .map((one) => (one.setting === undefined ? one : { ...one, setting: prefix + one.setting }));
    return [{ id, setting: `${prefix}processors.${id}`, found: told, reads: reader.reads }];
  });
}

/** The lists of conditions whose context is known, with `true` in place of what is known to be right. */
function withoutRightConditions(settings: DocumentNode, right: ReadonlySet<number>): DocumentNode {
  return filterSignals.reduce(
    (node, { structured, lists }) =>
      replaceIn(node, structured, (signal) =>
        lists.reduce(
          (inner, { name }) => replaceIn(inner, name, (items) => replaceItems(items, right, "true")),
          signal,
        ),
      ),
    settings,
  );
}

/** The groups that name their context, with the like in them; those of old versions read paths otherwise than the check. */
function withoutRightStatements(
  settings: DocumentNode,
  right: ReadonlySet<number>,
  has: Compatibility["has"],
): DocumentNode {
  if (!has("transform_infers_contexts")) return settings;
  return statementSettings.reduce(
    (node, { setting }) =>
      replaceIn(node, setting, (list) => {
        if (list.kind !== "sequence") return list;
        return { ...list, items: list.items.map((group) => shortGroup(group, right)) };
      }),
    settings,
  );
}

function shortGroup(group: DocumentNode, right: ReadonlySet<number>): DocumentNode {
  if (nodeAt(group, ["context"])?.text === undefined) return group;
  const short = replaceIn(group, "statements", (items) => replaceItems(items, right, 'set(cache["x"], 1)'));
  return replaceIn(short, "conditions", (items) => replaceItems(items, right, "true"));
}

function replaceIn(
  node: DocumentNode,
  name: string,
  replace: (value: DocumentNode) => DocumentNode,
): DocumentNode {
  if (node.kind !== "map") return node;
  const entries = node.entries.map((entry) =>
    keyText(entry.key) === name ? { key: entry.key, value: replace(entry.value) } : entry,
  );
  return { ...node, entries };
}

function replaceItems(node: DocumentNode, right: ReadonlySet<number>, by: string): DocumentNode {
  if (node.kind !== "sequence") return node;
  const items = node.items.map((item) =>
    item.kind === "scalar" && item.text !== undefined && right.has(item.span.start)
      ? { ...item, value: by, text: by }
      : item,
  );
  return { ...node, items };
}
