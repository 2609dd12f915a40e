import { Failure } from "./failure.ts";
import type { Timestamp } from "./values.ts";

const second = 1_000_000_000n;

/** A time as RFC 3339 with as many digits of the fraction as it has; throws `no_text` for years after 9999. */
export function timeText(time: Timestamp): string {
  const fraction = ((time.nanos % second) + second) % second;
  const date = new Date(Number((time.nanos - fraction) / 1_000_000n));
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) throw new Failure("no_text", { value: `a time in the year ${year}` });
  const digits = String(fraction).padStart(9, "0").replace(/0+$/, "");
  return `${date.toISOString().slice(0, 19)}${digits === "" ? "" : `.${digits}`}Z`;
}
