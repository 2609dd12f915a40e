import { UsageError } from "../usage-error.ts";

/** The key and the value of a label; throws a `UsageError`. */
export function labelOf(text: string): readonly [string, string] {
  const equals = text.indexOf("=");
  if (equals < 1) throw new UsageError(`--label is key=value, not "${text}"`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}

/** The milliseconds since the Unix epoch of a time; throws a `UsageError`. */
export function timeOf(text: string): number {
  const seconds = /^\d{1,11}(\.\d+)?$/.test(text) ? Number(text) : undefined;
  const dated = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(text);
  const time = seconds === undefined ? (dated ? Date.parse(text) : Number.NaN) : seconds * 1000;
  if (Number.isNaN(time))
    throw new UsageError(
      `--time is RFC 3339 such as 2026-01-31T12:00:00Z, or seconds since the Unix epoch, not "${text}"`,
    );
  return Math.round(time);
}
