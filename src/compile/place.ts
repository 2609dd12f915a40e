import type { ArgumentIr, ReadIr } from "../check/ir.ts";
import { Failure } from "../core/failure.ts";
import { any, type Place, type Type } from "../core/types.ts";
import { ListValue, MapValue, type Value } from "../core/values.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import { writer } from "../shapes/otlp-json.ts";
import type { Compiler, Run } from "./compiler.ts";
import { locate } from "./locate.ts";

type PlaceIr = Extract<ArgumentIr, { readonly kind: "place" }>;
/** Writes a value; `again` tells that the same place was written before, while the same call ran. */
type Write = (record: object, value: Value, again: boolean) => void;

/**
 * Compiles a path that an editor reads and writes, and that may be part of what one of all its arguments reads. Keys
 * are evaluated each time that it does.
 */
export function compilePlace(
  { source, type: { narrow }, ignored, instead }: PlaceIr,
  compiler: Compiler,
  all: readonly ArgumentIr[],
): Run<Place<unknown>> {
  const read = compiler.value(source);
  const write = forgiving(compileWrite(source, compiler), ignored);
  const path: CompiledPath = {
    read,
    write: instead === undefined ? write : replacing(write, read, instead),
    narrow,
    around: all.flatMap((one) => aroundPlace(one, source)).map((read) => compiler.value(read))[0],
    holders: holdersOf(source).map((read) => compiler.value(read)),
    span: source.node.span,
  };
  return (record) => new RecordPlace(record, path);
}

/** Compiles a path that an editor reads and writes though no argument names it. */
export function compileOwnPlace(source: ReadIr, compiler: Compiler): Run<Place> {
  const path: CompiledPath = {
    read: compiler.value(source),
    write: compileWrite(source, compiler),
    narrow: any.narrow,
    around: undefined,
    holders: [],
    span: source.node.span,
  };
  return (record) => new RecordPlace(record, path) as Place; // its type narrows nothing
}

/** The path of an argument, if what it reads holds a place or is the place. */
function aroundPlace(argument: ArgumentIr, place: ReadIr): readonly ReadIr[] {
  if (argument.kind !== "dynamic" || argument.source.kind !== "read") return [];
  const { path, keys } = argument.source;
  if (path.definition !== place.path.definition || path.owner !== place.path.owner) return [];
  const leads = keys.every((key, i) => {
    const other = place.keys[i];
    return key.kind === "literal" && other?.kind === "literal" && key.value === other.value;
  });
  return leads ? [argument.source] : [];
}

/** The paths of all that a place is part of, and of the place itself. */
function holdersOf(place: ReadIr): readonly ReadIr[] {
  return [...place.keys, undefined].map((_, count) => ({
    ...place,
    keys: place.keys.slice(0, count),
    path: { ...place.path, keys: place.path.keys.slice(0, count) },
  }));
}

/** A write some of whose failures are not told. */
function forgiving(write: Write, ignored: ReadonlySet<string>): Write {
  if (ignored.size === 0) return write;
  return (record, value, again) => {
    try {
      write(record, value, again);
    } catch (error) {
      if (!(error instanceof Failure && ignored.has(error.code))) throw error;
    }
  };
}

/** A write of something else than what it is given. */
function replacing(write: Write, read: Run<Value>, instead: NonNullable<PlaceIr["instead"]>): Write {
  return (record, value, again) => {
    const written = instead(value, () => read(record));
    if (written !== undefined) write(record, written, again);
  };
}

function compileWrite(ir: ReadIr, compiler: Compiler): Write {
  const write = writer(ir.path);
  const keys = ir.keys.map((key) => compiler.value(key));
  const literals = ir.keys.flatMap((key) => (key.kind === "literal" ? [key.value] : []));
  if (literals.length === keys.length) {
    return (record, value, again) => write(record, value, again ? literals.map(madeBefore) : literals);
  }
  return (record, value, again) => {
    const known: Value[] = [];
    for (const key of keys) {
      try {
        known.push(key(record));
      } catch (error) {
        if (known.length > 0) leave(() => write(record, value, [...known, null]));
        throw error;
      }
    }
    write(record, value, again ? known.map(madeBefore) : known);
  };
}

/** A negative index can only be written where that makes a list of one: there it is the first. */
function madeBefore(key: Value): Value {
  return typeof key === "bigint" && key < 0n ? 0n : key;
}

/** Puts in what the keys before one that fails lead to, as the reference has done when it comes to that one. */
function leave(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

interface CompiledPath {
  readonly read: Run<Value>;
  readonly write: Write;
  readonly narrow: Type["narrow"];
  readonly around: Run<Value> | undefined;
  readonly holders: readonly Run<Value>[];
  readonly span: Span;
}

class RecordPlace implements Place<unknown> {
  readonly #record: object;
  readonly #path: CompiledPath;
  #isWritten = false;

  constructor(record: object, path: CompiledPath) {
    this.#record = record;
    this.#path = path;
  }

  get(): unknown {
    const { read, narrow, span } = this.#path;
    const value = read(this.#record);
    try {
      return narrow(value);
    } catch (error) {
      throw locate(error, span);
    }
  }

  set(value: Value): void {
    const { write, span } = this.#path;
    try {
      write(this.#record, value, this.#isWritten);
      this.#isWritten = true;
    } catch (error) {
      throw locate(error, span);
    }
  }

  around(value: Value): (() => Value) | undefined {
    if (!(value instanceof MapValue || value instanceof ListValue)) return undefined;
    const { around, holders } = this.#path;
    const found = around ?? holders.find((read) => isSame(value, () => read(this.#record)));
    return found && (() => found(this.#record));
  }
}

/** Whether a value, that a function may have passed on, is what the record holds. */
function isSame(value: MapValue | ListValue, read: () => Value): boolean {
  if (value.source === undefined) return false;
  try {
    const held = read();
    return (held instanceof MapValue || held instanceof ListValue) && held.source === value.source;
  } catch (error) {
    if (error instanceof Failure) return false; // what cannot be read is not the value
    throw error;
  }
}
