import { type RuneSet, runeSet, without } from "./rune-set.ts";

/** No character of Unicode 15.0 outside these ranges has a property that needs to be asked for. */
const scanned: RuneSet = [0, 0xd7ff, 0xe000, 0x323af, 0xe0000, 0xe01ef];

/**
 * The code points assigned in Unicode 15.1 to 17.0, which the reference (Unicode 15.0) does not know: distances
 * between the bounds of their ranges, in base 36.
 */
const addedLater =
  "1ov 0 8 0 qt 0 3k 0 2r7 e 3 b 2r 1 1c 0 7e 1 tz 0 o6 2 1gt 0 va 3 dh 1 a 0 na4 4 3 0 2 0 6 2 l 0 gk2 f ce 1 1j 6 1ki 1f nh p rr 11 4 s 9 1 8j 5 9 8 y 2 w4 9 2 0 3 0 2 11 2 9 2 0 3 0 2 3 2 9 2 1 9 1 ku j vx 7 2h x f 9 c7 17 5 9 a9 0 45i 32y 5qe 1l 2dj 1l 87 o 3 o 7z 4 4qq 7 zk 0 a l 2q 36 c9a 70 4 c3 7 m g g 4io 16 5 0 5d u 2 l 9 1 34p 0 4f 3 8o 9 5 1 f 8 ak 3 1e 1 4 1 1b 0 8 0 2 0 5 0 f 0 3 0 a 1 5 0 64 10 b 0 10zk 5 4mb b 5s3 h9";

let scannedText: string | undefined;
let later: RuneSet | undefined;

/** The code points of Unicode 15.0 that have a property, such as `\p{Script=Greek}`, as the host knows them. */
export function scanRunes(property: string): RuneSet {
  scannedText ??= textOf(scanned);
  later ??= decodeBounds(addedLater);
  const found: number[] = [];
  for (const { 0: run, index } of scannedText.matchAll(new RegExp(`${property}+`, "gu"))) {
    found.push(runeAt(index), runeAt(index + run.length - 1));
  }
  return without(runeSet(found), later);
}

function textOf(set: RuneSet): string {
  const chunks: string[] = [];
  for (let i = 0; i < set.length; i += 2) {
    for (let low = set[i] as number; low <= (set[i + 1] as number); low += 0x1000) {
      const size = Math.min(0x1000, (set[i + 1] as number) - low + 1);
      chunks.push(String.fromCodePoint(...Array.from({ length: size }, (_, offset) => low + offset)));
    }
  }
  return chunks.join("");
}

/** The code point at an index of the scanned text: one unit each up to U+FFFF, surrogates left out, then two. */
function runeAt(index: number): number {
  if (index < 0xd800) return index;
  if (index < 0xf800) return index + 0x800;
  const rune = 0x10000 + ((index - 0xf800) >> 1);
  return rune <= 0x323af ? rune : rune - 0x323b0 + 0xe0000;
}

function decodeBounds(text: string): RuneSet {
  let bound = 0;
  return text.split(" ").map((distance) => {
    bound += Number.parseInt(distance, 36);
    return bound;
  });
}
