import type { OttlText } from "../../collector/ottl-texts/ottl-text.ts";
import type { YamlTexts } from "../../collector/ottl-texts/texts-of-yaml.ts";
import { Timestamp } from "../../core/values.ts";
import type { DocumentNode, ScalarNode } from "../../documents/node.ts";
import { isSameTree } from "../../format/same-tree.ts";
import { parse } from "../../syntax/parse.ts";

/** Whether a YAML file says after a change what it said before, but for texts that say what is expected of them. */
export function isSameOtherwise(
  before: YamlTexts,
  after: YamlTexts,
  expected: ReadonlyMap<OttlText, string>,
): boolean {
  if (after.diagnostics.length > before.diagnostics.length) return false;
  if (before.texts.length !== after.texts.length) return false;
  const changed = new Set<ScalarNode>();
  for (const [i, text] of before.texts.entries()) {
    const other = after.texts[i];
    if (other?.setting !== text.setting || other.kind !== text.kind || other.context !== text.context)
      return false;
    const says = expected.get(text);
    if (says === undefined) continue;
    if (!isSameTree(parse(says, text.kind).node, parse(other.text, text.kind).node)) return false;
    if (text.scalar !== undefined) changed.add(text.scalar);
  }
  const inner = configurationsOf(before);
  const others = configurationsOf(after);
  const same = (a: DocumentNode, b: DocumentNode): boolean => {
    if (a.kind === "scalar") {
      if (b.kind !== "scalar") return false;
      const [held, other] = [inner.get(a), others.get(b)];
      return held !== undefined && other !== undefined
        ? same(held, other)
        : changed.has(a) || isSameScalar(a, b);
    }
    if (a.kind === "sequence") return b.kind === "sequence" && every(a.items, b.items, same);
    return (
      b.kind === "map" &&
      every(a.entries, b.entries, (one, two) => same(one.key, two.key) && same(one.value, two.value))
    );
  };
  return every(before.documents, after.documents, (one, two) => same(one.node, two.node));
}

/** The configurations that are the text of a scalar. */
function configurationsOf({ documents }: YamlTexts): ReadonlyMap<DocumentNode, DocumentNode> {
  const found = new Map<DocumentNode, DocumentNode>();
  for (const { configurations } of documents)
    for (const { scalar, node } of configurations) if (scalar !== undefined) found.set(scalar, node);
  return found;
}

function isSameScalar({ value: a }: ScalarNode, { value: b }: ScalarNode): boolean {
  if (a instanceof Timestamp) return b instanceof Timestamp && a.nanos === b.nanos;
  return Object.is(a, b);
}

function every<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, i) => same(one, b[i] as T)); // as long
}
