import { z } from "zod";
import { Duration } from "../core/values.ts";

const nanosOf: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  "\u00b5s": 1_000n,
  "\u03bcs": 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

/** A duration as Go's `time.ParseDuration` reads it, such as `30s`, `1m30s` or `-1.5h`; `undefined` for anything else. */
export function parseGoDuration(text: string): Duration | undefined {
  if (text.length > 1000) return undefined;
  const match = /^([-+]?)(?:0|((?:(?:\d+\.?\d*|\.\d+)(?:ns|[u\u00b5\u03bc]s|ms|s|m|h))+))$/.exec(text);
  if (match === null) return undefined;
  const [, sign, parts = ""] = match;
  let nanos = 0n;
  for (const [, whole = "", fraction = "", unit = ""] of parts.matchAll(
    /(\d*)\.?(\d*)([a-z\u00b5\u03bc]+)/g,
  )) {
    const one = nanosOf[unit];
    if (one === undefined) return undefined;
    nanos += BigInt(whole) * one + fractionOf(fraction, one);
  }
  const limit = (1n << 63n) - (sign === "-" ? 0n : 1n);
  return nanos > limit ? undefined : new Duration(sign === "-" ? -nanos : nanos);
}

/** A part of a unit; as in Go, digits that an int64 has no room for do not count and the product is a double's. */
function fractionOf(digits: string, unit: bigint): bigint {
  if (digits === "") return 0n;
  let value = 0n;
  let scale = 1;
  for (const digit of digits) {
    if (value > ((1n << 63n) - 1n) / 10n) break;
    const next = value * 10n + BigInt(digit);
    if (next > 1n << 63n) break;
    value = next;
    scale *= 10;
  }
  return BigInt(Math.trunc(Number(value) * (Number(unit) / scale)));
}

const millisOf = {
  y: 31_536_000_000n,
  w: 604_800_000n,
  d: 86_400_000n,
  h: 3_600_000n,
  m: 60_000n,
  s: 1_000n,
  ms: 1n,
};
const units = Object.entries(millisOf);
const prometheusForm = new RegExp(`^${units.map(([unit]) => `(?:(\\d{1,20})${unit})?`).join("")}$`);

/**
 * A duration as Prometheus settings have it (`model.ParseDuration`), such as `30s`, `1d` or `1h30m`: whole numbers,
 * the larger unit first; `undefined` for anything else.
 */
export function parsePrometheusDuration(text: string): Duration | undefined {
  if (text === "0") return new Duration(0n);
  const match = text === "" ? null : prometheusForm.exec(text);
  if (match === null) return undefined;
  const nanos =
    units.reduce((sum, [, millis], i) => sum + BigInt(match[i + 1] ?? 0) * millis, 0n) * 1_000_000n;
  return nanos >= 1n << 63n ? undefined : new Duration(nanos);
}

function codec(parse: (text: string) => Duration | undefined, examples: string) {
  return z.string().transform((text, ctx): Duration => {
    const duration = parse(text);
    if (duration !== undefined) return duration;
    const found = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
    ctx.addIssue({ code: "custom", message: `${found} is not a duration such as ${examples}` });
    return z.NEVER;
  });
}

/** The schema of a setting that Go reads as a duration. */
export const goDuration = codec(parseGoDuration, '"30s" or "1m30s"');

/** The schema of a setting that Prometheus reads as a duration. */
export const prometheusDuration = codec(parsePrometheusDuration, '"30s" or "1d"');
