import type { CallIr, ValueIr } from "../check/ir.ts";
import type { Failure } from "../core/failure.ts";

/** A call whose one argument alone decides what it gives. */
export interface CallOfValue {
  readonly source: ValueIr;
  /** Calls the implementation with a value of the argument, of any type. */
  readonly take: (value: never) => unknown;
}

/** Finds how a call of one value can be tried with others; absent for other calls. */
export function callOfValue({ args, reads, evaluate }: CallIr): CallOfValue | undefined {
  const [arg, ...others] = args;
  if (reads.length > 0 || others.length > 0 || arg?.kind !== "dynamic") return undefined;
  const call = evaluate as (value: unknown) => unknown; // bound to its parameter
  return { source: arg.source, take: (value) => call(arg.type.narrow(value)) };
}

/** Whether a failure is about the type of a value, whatever the value is. */
export function isOfType({ code }: Failure): boolean {
  return code === "type_mismatch" || code === "no_length";
}
