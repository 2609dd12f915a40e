import type { YamlTexts } from "../collector/ottl-texts/texts-of-yaml.ts";
import { Timestamp } from "../core/values.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import type { DocumentNode, ScalarNode, ScalarValue } from "../documents/node.ts";
import { type Kind, parse } from "../syntax/parse.ts";
import { isSameTree } from "./same-tree.ts";

/** The first place where two YAML files do not say the same, their texts in OTTL compared as trees; none where they do. */
export function differenceOf(before: YamlTexts, after: YamlTexts): Span | undefined {
  const whole = before.documents[0]?.node.span ?? { start: 0, end: 0 };
  if (before.documents.length !== after.documents.length) return whole;
  if (before.texts.length !== after.texts.length) return whole;
  const comparison = new Comparison(before, after);
  for (const [i, { node }] of before.documents.entries()) {
    const other = after.documents[i]?.node;
    const difference = other === undefined ? whole : comparison.find(node, other);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

class Comparison {
  readonly #before: Known;
  readonly #after: Known;

  constructor(before: YamlTexts, after: YamlTexts) {
    this.#before = new Known(before);
    this.#after = new Known(after);
  }

  find(a: DocumentNode, b: DocumentNode): Span | undefined {
    if (a.kind === "scalar") return b.kind === "scalar" ? this.#scalar(a, b) : a.span;
    if (a.kind === "sequence") {
      if (b.kind !== "sequence" || a.items.length !== b.items.length) return a.span;
      return first(a.items, (item, i) => this.find(item, b.items[i] ?? b));
    }
    if (b.kind !== "map" || a.entries.length !== b.entries.length) return a.span;
    return first(a.entries, ({ key, value }, i) => {
      const other = b.entries[i];
      if (other === undefined) return key.span;
      return this.find(key, other.key) ?? this.find(value, other.value);
    });
  }

  #scalar(a: ScalarNode, b: ScalarNode): Span | undefined {
    const inner = this.#before.configurations.get(a);
    const other = this.#after.configurations.get(b);
    if (inner !== undefined && other !== undefined) return this.find(inner, other);
    if (isSame(a.value, b.value)) return undefined;
    const kind = this.#before.kinds.get(a);
    const same =
      kind !== undefined &&
      kind === this.#after.kinds.get(b) &&
      isSameTree(parse(a.text ?? "", kind).node, parse(b.text ?? "", kind).node);
    return same ? undefined : a.span;
  }
}

/** What is known about the scalars of a file. */
class Known {
  /** Of those that are texts in OTTL, what they are. */
  readonly kinds = new Map<ScalarNode, Kind>();
  /** Of those that are the text of a configuration, what it says. */
  readonly configurations = new Map<ScalarNode, DocumentNode>();

  constructor({ texts, documents }: YamlTexts) {
    for (const { scalar, kind } of texts) if (scalar !== undefined) this.kinds.set(scalar, kind);
    for (const { configurations } of documents)
      for (const { scalar, node } of configurations)
        if (scalar !== undefined) this.configurations.set(scalar, node);
  }
}

function isSame(a: ScalarValue, b: ScalarValue): boolean {
  if (a instanceof Timestamp) return b instanceof Timestamp && a.nanos === b.nanos;
  return Object.is(a, b);
}

function first<T>(list: readonly T[], find: (item: T, index: number) => Span | undefined): Span | undefined {
  for (const [i, item] of list.entries()) {
    const found = find(item, i);
    if (found !== undefined) return found;
  }
  return undefined;
}
