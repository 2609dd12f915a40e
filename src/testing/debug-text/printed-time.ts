import type { LineReader } from "./line-reader.ts";

/** Nanoseconds since 1970 of a line such as `Timestamp: 2026-01-31 12:00:00.5 +0000 UTC`. */
export function readTime(lines: LineReader, name: string): string {
  const pattern = new RegExp(
    `^\\s*(?:-> )?${name}\\s*: (\\d{4})-(\\d\\d)-(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))? \\+0000 UTC\\s*$`,
  );
  const [, year, month, day, hour, minute, second, fraction = ""] = lines.require(
    pattern,
    `"${name}:" and a time such as 2026-01-31 12:00:00.5 +0000 UTC`,
  );
  const millis = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return String(BigInt(millis) * 1_000_000n + BigInt(fraction.padEnd(9, "0")));
}

/** The same where it was set: nothing for the begin of 1970, which is what no time is printed as. */
export function readSetTime(lines: LineReader, name: string): string | undefined {
  const nanos = readTime(lines, name);
  return nanos === "0" ? undefined : nanos;
}
