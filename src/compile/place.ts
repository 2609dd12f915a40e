import type { ArgumentIr, ReadIr } from "../check/ir.ts";
import { Failure } from "../core/failure.ts";
import type { Place, Type } from "../core/types.ts";
import type { Value } from "../core/values.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import { writer } from "../shapes/otlp-json.ts";
import type { Compiler, Run } from "./compiler.ts";
import { locate } from "./locate.ts";

type PlaceIr = Extract<ArgumentIr, { readonly kind: "place" }>;
type Write = (record: object, value: Value) => void;

/** Compiles a path that an editor reads and writes. Keys are evaluated each time that it does. */
export function compilePlace(
  { source, type: { narrow }, ignored }: PlaceIr,
  compiler: Compiler,
): Run<Place<unknown>> {
  const read = compiler.value(source);
  const write = forgiving(compileWrite(source, compiler), ignored);
  const { span } = source.node;
  return (record) => new RecordPlace(record, read, write, narrow, span);
}

/** A write some of whose failures are not told. */
function forgiving(write: Write, ignored: ReadonlySet<string>): Write {
  if (ignored.size === 0) return write;
  return (record, value) => {
    try {
      write(record, value);
    } catch (error) {
      if (!(error instanceof Failure && ignored.has(error.code))) throw error;
    }
  };
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
