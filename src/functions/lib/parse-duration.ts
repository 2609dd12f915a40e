/** Nanoseconds of each unit of Go's `time.ParseDuration`; the two spellings of `µs` differ in their first letter. */
const units: ReadonlyMap<string, bigint> = /* @__PURE__ */ new Map([
  ["ns", 1n],
  ["us", 1_000n],
  ["\u00b5s", 1_000n],
  ["\u03bcs", 1_000n],
  ["ms", 1_000_000n],
  ["s", 1_000_000_000n],
  ["m", 60_000_000_000n],
  ["h", 3_600_000_000_000n],
]);
const limit = 2n ** 63n;

/** Reads a length of time such as `-1h2m0.5s` as Go's `time.ParseDuration` does; answers why where it cannot. */
export function parseDuration(text: string): bigint | "syntax" | "range" {
  const unsigned = text.replace(/^[-+]/, "");
  if (unsigned === "0") return 0n;
  if (unsigned === "") return "syntax";
  let sum = 0n;
  const part = /(\d*)(?:\.(\d*))?([^.\d]*)/y;
  while (part.lastIndex < unsigned.length) {
    const [, whole = "", fraction = "", unitName = ""] = part.exec(unsigned) ?? [];
    const unit = units.get(unitName);
    if (unit === undefined || whole + fraction === "") return "syntax";
    const count = wholeNumber(whole);
    if (count > limit / unit) return "range";
    const nanos = count * unit + fractionOf(fraction, unit);
    if (nanos > limit) return "range";
    sum = BigInt.asUintN(64, sum + nanos); // two halves of the range wrap around in Go unseen
    if (sum > limit) return "range";
  }
  if (text.startsWith("-")) return -sum;
  return sum < limit ? sum : "range";
}

/** Longer numbers are out of range, but zeros before one are not. */
function wholeNumber(digits: string): bigint {
  if (digits.length < 19) return BigInt(digits);
  const needed = digits.replace(/^0+/, "");
  return needed.length > 19 ? limit + 1n : BigInt(needed);
}

/** The nanoseconds of a fraction, by Go's arithmetic: the digits that int64 holds, as doubles. */
function fractionOf(digits: string, unit: bigint): bigint {
  let value = 0n;
  let scale = 1;
  for (const digit of digits) {
    if (value > (limit - 1n) / 10n) break;
    const next = value * 10n + BigInt(digit);
    if (next > limit) break;
    value = next;
    scale *= 10;
  }
  return value === 0n ? 0n : BigInt(Math.trunc(Number(value) * (Number(unit) / scale)));
}
