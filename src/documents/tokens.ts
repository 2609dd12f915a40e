import type { CST } from "yaml";

/** A token of the tree of a document and how many lists and maps it is in. */
export interface PlacedToken {
  readonly token: CST.Token;
  readonly depth: number;
}

/** All tokens of a document in no order, without recursion; below `deepest` only the first is given. */
export function* tokensOf(document: CST.Token | undefined, deepest = Infinity): Generator<PlacedToken> {
  const open: PlacedToken[] = document === undefined ? [] : [{ token: document, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    const { token, depth } = next;
    const add = (tokens: Iterable<CST.Token | null | undefined>, depth: number) => {
      for (const part of tokens) if (part != null) open.push({ token: part, depth });
    };
    if (token.type === "document") add([...token.start, token.value], depth);
    if (!("items" in token) || depth > deepest) continue;
    for (const { start, key, sep = [], value } of token.items) {
      add([...start, ...sep], depth);
      add([key, value], depth + 1);
    }
  }
}
