/** The label `did you mean "…"?` with the candidate nearest to a mistyped word; empty where none is near. */
export function suggestion(word: string, candidates: Iterable<string>): { readonly label?: string } {
  return label(nearest(word, [...candidates]));
}

/** The label `did you mean "…" or "…"?`; empty where there is nothing to suggest. */
export function label(meant: readonly string[]): { readonly label?: string } {
  return meant.length === 0 ? {} : { label: `did you mean ${meant.map((one) => `"${one}"`).join(" or ")}?` };
}

/** The candidate nearest to a mistyped word; nothing where none is near. */
export function nearest(word: string, candidates: readonly string[]): readonly string[] {
  if (word.length > longestWord) return [];
  const near = closest(word, candidates) ?? candidates.find((one) => begins(one, word) || begins(word, one));
  return near === undefined ? [] : [near];
}

/** Longer words are no slip of the pen, and would take long to compare. */
const longestWord = 256;

/** Words beside a mistyped one: the nearest first, at most eight, and how many more there are. */
export function nearestFirst(word: string, candidates: readonly string[]): string {
  const [meant] = nearest(word, candidates);
  const apart = candidates.map((one) => ({
    one,
    far: one === meant ? -1 : distance(word.toLowerCase(), one.toLowerCase(), farthest),
  }));
  const sorted = apart.sort((a, b) => a.far - b.far).map(({ one }) => one);
  const more = sorted.length > told ? [`… and ${sorted.length - told} more`] : [];
  return [...sorted.slice(0, told), ...more].join(", ");
}
const told = 8;
const farthest = 1000;

/** Whether a name begins with another of at least three characters, such as `ToLowerCase` with `ToLower`. */
function begins(name: string, other: string): boolean {
  return other.length >= 3 && name.toLowerCase().startsWith(other.toLowerCase());
}

function closest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length * 0.4));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const d = distance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** Optimal string alignment distance; a swap of two neighbours counts one. Words over 64 characters never match. */
function distance(a: string, b: string, limit: number): number {
  if (a.length > 64 || b.length > 64) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cell = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cell = Math.min(cell, (before[j - 2] ?? 0) + 1);
      }
      row.push(cell);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? limit;
}
