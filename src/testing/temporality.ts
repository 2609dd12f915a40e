import { requireThat } from "./require.ts";

/** Whether points tell totals since a start, or what came since the point before. */
export type Temporality = "cumulative" | "delta";

/** The number that OTLP has for a temporality. */
export function temporalityNumber(temporality: Temporality = "cumulative"): number {
  const isKnown = temporality === "delta" || temporality === "cumulative";
  requireThat("temporality", '"cumulative" or "delta"', temporality, isKnown);
  return temporality === "delta" ? 1 : 2;
}
