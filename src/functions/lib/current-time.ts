import { Timestamp } from "../../core/values.ts";
import { localLocation } from "./time-zones.ts";

let last = 0n;

/**
 * The moment at which it is asked for, by the clocks of the machine's time zone: to the millisecond, and within one a
 * nanosecond later each time, since no two moments are the same to the reference.
 */
export function currentTime(): Timestamp {
  const now = BigInt(Date.now()) * 1_000_000n;
  last = now > last || last - now > 1_000_000n ? now : last + 1n;
  return new Timestamp(last, localLocation().zone);
}
