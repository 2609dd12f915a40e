const units: readonly (readonly [unit: string, milliseconds: number, exact: boolean])[] = [
  ["y", 31_536_000_000, true],
  ["w", 604_800_000, true],
  ["d", 86_400_000, false],
  ["h", 3_600_000, false],
  ["m", 60_000, false],
  ["s", 1_000, false],
  ["ms", 1, false],
];
const pattern = new RegExp(`^${units.map(([unit]) => `(?:(\\d{1,20})${unit})?`).join("")}$`);
const mostNanos = (1n << 63n) - 1n;

/**
 * The milliseconds of a duration as Prometheus settings have it (`model.ParseDuration`), such as `1h30m`: whole
 * numbers, the larger unit first; `undefined` where it is none, or one that Go's nanoseconds have no room for.
 */
export function parseDuration(text: string): number | undefined {
  if (text === "0") return 0;
  const found = text === "" ? null : pattern.exec(text);
  if (found === null) return undefined;
  const sum = units.reduce((sum, [, size], i) => sum + BigInt(found[i + 1] ?? 0) * BigInt(size), 0n);
  return sum * 1_000_000n > mostNanos ? undefined : Number(sum); // at most 2 ** 43
}

/** A duration as Prometheus prints it: years and weeks only where nothing else remains. */
export function formatDuration(milliseconds: number): string {
  let rest = milliseconds;
  let text = "";
  for (const [unit, size, exact] of units) {
    if (rest < size || (exact && rest % size !== 0)) continue;
    text += `${Math.floor(rest / size)}${unit}`;
    rest %= size;
  }
  return text === "" ? "0s" : text;
}
