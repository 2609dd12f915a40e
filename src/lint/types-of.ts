import type { CalculateIr, ReadIr, ValueIr } from "../check/ir.ts";
import { mayBeNil, typeOfLeaf } from "../contexts/type-of-leaf.ts";
import { calculate } from "../core/arithmetic.ts";
import { assertNever } from "../core/assert-never.ts";
import { Failure } from "../core/failure.ts";
import {
  Duration,
  ListValue,
  MapValue,
  SpanId,
  Telemetry,
  Timestamp,
  TraceId,
  type TypeName,
  typeNameOf,
  type Value,
} from "../core/values.ts";

/** The types that the value of an expression can have on some record, nil included; `undefined` where it can be any. */
export function typesOf(ir: ValueIr): readonly TypeName[] | undefined {
  switch (ir.kind) {
    case "read":
      return typesOfPath(ir);
    case "calculate":
      return typesOfCalculation(ir);
    case "negate":
      return typesOf(ir.operand);
    case "local":
    case "index":
      return undefined;
    case "literal":
    case "list":
    case "map":
    case "call":
      return ir.type === "any" ? undefined : [ir.type];
    default:
      return assertNever(ir);
  }
}

function typesOfPath({ path: { definition }, keys }: ReadIr): readonly TypeName[] | undefined {
  if (keys.length > 0) {
    const isTraceState = definition.kind === "derived" && definition.derivation === "trace state";
    return isTraceState ? ["string", "nil"] : undefined;
  }
  const type = typeOfLeaf(definition);
  if (type === "any") return undefined;
  return mayBeNil(definition) ? [type, "nil"] : [type];
}

/** What a calculation gives with values of the types that its operands can have, as the engine itself calculates. */
function typesOfCalculation({ operator, left, right }: CalculateIr): readonly TypeName[] | undefined {
  const [ones, others] = [typesOf(left), typesOf(right)];
  if (ones === undefined || others === undefined) return undefined;
  const found = new Set<TypeName>();
  for (const one of ones.flatMap(samplesOf))
    for (const other of others.flatMap(samplesOf)) {
      const result = resultOf(() => calculate(operator, one, other));
      if (result !== undefined) found.add(typeNameOf(result));
    }
  return found.size === 0 ? undefined : [...found];
}

function resultOf(calculation: () => Value): Value | undefined {
  try {
    return calculation();
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** Whether the value of an expression is of one type on every record. */
export function isAlways(ir: ValueIr, type: TypeName): boolean {
  const types = typesOf(ir);
  return types?.length === 1 && types[0] === type;
}

/** Values of a type, enough that a comparison, a conversion or a write that depends on more than the type shows it. */
export function samplesOf(type: TypeName): readonly Value[] {
  return samples[type];
}

const samples: Readonly<Record<TypeName, readonly Value[]>> = {
  nil: [null],
  bool: [false, true],
  int: [0n, 1n, 2n],
  double: [0, 1, 2.5],
  string: ["", "1", "a", "true", "{}", "[]", "00000000000000000000000000000001", "0000000000000001"],
  bytes: [new Uint8Array(), Uint8Array.of(1), Uint8Array.of(2)],
  list: [new ListValue([], "slice"), new ListValue([1n], "slice"), new ListValue(["a"], "literal")],
  map: [new MapValue([], []), new MapValue(["a"], [1n])],
  time: [new Timestamp(0n), new Timestamp(1n), new Timestamp(2n)],
  duration: [new Duration(0n), new Duration(1n), new Duration(2n)],
  "trace id": [new TraceId("0".repeat(32)), new TraceId("1".repeat(32))],
  "span id": [new SpanId("0".repeat(16)), new SpanId("1".repeat(16))],
  telemetry: [new Telemetry("sample", {}, 0)],
  any: [],
};
