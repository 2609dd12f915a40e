import type { ArgumentIr, CallIr } from "../check/ir.ts";
import { assertNever } from "../core/assert-never.ts";
import type { Value } from "../core/values.ts";
import type { Compiler, Run } from "./compiler.ts";
import { locate } from "./locate.ts";

type Evaluate = (...args: unknown[]) => Value;

/** Compiles a call: arguments narrowed to their types, then the function. Up to three arguments need no array. */
export function compileCall(ir: CallIr, compiler: Compiler): Run<Value> {
  const evaluate = ir.evaluate as Evaluate; // check has bound the arguments to its parameters
  const runs = [
    ...ir.reads.map((read) => compiler.value(read)),
    ...ir.args.map((arg) => compileArgument(arg, compiler)),
  ];
  const { span } = ir.node;
  const [a, b, c] = runs;
  if (a === undefined) return located(() => evaluate(), span);
  if (b === undefined) return located((r) => evaluate(a(r)), span);
  if (c === undefined) return located((r) => evaluate(a(r), b(r)), span);
  if (runs.length === 3) return located((r) => evaluate(a(r), b(r), c(r)), span);
  return located((r) => evaluate(...runs.map((run) => run(r))), span);
}

function located(run: Run<Value>, span: { readonly start: number; readonly end: number }): Run<Value> {
  return (record) => {
    try {
      return run(record);
    } catch (error) {
      throw locate(error, span);
    }
  };
}

function compileArgument(arg: ArgumentIr, compiler: Compiler): Run<unknown> {
  switch (arg.kind) {
    case "constant": {
      const { value } = arg;
      return () => value;
    }
    case "dynamic": {
      const source = compiler.value(arg.source);
      const { narrow } = arg.type;
      const { span } = arg.source.node;
      return (record) => {
        const value = source(record);
        try {
          return narrow(value);
        } catch (error) {
          throw locate(error, span);
        }
      };
    }
    case "items": {
      const items = arg.items.map((item) => compileArgument(item, compiler));
      if (arg.type.items?.dynamic === true) return (record) => items.map((item) => item(record));
      return (record) => ({ [Symbol.iterator]: () => evaluated(items, record) });
    }
    default:
      return assertNever(arg);
  }
}

/** The items of a list whose function may stop before the last: each is evaluated when it is asked for. */
function* evaluated(items: readonly Run<unknown>[], record: object): Generator<unknown> {
  for (const item of items) yield item(record);
}
