import { childrenOf } from "../../check/children.ts";
import type { ArgumentIr, CallIr, Ir, ValueIr } from "../../check/ir.ts";
import { compileValue } from "../../compile/compile.ts";
import { Failure } from "../../core/failure.ts";
import { indexResult } from "../../core/indexing.ts";
import type { Type } from "../../core/types.ts";
import { messageOf } from "../../diagnostics/messages.ts";
import { callOfValue, isOfType } from "../call-of-value.ts";
import { defineRule } from "../define-rule.ts";
import { samplesOf, typesOf } from "../types-of.ts";

/** Finds what fails for every value. */
export const alwaysFails = defineRule({
  code: "always_fails",
  severity: "warning",
  summary: "An expression that fails on every record.",
  why: "A text literal that cannot be read, a path of a type that a function does not take, a division by zero: under `ignore` the condition or statement is skipped on every record, under `propagate` every payload is refused.",
  bad: [
    { context: "log", text: 'body == ParseJSON("{level: warn}")' },
    { context: "span", text: 'attributes["timeout"] == Duration("5 seconds")' },
    { context: "log", text: 'HasPrefix(severity_number, "1")' },
    { context: "log", kind: "statement", text: 'set(attributes["rate"], attributes["n"] / 0)' },
    { context: "log", kind: "statement", text: "set(body, Len(severity_number))" },
    { context: "log", kind: "statement", text: 'delete_key(severity_text, "a")' },
    { context: "span", text: "Len(name)" },
    { context: "span", text: "attributes[0] == 1" },
    { context: "span", kind: "value", text: 'Concat(["a"], "")["b"]' },
  ],
  good: [
    { context: "log", text: 'body == ParseJSON("{\\"level\\": \\"warn\\"}")' },
    { context: "span", text: 'attributes["timeout"] == Duration("5s")' },
    { context: "log", text: 'HasPrefix(severity_text, "W")' },
    { context: "log", text: "Int(severity_text) == 1" },
    { context: "log", kind: "statement", text: 'delete_key(body, "a")' },
  ],
  *check({ nodes, text }) {
    const failed = new Set<Ir>();
    for (const ir of nodes.toReversed()) {
      if (childrenOf(ir).some((child) => failed.has(child))) {
        failed.add(ir);
        continue;
      }
      const failure = failureOf(ir);
      if (failure === undefined) continue;
      failed.add(ir);
      const { span } = ir.node;
      const reason = messageOf(failure.code, failure.params);
      yield { span, params: { text: text.slice(span.start, span.end), reason } };
    }
  },
});

function failureOf(ir: Ir): Failure | undefined {
  switch (ir.kind) {
    case "call":
      if (ir.args.length === 0) return undefined;
      return (ir.definition.kind === "editor" ? undefined : failureOfConstant(ir)) ?? failureOfArguments(ir);
    case "calculate": {
      const divisor = ir.operator === "/" && ir.right.kind === "literal" ? ir.right.value : undefined;
      const isZero = divisor === 0n || divisor === 0;
      return isZero ? new Failure("division_by_zero") : undefined; // types are another rule's
    }
    case "read":
      return ir.keys[0]?.kind === "literal" && typeof ir.keys[0].value === "bigint"
        ? failureOfKey(ir)
        : undefined;
    case "index": {
      const [key] = ir.keys;
      if (key?.kind !== "literal") return undefined;
      return failureOfAll(ir.target, (value) => indexResult(value, key.value), isNotIndexable);
    }
    case "truth": {
      const types = typesOf(ir.value);
      if (types === undefined || types.includes("bool")) return undefined;
      const name = ir.value.kind === "call" ? ir.value.definition.name : "the converter";
      return new Failure("not_boolean", { name, found: types[0] });
    }
    default:
      return undefined;
  }
}

/** Lists of attributes have no numbers. */
function failureOfKey(ir: Extract<Ir, { kind: "read" }>): Failure | undefined {
  const { kind } = ir.path.definition;
  if (kind !== "attributes") return undefined;
  return new Failure("invalid_key", { expected: "string", found: "int" });
}

function failureOfConstant(ir: CallIr): Failure | undefined {
  if (!isIndependent(ir)) return undefined;
  try {
    compileValue(ir)({});
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** Whether a value is the same for every record. */
function isIndependent(ir: ValueIr): boolean {
  switch (ir.kind) {
    case "literal":
      return true;
    case "read":
    case "local":
      return false;
    case "call":
      return !readsByItself(ir) && ir.args.every(isIndependentArgument);
    case "list":
      return ir.items.every(isIndependent);
    case "map":
      return ir.entries.every(({ key, value }) => isIndependent(key) && isIndependent(value));
    case "calculate":
      return isIndependent(ir.left) && isIndependent(ir.right);
    case "negate":
      return isIndependent(ir.operand);
    case "index":
      return isIndependent(ir.target) && ir.keys.every(isIndependent);
  }
}

/** Whether a function looks at the record though no argument says so. */
function readsByItself({ reads, writes, definition }: CallIr): boolean {
  return reads.length > 0 || writes.length > 0 || definition.metric === true;
}

function isIndependentArgument(arg: ArgumentIr): boolean {
  switch (arg.kind) {
    case "constant":
      return true;
    case "dynamic":
      return isIndependent(arg.source);
    case "items":
      return arg.items.every(isIndependentArgument);
    case "lazy":
      return isIndependentArgument(arg.argument);
    default:
      return false;
  }
}

function failureOfArguments(ir: CallIr): Failure | undefined {
  for (const arg of ir.args) {
    const isValue = arg.kind === "dynamic" || arg.kind === "place";
    const failure = isValue ? failureOfArgument(arg.source, arg.type) : undefined;
    if (failure !== undefined) return failure;
  }
  return ir.definition.kind === "editor" ? undefined : failureOfCall(ir);
}

/** The failure of a call of one value whose type the implementation itself does not take. */
function failureOfCall(ir: CallIr): Failure | undefined {
  const call = callOfValue(ir);
  if (call === undefined || isIndependent(call.source)) return undefined;
  return failureOfAll(call.source, call.take, isOfType);
}

function failureOfArgument(source: ValueIr, { narrow }: Type): Failure | undefined {
  return isIndependent(source) ? undefined : failureOfAll(source, narrow, () => true);
}

/** The failure of every value that an expression can have, where they all fail. */
function failureOfAll(
  ir: ValueIr,
  take: (value: never) => unknown,
  counts: (failure: Failure) => boolean,
): Failure | undefined {
  const types = typesOf(ir);
  if (types === undefined) return undefined;
  let first: Failure | undefined;
  for (const sample of types.flatMap(samplesOf)) {
    try {
      take(sample as never); // any value
      return undefined;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (!counts(error)) return undefined;
      first ??= error;
    }
  }
  return first;
}

function isNotIndexable({ code }: Failure): boolean {
  return code === "not_indexable";
}
