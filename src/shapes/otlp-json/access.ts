import type { Value } from "../../core/values.ts";

/** Reads a path of a record, without its keys. Throws `record_shape` where the record is not what OTLP JSON has there. */
export type Read = (record: object) => Value;

/**
 * Writes a value to a path of a record, by the keys where it takes them. Only properties of the owning object and of the
 * record are assigned; what was below them is replaced, never changed. Throws a `Failure` where the reference errors.
 */
export type Write = (record: object, value: Value, keys: readonly Value[]) => void;
