/**
 * From checked IR to closures: one exhaustive switch, one closure a node. A probe wraps the closure of each node;
 * explanations and coverage are made of it. Fused nodes (see `fuse.ts`) read the record's own values and leave
 * everything unusual to the closure of the nodes they replace, so there is one meaning.
 */

import type { BooleanIr, CompareIr, ListIr, MapIr, StatementIr, ValueIr } from "../check/ir.ts";
import { buildMap } from "../check/map-literal.ts";
import { calculate, negate } from "../core/arithmetic.ts";
import { assertNever } from "../core/assert-never.ts";
import { Failure } from "../core/failure.ts";
import { ListValue, MapValue, typeNameOf, type Value } from "../core/values.ts";
import { compileCall } from "./call.ts";
import { chainOf } from "./chains.ts";
import type { CompileOptions, Compiler, Run } from "./compiler.ts";
import { fuse } from "./fuse.ts";
import { compileFused } from "./fused.ts";
import { type FusedIr, isFused } from "./fused-ir.ts";
import { locate } from "./locate.ts";
import { compileIndex, compileRead } from "./read.ts";

/** Compiles a condition. */
export function compileBoolean(ir: BooleanIr | FusedIr, options: CompileOptions = {}): Run<boolean> {
  return newCompiler(options).boolean(ir);
}

/** Compiles an expression that has a value. */
export function compileValue(ir: ValueIr, options: CompileOptions = {}): Run<Value> {
  return newCompiler(options).value(ir);
}

/** Compiles a statement: whether its condition held, and so its editor ran. */
export function compileStatement(ir: StatementIr, options: CompileOptions = {}): Run<boolean> {
  const compiler = newCompiler(options);
  const editor = compiler.value(ir.editor);
  const where = ir.where === undefined ? undefined : compiler.boolean(fuse(ir.where));
  if (where === undefined) {
    return (record) => {
      editor(record);
      return true;
    };
  }
  return (record) => {
    if (!where(record)) return false;
    editor(record);
    return true;
  };
}

function newCompiler({ probe }: CompileOptions): Compiler {
  const compiler: Compiler = {
    boolean(ir) {
      if (isFused(ir)) return compileFused(ir, compiler);
      const run = booleanRun(ir, compiler);
      return probe === undefined ? run : probe(ir, run);
    },
    value(ir) {
      const run = valueRun(ir, compiler);
      return probe === undefined ? run : probe(ir, run);
    },
  };
  return compiler;
}

function booleanRun(ir: BooleanIr, compiler: Compiler): Run<boolean> {
  switch (ir.kind) {
    case "constant": {
      const { value } = ir;
      return () => value;
    }
    case "compare":
      return compileCompare(ir, compiler);
    case "truth": {
      const run = compiler.value(ir.value);
      return (record) => {
        const value = run(record);
        if (typeof value === "boolean") return value;
        throw locate(
          new Failure("not_boolean", { name: "the converter", found: typeNameOf(value) }),
          ir.node.span,
        );
      };
    }
    case "logical":
      return chainOf(ir.operator, ir.operands.map(compiler.boolean));
    case "not": {
      const run = compiler.boolean(ir.operand);
      return (record) => !run(record);
    }
    default:
      return assertNever(ir);
  }
}

function valueRun(ir: ValueIr, compiler: Compiler): Run<Value> {
  switch (ir.kind) {
    case "literal": {
      const value = frozen(ir.value);
      return () => value;
    }
    case "read":
      return compileRead(ir, compiler);
    case "local": {
      const { local } = ir;
      return () => local.value;
    }
    case "list":
      return compileList(ir, compiler);
    case "map":
      return compileMap(ir, compiler);
    case "calculate": {
      const left = compiler.value(ir.left);
      const right = compiler.value(ir.right);
      const { operator, node } = ir;
      return (record) => {
        const a = left(record);
        const b = right(record);
        try {
          return calculate(operator, a, b);
        } catch (error) {
          throw locate(error, node.span);
        }
      };
    }
    case "negate": {
      const operand = compiler.value(ir.operand);
      const { node } = ir;
      return (record) => {
        const value = operand(record);
        try {
          return negate(value);
        } catch (error) {
          throw locate(error, node.span);
        }
      };
    }
    case "call":
      return compileCall(ir, compiler);
    case "index":
      return compileIndex(ir, compiler);
    default:
      return assertNever(ir);
  }
}

/** A literal is given out as it is: its lists and maps must not be changed by whoever gets it. Bytes cannot be frozen. */
function frozen(value: Value): Value {
  if (value instanceof ListValue) Object.freeze(value.items).forEach(frozen);
  if (value instanceof MapValue) {
    Object.freeze(value.keys);
    Object.freeze(value.values).forEach(frozen);
  }
  return value;
}

function compileCompare(ir: CompareIr, compiler: Compiler): Run<boolean> {
  const left = compiler.value(ir.left);
  const right = compiler.value(ir.right);
  const { operator, compare, node } = ir;
  return (record) => {
    const a = left(record);
    const b = right(record);
    try {
      return compare(operator, a, b);
    } catch (error) {
      throw locate(error, node.span);
    }
  };
}

function compileList(ir: ListIr, compiler: Compiler): Run<Value> {
  const items = ir.items.map((item) => compiler.value(item));
  return (record) =>
    new ListValue(
      items.map((item) => item(record)),
      "literal",
    );
}

function compileMap(ir: MapIr, compiler: Compiler): Run<Value> {
  const entries = ir.entries.map(({ key, value }) => [compiler.value(key), compiler.value(value)] as const);
  return (record) => {
    const values = entries.map(([key, value]) => [key(record), value(record)] as const);
    try {
      return buildMap(values, ir.store);
    } catch (error) {
      throw locate(error, ir.node.span);
    }
  };
}
