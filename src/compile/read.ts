import type { IndexIr, ReadIr } from "../check/ir.ts";
import type { Failure } from "../core/failure.ts";
import { indexData, indexResult } from "../core/indexing.ts";
import type { Value } from "../core/values.ts";
import { attributeReader, dynamicAttributeReader, notRecord, reader } from "../shapes/otlp-json.ts";
import type { Compiler, Run } from "./compiler.ts";
import { locate } from "./locate.ts";

/** Compiles a path and its keys. Keys are evaluated only when they are reached. */
export function compileRead(ir: ReadIr, compiler: Compiler): Run<Value> {
  const [first, ...others] = ir.keys;
  if (first?.kind === "literal" && typeof first.value === "string") {
    const read = attributeReader(ir.path, first.value);
    const keys = others.map((key) => compiler.value(key));
    return (record) => {
      try {
        let value = read(record);
        for (let i = 0; i < keys.length && value !== undefined; i++) {
          value = indexData(value, (keys[i] as Run<Value>)(record));
        }
        return value ?? null;
      } catch (error) {
        throw failureOf(error, record, ir);
      }
    };
  }
  if (first !== undefined) {
    const read = dynamicAttributeReader(ir.path, compiler.value(first));
    const keys = others.map((other) => compiler.value(other));
    return (record) => {
      try {
        let value = read(record);
        for (let i = 0; i < keys.length && value !== undefined; i++) {
          value = indexData(value, (keys[i] as Run<Value>)(record));
        }
        return value ?? null;
      } catch (error) {
        throw failureOf(error, record, ir);
      }
    };
  }
  const read = reader(ir.path) as Run<Value>;
  return (record) => {
    try {
      return read(record);
    } catch (error) {
      throw failureOf(error, record, ir);
    }
  };
}

/** Without a record, what a read throws is no reason that would help. */
function failureOf(error: unknown, record: object | null | undefined, { path, node }: ReadIr): Failure {
  const given = record === null || record === undefined ? notRecord(record, path.owner) : error;
  return locate(given, node.span);
}

/** Compiles keys on the result of a converter. */
export function compileIndex(ir: IndexIr, compiler: Compiler): Run<Value> {
  const target = compiler.value(ir.target);
  const keys = ir.keys.map((key) => compiler.value(key));
  const { span } = ir.node;
  return (record) => {
    let value = target(record);
    try {
      for (let i = 0; i < keys.length; i++) value = indexResult(value, (keys[i] as Run<Value>)(record));
      return value;
    } catch (error) {
      throw locate(error, span);
    }
  };
}
