const negativeZero = "\u0000negative zero";

/** Writes JSON as `JSON.stringify` does, but keeps the sign of -0. */
export function stringify(value: unknown): string {
  const text = JSON.stringify(value, (_key, item: unknown) => (Object.is(item, -0) ? negativeZero : item));
  return text.replaceAll(JSON.stringify(negativeZero), "-0.0");
}
