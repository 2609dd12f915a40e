import { Failure } from "../../core/failure.ts";
import { readTimeFormat, type TimeFormat } from "./time-directives.ts";

/** The directives of a format; throws `invalid_time_format` where the reference refuses it. */
export function requireTimeFormat(format: string): TimeFormat {
  const parts = readTimeFormat(format);
  if ("reason" in parts) throw new Failure("invalid_time_format", { argument: "format", format, ...parts });
  return parts;
}
