import { addNanos } from "./calendar.ts";
import { Failure } from "./failure.ts";
import { Duration, Timestamp, typeNameOf, type Value } from "./values.ts";

/** The four calculations of the language. */
export type Calculation = "+" | "-" | "*" | "/";

/**
 * Calculates as the reference does (math.go): int64 wraps around, an int and a double make a double, times and
 * durations add and subtract. Throws `operand_type` and `division_by_zero`.
 */
export function calculate(operator: Calculation, a: Value, b: Value): Value {
  if (typeof a === "bigint") {
    if (typeof b === "bigint") return calculateInt(operator, a, b);
    if (typeof b === "number") return calculateDouble(operator, Number(a), b);
  } else if (typeof a === "number") {
    if (typeof b === "number") return calculateDouble(operator, a, b);
    if (typeof b === "bigint") return calculateDouble(operator, a, Number(b));
  } else if (a instanceof Timestamp) {
    return calculateTime(operator, a, b);
  } else if (a instanceof Duration) {
    return calculateDuration(operator, a, b);
  }
  throw unfit(operator, a, b);
}

/** Changes the sign of an int or a double. Throws `operand_type`. */
export function negate(value: Value): Value {
  if (typeof value === "bigint") return wrap(-value);
  if (typeof value === "number") return -value;
  throw new Failure("operand_type", { operator: "-", operands: typeNameOf(value) });
}

function calculateInt(operator: Calculation, a: bigint, b: bigint): bigint {
  switch (operator) {
    case "+":
      return wrap(a + b);
    case "-":
      return wrap(a - b);
    case "*":
      return wrap(a * b);
    case "/":
      if (b === 0n) throw new Failure("division_by_zero");
      return wrap(a / b);
  }
}

function calculateDouble(operator: Calculation, a: number, b: number): number {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      if (b === 0) throw new Failure("division_by_zero");
      return a / b;
  }
}

function calculateTime(operator: Calculation, a: Timestamp, b: Value): Value {
  if (operator === "+" && b instanceof Duration) return addNanos(a, b.nanos);
  if (operator === "-" && b instanceof Duration) return addNanos(a, wrap(-b.nanos));
  if (operator === "-" && b instanceof Timestamp) return new Duration(clamp(a.nanos - b.nanos));
  throw unfit(operator, a, b);
}

function calculateDuration(operator: Calculation, a: Duration, b: Value): Value {
  if (operator === "+" && b instanceof Duration) return new Duration(wrap(a.nanos + b.nanos));
  if (operator === "+" && b instanceof Timestamp) return addNanos(b, a.nanos);
  if (operator === "-" && b instanceof Duration) return new Duration(wrap(a.nanos - b.nanos));
  throw unfit(operator, a, b);
}

function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/** The difference of two times stops at the longest duration instead of wrapping around. */
function clamp(value: bigint): bigint {
  const wrapped = wrap(value);
  if (wrapped === value) return value;
  return value < 0n ? -(2n ** 63n) : 2n ** 63n - 1n;
}

function unfit(operator: Calculation, a: Value, b: Value): Failure {
  return new Failure("operand_type", { operator, operands: `${typeNameOf(a)} and ${typeNameOf(b)}` });
}
