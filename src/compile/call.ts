import type { ArgumentIr, BooleanIr, CallIr, Ir, Local } from "../check/ir.ts";
import { assertNever } from "../core/assert-never.ts";
import { normalised } from "../core/data.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/values.ts";
import { recordMetric } from "../shapes/otlp-json.ts";
import type { Compiler, Run } from "./compiler.ts";
import { locate } from "./locate.ts";
import { compileOwnPlace, compilePlace } from "./place.ts";

type Evaluate = (...args: unknown[]) => Value;

/** Compiles a call: arguments narrowed to their types, then the function. Up to three arguments need no array. */
export function compileCall(ir: CallIr, compiler: Compiler): Run<Value> {
  const evaluate = ir.evaluate as Evaluate; // check has bound the arguments to its parameters
  const runs = [
    ...ir.reads.map((read) => compiler.value(read)),
    ...ir.writes.map((path) => compileOwnPlace(path, compiler)),
    ...(ir.definition.metric ? [recordMetric] : []),
    ...ir.args.map((arg) => compileArgument(arg, compiler, ir.args)),
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

function compileArgument(arg: ArgumentIr, compiler: Compiler, all: readonly ArgumentIr[] = []): Run<unknown> {
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
    case "place":
      return compilePlace(arg, compiler, all);
    case "lazy": {
      const run = compileArgument(arg.argument, compiler);
      return (record) => () => run(record);
    }
    case "function": {
      const { value } = arg;
      return () => value;
    }
    case "lambda":
      return compileLambda(arg.locals, arg.body, arg.type, compiler);
    default:
      return assertNever(arg);
  }
}

/** A lambda leaves each value that it is called with where its body finds it. */
function compileLambda(
  locals: readonly (Local | undefined)[],
  body: Ir,
  { narrow }: Type,
  compiler: Compiler,
): Run<unknown> {
  const run = isBoolean(body) ? compiler.boolean(body) : compiler.value(body);
  const { span } = body.node;
  return (record) =>
    (...values: readonly Value[]) => {
      for (let i = 0; i < locals.length; i++) {
        const local = locals[i];
        if (local !== undefined) local.value = normalised(values[i] ?? null);
      }
      const value = run(record);
      try {
        return narrow(value);
      } catch (error) {
        throw locate(error, span);
      }
    };
}

function isBoolean(ir: Ir): ir is BooleanIr {
  return (
    ir.kind === "constant" ||
    ir.kind === "compare" ||
    ir.kind === "truth" ||
    ir.kind === "logical" ||
    ir.kind === "not"
  );
}

/** The items of a list whose function may stop before the last: each is evaluated when it is asked for. */
function* evaluated(items: readonly Run<unknown>[], record: object): Generator<unknown> {
  for (const item of items) yield item(record);
}
