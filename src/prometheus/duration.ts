const units: readonly (readonly [unit: string, milliseconds: number, exact: boolean])[] = [
  ["y", 31_536_000_000, true],
  ["w", 604_800_000, true],
  ["d", 86_400_000, false],
  ["h", 3_600_000, false],
  ["m", 60_000, false],
  ["s", 1_000, false],
  ["ms", 1, false],
];
const pattern = new RegExp(`^${units.map(([unit]) => `(?:(\\d+)${unit})?`).join("")}$`);

/** The milliseconds of a duration as Prometheus writes it, such as `1h30m`; `undefined` where it is none. */
export function parseDuration(text: string): number | undefined {
  if (text === "0") return 0;
  const found = pattern.exec(text);
  if (found === null || text === "") return undefined;
  return units.reduce((sum, [, milliseconds], i) => sum + milliseconds * Number(found[i + 1] ?? 0), 0);
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
