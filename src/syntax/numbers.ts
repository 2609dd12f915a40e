const maxInt64 = 9223372036854775807n;
/** More digits than any int64 has, in base 10 and in base 8. */
const tooManyDigits = 23;

/** A whole number's decimal digits, or the code of what is wrong with it. */
export type IntReading =
  | { readonly digits: string }
  | { readonly wrong: "invalid_octal" | "int_out_of_range" };

/** Reads a whole number as Go does with base 0: a leading zero makes it octal. */
export function readInt(image: string): IntReading {
  const significant = image.replace(/^0+/, "");
  if (significant === "") return { digits: "0" };
  const octal = significant.length < image.length;
  if (octal && /[89]/.test(significant)) return { wrong: "invalid_octal" };
  if (significant.length >= tooManyDigits) return { wrong: "int_out_of_range" };
  const value = BigInt(octal ? `0o${significant}` : significant);
  return value > maxInt64 ? { wrong: "int_out_of_range" } : { digits: value.toString() };
}

/** Reads a floating-point number; null where it is too large for a float64. */
export function readFloat(image: string): number | null {
  const value = Number(image);
  return Number.isFinite(value) ? value : null;
}
