import { Failure } from "../../core/failure.ts";
import { temporalities } from "../../core/metrics.ts";

/** The number of an aggregation temporality that is written as a name. Throws `argument_value` for other names. */
export function temporalityOf(name: string): bigint {
  if (name === "delta" || name === "cumulative") return temporalities[name];
  const expected = '"delta" or "cumulative"';
  throw new Failure("argument_value", {
    argument: "string_agg_temp",
    expected,
    found: JSON.stringify(name),
  });
}
