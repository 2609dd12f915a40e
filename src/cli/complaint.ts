import { OttlError } from "../diagnostics/ottl-error.ts";
import { tameLines } from "./terminal.ts";

/** What is said of an error: its place where it has one, never a stack. */
export function complaint(error: unknown): string {
  if (error instanceof OttlError && error.source !== "") return error.toString();
  return tameLines(`ottlkit: ${error instanceof Error ? error.message : String(error)}`);
}

/** The exit code of an error: 1 where the data failed, 2 where something cannot be used. */
export function exitCode(error: unknown): 1 | 2 {
  return error instanceof OttlError && error.phase !== "configuration" ? 1 : 2;
}
