/** Where a text stops being JSON, and why; offsets are UTF-16. */
export interface JsonError {
  readonly offset: number;
  readonly reason: string;
}

const space = /[ \t\n\r]*/y;
const scalar = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type State = "value" | "first item" | "first key" | "key" | "after value";

/** Finds the first error of a text that `JSON.parse` refused, the same in every runtime; it needs no stack. */
export function findJsonError(text: string): JsonError | undefined {
  const open: ("[" | "{")[] = [];
  let state: State = "value";
  let at = 0;
  for (;;) {
    at += lengthAt(space, text, at);
    const character = text[at];
    if (character === undefined) {
      if (open.length === 0 && state === "after value") return undefined;
      return { offset: at, reason: "the text ends too early" };
    }
    if (state === "after value") {
      const inside = open.at(-1);
      if (inside === undefined) return { offset: at, reason: "there is more after the value" };
      if (character === (inside === "[" ? "]" : "}")) open.pop();
      else if (character === ",") state = inside === "[" ? "value" : "key";
      else return { offset: at, reason: `expected "," or "${inside === "[" ? "]" : "}"}"` };
      at++;
      continue;
    }
    if (state === "first item" && character === "]") {
      open.pop();
      state = "after value";
      at++;
      continue;
    }
    if (state === "first key" || state === "key") {
      if (state === "first key" && character === "}") {
        open.pop();
        state = "after value";
        at++;
        continue;
      }
      if (character !== '"') return { offset: at, reason: "expected a key in double quotes" };
      const end = stringEnd(text, at);
      if (typeof end !== "number") return end;
      at = end + lengthAt(space, text, end);
      if (text[at] !== ":") return { offset: at, reason: 'expected ":"' };
      at++;
      state = "value";
      continue;
    }
    if (character === "[" || character === "{") {
      open.push(character);
      state = character === "[" ? "first item" : "first key";
      at++;
    } else if (character === '"') {
      const end = stringEnd(text, at);
      if (typeof end !== "number") return end;
      at = end;
      state = "after value";
    } else {
      const length = lengthAt(scalar, text, at);
      if (length === 0) return { offset: at, reason: "expected a value" };
      at += length;
      state = "after value";
    }
  }
}

function stringEnd(text: string, start: number): number | JsonError {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (at >= text.length) return { offset: start, reason: "the string is not closed" };
    if (code < 0x20) return { offset: at, reason: "a control character must be escaped" };
    const length = code === 0x5c ? lengthAt(escaped, text, at) : 1;
    if (length === 0) return { offset: at, reason: "there is no such escape" };
    at += length;
  }
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
