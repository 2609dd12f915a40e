import { temporalities } from "../../core/metrics.ts";
import { choiceOf } from "./choice-of.ts";

/** The number of an aggregation temporality that is written as a name. Throws `argument_value` for other names. */
export function temporalityOf(name: string): bigint {
  return temporalities[choiceOf("string_agg_temp", ["delta", "cumulative"], name)];
}
