import type { Random } from "./random.ts";

const odd = [
  " ",
  "\n",
  "\t",
  "\u00a0",
  "(",
  ")",
  "[",
  "]",
  ",",
  ".",
  "-",
  "+",
  "not ",
  " and ",
  " or ",
  "=",
  "==",
  '"',
  "\\",
  "0",
  "x",
  "nil",
  "true",
  "é",
];

/** Breaks a text a little: a piece left out, doubled, swapped or put in. */
export function mutate(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const length = random.pick([1, 1, 2, 5]);
  return random.weighted([
    [3, () => text.slice(0, at) + text.slice(at + length)],
    [3, () => text.slice(0, at) + random.pick(odd) + text.slice(at)],
    [1, () => text.slice(0, at) + text.slice(at, at + length).repeat(2) + text.slice(at + length)],
    [1, () => text.slice(0, at) + random.pick(odd) + text.slice(at + length)],
    [1, () => text.replaceAll(" ", "")],
    [1, () => swapCase(text, at)],
  ]);
}

function swapCase(text: string, at: number): string {
  const unit = text.charAt(at);
  const other = unit === unit.toLowerCase() ? unit.toUpperCase() : unit.toLowerCase();
  return text.slice(0, at) + other + text.slice(at + 1);
}
