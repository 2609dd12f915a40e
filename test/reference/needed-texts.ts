import type { Node } from "../../src/regexp/node.ts";

/** More texts than this are no help. */
const mostTexts = 40;
/** Characters are put together while they make no more texts than this. */
const mostCombinations = 8;

/** Texts of which each match holds at least one; `undefined` where one look finds none. The longer the better. */
export function neededTexts(node: Node): readonly string[] | undefined {
  switch (node.kind) {
    case "set":
      return charactersOf(node);
    case "repeat":
      return node.min === 0 ? undefined : neededTexts(node.body);
    case "either":
      return union(node.branches.map(neededTexts));
    case "concat":
      return bestOf([...runsOf(node.parts), ...node.parts.map(neededTexts)]);
    default:
      return undefined;
  }
}

/** The texts of neighbouring characters of which there are few each. */
function runsOf(parts: readonly Node[]): (readonly string[])[] {
  const runs: string[][] = [];
  let run: string[] = [""];
  for (const part of parts) {
    const next =
      part.kind === "set" ? charactersOf(part) : part.kind === "either" ? wordsOf(part) : undefined;
    if (next !== undefined && run.length * next.length <= mostCombinations) {
      run = run.flatMap((text) => next.map((more) => text + more));
    } else {
      runs.push(run);
      run = next === undefined ? [""] : [...next];
    }
  }
  return [...runs, run];
}

/** What an alternation matches, where that are few words. */
function wordsOf({ branches }: Extract<Node, { kind: "either" }>): readonly string[] | undefined {
  return union(
    branches.map((branch) => {
      const parts = branch.kind === "concat" ? branch.parts : [branch];
      const runs = parts.every((part) => part.kind === "set") ? runsOf(parts) : [];
      return runs.length === 1 ? runs[0] : undefined;
    }),
  );
}

function charactersOf({ set }: Extract<Node, { kind: "set" }>): readonly string[] | undefined {
  const texts: string[] = [];
  for (let i = 0; i < set.length; i += 2) {
    for (let rune = set[i] as number; rune <= (set[i + 1] as number); rune++) {
      if (texts.length === 4 || (rune >= 0xd800 && rune <= 0xdfff)) return undefined;
      texts.push(String.fromCodePoint(rune));
    }
  }
  return texts;
}

function union(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const texts = new Set<string>();
  for (const list of lists) {
    if (list === undefined) return undefined;
    for (const text of list) texts.add(text);
  }
  return texts.size > mostTexts ? undefined : [...texts];
}

function bestOf(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  for (const list of lists) {
    if (list !== undefined && worth(list) > (best === undefined ? 0 : worth(best))) best = list;
  }
  return best;
}

/** The length of the shortest text; fewer texts decide between equal ones. */
function worth(texts: readonly string[]): number {
  return Math.min(...texts.map((text) => text.length)) - texts.length / 100;
}
