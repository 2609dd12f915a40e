const prefix = /^0(?:([bB])|([oO])|([xX]))?/;

/**
 * What Go's ParseInt answers for an int64 of a base, 2 to 36, or why it refuses. Base 0 is told by the prefix of the
 * number, and only then may `_` stand between its digits and behind the prefix.
 */
export function readInteger(text: string, base: number): bigint | "syntax" | "range" {
  const [sign = ""] = /^[+-]?/.exec(text) ?? [];
  const unsigned = text.slice(sign.length);
  const digits = base === 0 ? digitsOfPrefixed(unsigned) : { base, text: unsigned };
  if (digits === undefined || !digitsOf(digits.base).test(digits.text)) return "syntax";
  const significant = digits.text.replace(/^0+/, "");
  if (significant.length > 64) return "range";
  let magnitude = 0n;
  for (const digit of significant) magnitude = magnitude * BigInt(digits.base) + digitValue(digit);
  const value = sign === "-" ? -magnitude : magnitude;
  return value === BigInt.asIntN(64, value) ? value : "range";
}

interface Digits {
  readonly base: number;
  readonly text: string;
}

function digitsOfPrefixed(text: string): Digits | undefined {
  const found = prefix.exec(text);
  const [whole = "", binary, octal, hexadecimal] = found ?? [];
  const base = binary ? 2 : octal ? 8 : hexadecimal ? 16 : found !== null && text.length > 1 ? 8 : 10;
  // A leading zero alone is a digit of its own, behind which `_` may stand as behind a prefix.
  const rest = whole.length > 1 || base === 8 ? text.slice(whole.length) : text;
  if (!rest.includes("_")) return { base, text: rest };
  const separated = base === 10 ? rest : `0${rest}`;
  return /^_|__|_$/.test(separated) ? undefined : { base, text: separated.replaceAll("_", "") };
}

function digitsOf(base: number): RegExp {
  const letters = base > 10 ? `a-${String.fromCharCode(0x57 + base - 1)}` : "";
  return new RegExp(`^[0-${Math.min(base, 10) - 1}${letters}]+$`, "i");
}

function digitValue(digit: string): bigint {
  return BigInt(Number.parseInt(digit, 36));
}
