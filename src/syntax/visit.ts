import { childKeys, type Node, type NodeOf } from "./ast.ts";

/** What to do with the nodes of each kind; a handler of `enter` that returns false keeps out of the children. */
export type Handlers = { readonly [K in Node["kind"]]?: (node: NodeOf<K>) => unknown };

/** Walks a tree in source order and calls handlers before (`enter`) and after (`leave`) the children of a node. */
export function visit(node: Node, handlers: { readonly enter?: Handlers; readonly leave?: Handlers }): void {
  if (call(handlers.enter, node) !== false) for (const child of childrenOf(node)) visit(child, handlers);
  call(handlers.leave, node);
}

/** The children of a node in source order. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  const fields = node as unknown as Readonly<Record<string, Node | readonly Node[] | null>>;
  for (const key of childKeys[node.kind]) {
    // The type of childKeys proves that these properties hold nodes.
    const held = fields[key];
    if (isList(held)) for (const child of held) children.push(child);
    else if (held) children.push(held);
  }
  return children;
}

function isList(held: Node | readonly Node[] | null | undefined): held is readonly Node[] {
  return Array.isArray(held);
}

function call(handlers: Handlers | undefined, node: Node): unknown {
  // The handler of a kind takes the node of that kind.
  const handler = handlers?.[node.kind] as ((node: Node) => unknown) | undefined;
  return handler?.(node);
}
