import type { TypeName } from "../../src/core/values.ts";

/** An expression as the generator made it: its text is `open`, the items with separators between, `close`. */
export interface Tree {
  readonly type: TypeName;
  readonly open: string;
  readonly items: readonly Tree[];
  readonly separator: string;
  readonly close: string;
}

/** A tree without items. */
export function leaf(type: TypeName, text: string): Tree {
  return { type, open: text, items: [], separator: "", close: "" };
}

/** A tree with items. */
export function branch(
  type: TypeName,
  open: string,
  items: readonly Tree[],
  separator = "",
  close = "",
): Tree {
  return { type, open, items, separator, close };
}

/** The text of a tree. */
export function print({ open, items, separator, close }: Tree): string {
  return open + items.map(print).join(separator) + close;
}

const simple: readonly Tree[] = [
  leaf("bool", "true"),
  leaf("nil", "nil"),
  leaf("int", "1"),
  leaf("double", "1.5"),
  leaf("string", '""'),
  leaf("string", '"a"'),
  leaf("list", "[]"),
  leaf("map", "{}"),
];

/** Every tree that is one step simpler, the greatest steps first. */
export function* simplerTrees(tree: Tree): Generator<Tree> {
  for (const item of tree.items) yield item;
  const text = print(tree);
  for (const other of simple) if (other.open.length < text.length) yield other;
  for (let i = 0; i < tree.items.length; i++) {
    if (tree.items.length > 1) yield { ...tree, items: tree.items.toSpliced(i, 1) };
  }
  for (const [i, item] of tree.items.entries()) {
    for (const simpler of simplerTrees(item)) yield { ...tree, items: tree.items.with(i, simpler) };
  }
  if (tree.items.length === 0 && text.startsWith('"') && text.length > 3) {
    const inner = text.slice(1, -1);
    const half = Math.ceil(inner.length / 2);
    yield leaf(tree.type, `"${inner.slice(0, half)}"`);
    yield leaf(tree.type, `"${inner.slice(half)}"`);
    yield leaf(tree.type, `"${inner.slice(1)}"`);
    yield leaf(tree.type, `"${inner.slice(0, -1)}"`);
  }
}
