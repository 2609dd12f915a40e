/** A set of code points: sorted, disjoint, not touching ranges as a flat list of first and last, both included. */
export type RuneSet = readonly number[];

const LAST_RUNE = 0x10ffff;
const REPLACEMENT = 0xfffd;

export const EVERY_RUNE: RuneSet = [0, LAST_RUNE];

/** The union of ranges given in any order, as a set. */
export function runeSet(ranges: readonly number[]): RuneSet {
  if (ranges.length === 2) return ranges;
  const order: number[] = [];
  for (let i = 0; i < ranges.length; i += 2) order.push(i);
  order.sort((a, b) => at(ranges, a) - at(ranges, b));
  const merged: number[] = [];
  for (const i of order) {
    const low = at(ranges, i);
    const high = at(ranges, i + 1);
    const last = merged.length - 1;
    if (last > 0 && low <= at(merged, last) + 1) merged[last] = Math.max(at(merged, last), high);
    else merged.push(low, high);
  }
  return merged;
}

/** The code points that are not in the set. */
export function negate(set: RuneSet): RuneSet {
  const gaps: number[] = [];
  let low = 0;
  for (let i = 0; i < set.length; i += 2) {
    if (low < at(set, i)) gaps.push(low, at(set, i) - 1);
    low = at(set, i + 1) + 1;
  }
  if (low <= LAST_RUNE) gaps.push(low, LAST_RUNE);
  return gaps;
}

/** The code points of `set` that are not in `taken`. */
export function without(set: RuneSet, taken: RuneSet): RuneSet {
  return negate(runeSet([...negate(set), ...taken]));
}

/** Whether the two sets have a code point in common. */
export function intersects(a: RuneSet, b: RuneSet): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (at(a, i + 1) < at(b, j)) i += 2;
    else if (at(b, j + 1) < at(a, i)) j += 2;
    else return true;
  }
  return false;
}

/** Whether the code point is in the set. */
export function hasRune(set: RuneSet, rune: number): boolean {
  let low = 0;
  let high = set.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rune > at(set, 2 * middle + 1)) low = middle + 1;
    else high = middle;
  }
  return 2 * low < set.length && rune >= at(set, 2 * low);
}

/**
 * The set over the code points of a JavaScript string: the reference never sees a surrogate, and decodes each byte
 * that is not UTF-8 (here a lone surrogate) as U+FFFD.
 */
export function overSubjects(set: RuneSet): RuneSet {
  if (at(set, set.length - 1) < 0xd800) return set;
  const surrogates = [0xd800, 0xdfff];
  return hasRune(set, REPLACEMENT) ? runeSet([...set, ...surrogates]) : without(set, surrogates);
}

function at(ranges: readonly number[], index: number): number {
  return ranges[index] as number; // callers stay within the list
}
