import type { IndexIr, ReadIr } from "../check/ir.ts";
import { indexData, indexResult } from "../core/indexing.ts";
import type { Value } from "../core/values.ts";
import { attributeReader, dynamicAttributeReader, reader } from "../shapes/otlp-json.ts";
import type { Compiler, Run } from "./compiler.ts";
import { locate } from "./locate.ts";

/** Compiles a path and its keys. Keys are evaluated only when they are reached. */
export function compileRead(ir: ReadIr, compiler: Compiler): Run<Value> {
  const { span } = ir.node;
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
        throw locate(error, span);
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
        throw locate(error, span);
      }
    };
  }
  const read = reader(ir.path) as Run<Value>;
  return (record) => {
    try {
      return read(record);
    } catch (error) {
      throw locate(error, span);
    }
  };
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
