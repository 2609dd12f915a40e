/**
 * The types of fields, parameters and results: `import * as t from "../core/types.ts"`.
 *
 * A type narrows a value as the reference's getter of the same name does, and throws `TypeMismatch` (or another
 * `Failure`) where that getter answers an error. A type that is `literal` takes only a literal of the text.
 */
import type { TypeName, Value } from "./values.ts";

/** A type of a field, a parameter or a result. */
export interface Type<T = unknown> {
  /** What a reader calls it, such as `string` or `string-like`. */
  readonly label: string;
  /** The type of the values it stands for, `any` where several are taken. */
  readonly name: TypeName;
  /** The reference's getter kind, such as `StringLikeGetter`; literals have the Go type, such as `string`. */
  readonly getter: string;
  /** Turns a value into what an implementation takes; throws a `Failure` where the reference answers an error. */
  readonly narrow: (value: Value, env: Environment) => T;
  /** Which literal is demanded in the text, or `undefined` where any expression is taken. */
  readonly literal?: "string" | "int" | "double" | "bool" | "bytes" | "enum";
  /** The type of the items of a list of arguments; `dynamic` lists may also be one expression that yields a list. */
  readonly items?: { readonly type: Type; readonly dynamic: boolean };
}

/** What narrowing may need from outside: how patterns that need an RE2 engine are run, and the version. */
export interface Environment {
  readonly linearRegexp: LinearRegexp | undefined;
}

/** Makes a linear-time tester of an RE2 pattern that `RegExp` cannot run. */
export type LinearRegexp = (pattern: string) => { test(text: string): boolean };
