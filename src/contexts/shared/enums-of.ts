/** The enums of a context whose names are those of OTLP JSON. */
export function enumsOf<N extends string>(names: Readonly<Record<N, number>>): Readonly<Record<N, bigint>> {
  const entries = Object.entries<number>(names).map(([name, number]) => [name, BigInt(number)]);
  return Object.fromEntries(entries) as Record<N, bigint>; // the same names
}
