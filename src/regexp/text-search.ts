import { type Literal, longText } from "./literals.ts";

/** Makes a test whether a text holds the literal where it must be. */
export function literalTest({ text, atStart, atEnd }: Literal): (subject: string) => boolean {
  if (atStart) return atEnd ? (subject) => subject === text : (subject) => subject.startsWith(text);
  return atEnd ? (subject) => subject.endsWith(text) : includesTest(text);
}

/** Makes a test whether a text holds another anywhere, in time proportional to the length of both. */
export function includesTest(text: string): (subject: string) => boolean {
  if (text.length <= longText) return (subject) => subject.includes(text);
  let borders: Int32Array | undefined;
  return (subject) => {
    if (subject.length < text.length) return false;
    borders ??= bordersOf(text);
    return search(text, borders, subject);
  };
}

/** For each prefix of the text the length of its longest border, as Knuth, Morris and Pratt use them. */
function bordersOf(text: string): Int32Array {
  const borders = new Int32Array(text.length + 1);
  borders[0] = -1;
  for (let i = 0, length = -1; i < text.length; ) {
    while (length >= 0 && text.charCodeAt(i) !== text.charCodeAt(length)) length = borders[length] as number;
    borders[++i] = ++length;
  }
  return borders;
}

function search(text: string, borders: Int32Array, subject: string): boolean {
  for (let i = 0, length = 0; i < subject.length; i++) {
    while (length >= 0 && subject.charCodeAt(i) !== text.charCodeAt(length))
      length = borders[length] as number;
    if (++length === text.length) return true;
  }
  return false;
}
