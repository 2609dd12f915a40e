import { hasRune, type RuneSet, runeSet } from "./rune-set.ts";
import { scanRunes } from "./unicode-scan.ts";

const LONG_S = 0x17f;
const KELVIN = 0x212a;
const DOTLESS_I = 0x131;

/** The set with every character that differs from one of its members by case alone (simple folding). */
export function foldSet(set: RuneSet): RuneSet {
  return set.every((rune) => rune < 0x80) ? foldAscii(set) : foldAny(set);
}

function foldAscii(set: RuneSet): RuneSet {
  const folded = [...set];
  for (let i = 0; i < set.length; i += 2) {
    shift(folded, Math.max(set[i] as number, 0x41), Math.min(set[i + 1] as number, 0x5a), 32);
    shift(folded, Math.max(set[i] as number, 0x61), Math.min(set[i + 1] as number, 0x7a), -32);
  }
  if (hasRune(set, 0x4b) || hasRune(set, 0x6b)) folded.push(KELVIN, KELVIN);
  if (hasRune(set, 0x53) || hasRune(set, 0x73)) folded.push(LONG_S, LONG_S);
  return runeSet(folded);
}

function shift(ranges: number[], low: number, high: number, distance: number): void {
  if (low <= high) ranges.push(low + distance, high + distance);
}

function foldAny(set: RuneSet): RuneSet {
  orbits ??= findOrbits();
  const orbitsOfSet =
    set.length === 2 && set[0] === set[1]
      ? [orbits.get(set[0] as number) ?? []]
      : [...orbits].filter(([rune]) => hasRune(set, rune)).map(([, orbit]) => orbit);
  return runeSet([...set, ...orbitsOfSet.flatMap((orbit) => orbit.flatMap((rune) => [rune, rune]))]);
}

let orbits: ReadonlyMap<number, readonly number[]> | undefined;

/** The characters that the case mappings connect, by each of them. A dotless i maps to I, but does not fold with it. */
function findOrbits(): ReadonlyMap<number, readonly number[]> {
  const cased = scanRunes("\\p{Changes_When_Casemapped}");
  const orbitOf = new Map<number, number[]>();
  for (let i = 0; i < cased.length; i += 2) {
    for (let rune = cased[i] as number; rune <= (cased[i + 1] as number); rune++) {
      if (rune === DOTLESS_I) continue;
      const text = String.fromCodePoint(rune);
      connect(orbitOf, rune, text.toLowerCase(), cased);
      connect(orbitOf, rune, text.toUpperCase(), cased);
    }
  }
  return orbitOf;
}

function connect(orbitOf: Map<number, number[]>, rune: number, mapped: string, cased: RuneSet): void {
  const other = mapped.codePointAt(0) as number; // a mapping is never empty
  if (other === rune || mapped !== String.fromCodePoint(other) || !hasRune(cased, other)) return;
  const orbit = orbitOf.get(rune) ?? [rune];
  const joined = orbitOf.get(other) ?? [other];
  if (orbit === joined) return;
  for (const member of joined) orbit.push(member);
  for (const member of orbit) orbitOf.set(member, orbit);
}
