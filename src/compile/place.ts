import type { ReadIr } from "../check/ir.ts";
import type { Place, Type } from "../core/types.ts";
import type { Value } from "../core/values.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import { writer } from "../shapes/otlp-json.ts";
import type { Compiler, Run } from "./compiler.ts";
import { locate } from "./locate.ts";

type Write = (record: object, value: Value) => void;

/** Compiles a path that an editor reads and writes. Keys are evaluated each time that it does. */
export function compilePlace(ir: ReadIr, { narrow }: Type, compiler: Compiler): Run<Place<unknown>> {
  const read = compiler.value(ir);
  const write = compileWrite(ir, compiler);
  const { span } = ir.node;
  return (record) => new RecordPlace(record, read, write, narrow, span);
}

function compileWrite(ir: ReadIr, compiler: Compiler): Write {
  const write = writer(ir.path);
  const keys = ir.keys.map((key) => compiler.value(key));
  const literals = ir.keys.flatMap((key) => (key.kind === "literal" ? [key.value] : []));
  if (literals.length === keys.length) return (record, value) => write(record, value, literals);
  return (record, value) =>
    write(
      record,
      value,
      keys.map((key) => key(record)),
    );
}

class RecordPlace implements Place<unknown> {
  readonly #record: object;
  readonly #read: Run<Value>;
  readonly #write: Write;
  readonly #narrow: Type["narrow"];
  readonly #span: Span;

  constructor(record: object, read: Run<Value>, write: Write, narrow: Type["narrow"], span: Span) {
    this.#record = record;
    this.#read = read;
    this.#write = write;
    this.#narrow = narrow;
    this.#span = span;
  }

  get(): unknown {
    const value = this.#read(this.#record);
    try {
      return this.#narrow(value);
    } catch (error) {
      throw locate(error, this.#span);
    }
  }

  set(value: Value): void {
    try {
      this.#write(this.#record, value);
    } catch (error) {
      throw locate(error, this.#span);
    }
  }
}
