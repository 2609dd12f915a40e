import { Timestamp } from "../../core/values.ts";
import { localLocation } from "./time-zones.ts";

/** The moment at which it is asked for, to the millisecond, by the clocks of the machine's time zone. */
export function currentTime(): Timestamp {
  return new Timestamp(BigInt(Date.now()) * 1_000_000n, localLocation().zone);
}
