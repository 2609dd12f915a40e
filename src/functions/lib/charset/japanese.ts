/** The Japanese character sets, as golang.org/x/text/encoding/japanese decodes them. */
import { jis0208 } from "../../data/charsets/jis0208.ts";
import { jis0212 } from "../../data/charsets/jis0212.ts";
import { replacement, type Step, wrote } from "./decoder.ts";
import { characterAt, tableOf } from "./tables.ts";

/** Half-width katakana begin here. */
const katakana = 0xff61;

/** EUC-JP. */
export function eucJp(): Step {
  const [table, supplement] = [tableOf(jis0208), tableOf(jis0212)];
  return (bytes, at, writer) => {
    const [first, second = 0, third = 0] = [bytes[at] as number, bytes[at + 1], bytes[at + 2]];
    const isTrail = (byte: number) => byte >= 0xa1 && byte <= 0xfe;
    if (first < 0x80) return wrote(writer, first, 1);
    if (first === 0x8e) {
      if (second < 0xa1 || second === 0xff) return wrote(writer, replacement, 1);
      return wrote(writer, second > 0xdf ? replacement : second - 0xa1 + katakana, 2);
    }
    if (first === 0x8f) {
      if (!isTrail(second)) return wrote(writer, replacement, 1);
      if (at + 2 >= bytes.length) return wrote(writer, replacement, second < 0xfe ? 2 : 1);
      if (!isTrail(third)) return wrote(writer, replacement, 2);
      return wrote(writer, characterAt(supplement, (second - 0xa1) * 94 + third - 0xa1), 3);
    }
    if (!isTrail(first) || !isTrail(second)) return wrote(writer, replacement, 1);
    return wrote(writer, characterAt(table, (first - 0xa1) * 94 + second - 0xa1), 2);
  };
}

/** Shift JIS. */
export function shiftJis(): Step {
  const table = tableOf(jis0208);
  return (bytes, at, writer) => {
    const first = bytes[at] as number;
    const second = bytes[at + 1];
    if (first <= 0x80) return wrote(writer, first, 1);
    if (first >= 0xa1 && first < 0xe0) return wrote(writer, first - 0xa1 + katakana, 1);
    if (first === 0xa0 || first >= 0xfd || second === undefined || second < 0x40 || second === 0x7f) {
      return wrote(writer, replacement, 1);
    }
    if (second >= 0xfd) return wrote(writer, replacement, 2);
    const row = 2 * (first - (first <= 0x9f ? 0x81 : 0xc1));
    const cell = second < 0x9f ? second - (second < 0x7f ? 0x40 : 0x41) : 94 + second - 0x9f;
    return wrote(writer, characterAt(table, row * 94 + cell), 2);
  };
}

type Mode = "ascii" | "katakana" | "jis0208" | "jis0212";

/** The modes that escape sequences switch to. */
const escapes: readonly (readonly [sequence: string, mode: Mode])[] = [
  ["\x1b$@", "jis0208"],
  ["\x1b$B", "jis0208"],
  ["\x1b$(D", "jis0212"],
  ["\x1b(B", "ascii"],
  ["\x1b(J", "ascii"],
  ["\x1b(I", "katakana"],
];

/** ISO-2022-JP. */
export function iso2022Jp(): Step {
  const [table, supplement] = [tableOf(jis0208), tableOf(jis0212)];
  let mode: Mode = "ascii";
  return (bytes, at, writer) => {
    const first = bytes[at] as number;
    const second = bytes[at + 1];
    if (first >= 0x80) return wrote(writer, replacement, 1);
    if (first === 0x1b) {
      const found = escapes.find(([sequence]) => startsWith(bytes, at, sequence));
      if (found === undefined) return wrote(writer, replacement, 1);
      mode = found[1];
      return found[0].length;
    }
    if (mode === "ascii") return wrote(writer, first, 1);
    if (mode === "katakana") {
      const isKatakana = first >= 0x21 && first < 0x60;
      return wrote(writer, isKatakana ? first - 0x21 + katakana : replacement, 1);
    }
    if (first === 0x0a) {
      mode = "ascii";
      return wrote(writer, first, 1);
    }
    if (second === undefined) return wrote(writer, replacement, 1);
    // Bytes below 0x21 count as ones above, as the reference's arithmetic of one byte has it.
    const index = ((first - 0x21) & 0xff) * 94 + ((second - 0x21) & 0xff);
    return wrote(writer, characterAt(mode === "jis0208" ? table : supplement, index), 2);
  };
}

function startsWith(bytes: Uint8Array, at: number, sequence: string): boolean {
  for (let i = 0; i < sequence.length; i++) if (bytes[at + i] !== sequence.charCodeAt(i)) return false;
  return true;
}
