import type { BooleanIr, Ir, ValueIr } from "../check/ir.ts";
import type { Value } from "../core/values.ts";
import type { FusedIr } from "./fused-ir.ts";

/** A compiled expression: takes a record of the context. */
export type Run<T> = (record: object) => T;

/** Wraps the closure of a node. */
export type Probe = <T>(ir: Ir, run: Run<T>) => Run<T>;

/** What compiling needs beside the IR. */
export interface CompileOptions {
  readonly probe?: Probe;
}

/** Compiles the parts of a node. */
export interface Compiler {
  readonly boolean: (ir: BooleanIr | FusedIr) => Run<boolean>;
  readonly value: (ir: ValueIr) => Run<Value>;
}
