import { byteOfEscape } from "../core/utf8.ts";

/** What a reader would not see between quotes. */
const invisible = /[\p{C}\p{Z}]/u;

/** A text in quotes on one line, where every character can be seen: `\u00a0`, and `\xA8` for a byte that is not UTF-8. */
export function visible(text: string): string {
  const written = Array.from(text, (character) => {
    const byte = byteOfEscape(character);
    if (byte !== undefined) return byte.replace("0x", "\\x");
    const json = JSON.stringify(character).slice(1, -1);
    return json === character && character !== " " && invisible.test(character) ? escaped(character) : json;
  });
  return `"${written.join("")}"`;
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
