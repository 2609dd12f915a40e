/** Whether points tell totals since a start, or what came since the point before. */
export type Temporality = "cumulative" | "delta";

/** The number that OTLP has for a temporality. */
export function temporalityNumber(temporality: Temporality = "cumulative"): number {
  return temporality === "delta" ? 1 : 2;
}
