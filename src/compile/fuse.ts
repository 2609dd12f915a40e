/**
 * Fusing: rules from IR to IR, each naming the nodes it replaces. They never change a verdict: operands are joined
 * only where they are neighbours and read one path, and a fused node hands unusual records to what it replaced.
 */
import type { BooleanIr, CallIr, CompareIr, LiteralIr, ReadIr, ValueIr } from "../check/ir.ts";
import type { TextTest } from "../functions/define-function.ts";
import type { ComparisonOperator } from "../syntax/ast.ts";
import { type FusedIr, isFused, onlyKey, type TextIr } from "./fused-ir.ts";

/** The same condition with fused nodes where a rule applies. */
export function fuse(ir: BooleanIr): BooleanIr | FusedIr {
  switch (ir.kind) {
    case "compare":
      for (const rule of compareRules) {
        const fused = rule(ir);
        if (fused !== undefined) return fused;
      }
      return ir;
    case "truth":
      return (ir.value.kind === "call" && fuseTextTest(ir.value, ir)) || ir;
    case "logical": {
      const operands = joinNeighbours(ir.operator, ir.operands, ir.operands.map(fuse));
      const [only] = operands;
      if (operands.length === 1 && only !== undefined) return only;
      return operands.some(isFused) ? { kind: "fused chain", operator: ir.operator, operands } : ir;
    }
    case "not": {
      const operand = fuse(ir.operand);
      if (!isFused(operand)) return ir;
      if (operand.kind === "fused text") return { ...operand, negated: !operand.negated, plain: ir };
      return { kind: "fused not", operand };
    }
    case "constant":
      return ir;
  }
}

type CompareRule = (ir: CompareIr) => FusedIr | undefined;

/** What a comparison can become, tried in order. */
const compareRules: readonly CompareRule[] = [
  // path == "text", path != "text"
  function textEquality(ir) {
    const sides = pathAndLiteral(ir);
    if (sides === undefined || typeof sides.literal.value !== "string" || onlyKey(sides.read) === null)
      return undefined;
    if (ir.operator !== "==" && ir.operator !== "!=") return undefined;
    const negated = ir.operator === "!=";
    const equals = [sides.literal.value];
    return { kind: "fused text", read: sides.read, equals, tests: [], negated, absent: false, plain: ir };
  },
  // attributes["k"] >= 500, value_double > 1.5
  function pathNumber(ir) {
    const sides = pathAndLiteral(ir);
    const literal = sides && exactNumber(sides.literal);
    if (sides === undefined || literal === undefined || onlyKey(sides.read) === null) return undefined;
    return {
      kind: "fused number",
      read: sides.read,
      operator: operatorIndex[sides.operator],
      literal,
      plain: ir,
    };
  },
  // attributes["k"] == nil
  function attributeNil(ir) {
    const sides = pathAndLiteral(ir);
    if (sides === undefined || sides.literal.value !== null || typeof onlyKey(sides.read) !== "string")
      return undefined;
    if (ir.operator !== "==" && ir.operator !== "!=") return undefined;
    return { kind: "fused nil", read: sides.read, equal: ir.operator === "==", plain: ir };
  },
  // (time_unix_nano - start_time_unix_nano) / 1000000 > 250
  function timeDifference(ir) {
    if (ir.right.kind !== "literal") return undefined;
    const literal = exactNumber(ir.right);
    const { dividend, divisor } = division(ir.left);
    if (literal === undefined || divisor === undefined || dividend.kind !== "calculate") return undefined;
    const { operator, left, right } = dividend;
    if (operator !== "-" || left.kind !== "read" || right.kind !== "read") return undefined;
    const index = operatorIndex[ir.operator];
    return { kind: "fused difference", left, right, divisor, operator: index, literal, plain: ir };
  },
];

const operatorIndex: { readonly [O in ComparisonOperator]: number } = {
  "==": 0,
  "!=": 1,
  "<": 2,
  "<=": 3,
  ">": 4,
  ">=": 5,
};
const mirrored: { readonly [O in ComparisonOperator]: ComparisonOperator } = {
  "==": "==",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/** The path and the literal of a comparison, the operator turned round where the literal comes first. */
function pathAndLiteral(
  ir: CompareIr,
): { readonly read: ReadIr; readonly literal: LiteralIr; readonly operator: ComparisonOperator } | undefined {
  const { left, right, operator } = ir;
  if (left.kind === "read" && right.kind === "literal") return { read: left, literal: right, operator };
  if (left.kind === "literal" && right.kind === "read") {
    return { read: right, literal: left, operator: mirrored[operator] };
  }
  return undefined;
}

/** A number literal that int and double values can be compared with exactly as a JavaScript number. */
function exactNumber({ value }: LiteralIr): number | undefined {
  if (typeof value === "bigint")
    return value <= 2n ** 53n && value >= -(2n ** 53n) ? Number(value) : undefined;
  return typeof value === "number" && Math.abs(value) <= 2 ** 53 ? value : undefined;
}

function division(ir: ValueIr): { readonly dividend: ValueIr; readonly divisor: number | undefined } {
  if (ir.kind !== "calculate" || ir.operator !== "/" || ir.right.kind !== "literal")
    return { dividend: ir, divisor: 1 };
  const { value } = ir.right;
  const whole = typeof value === "bigint" && value > 0n && value <= 2n ** 53n;
  return { dividend: ir.left, divisor: whole ? Number(value) : undefined };
}

/** A call that tests the text of a path with literals only, such as `IsMatch(name, "x.*")`. */
function fuseTextTest(call: CallIr, plain: BooleanIr): FusedIr | undefined {
  const { definition, reads, args } = call;
  const [subject, ...others] = args;
  if (definition.textTest === undefined || reads.length > 0 || subject?.kind !== "dynamic") return undefined;
  if (subject.source.kind !== "read" || onlyKey(subject.source) === null) return undefined;
  const literals: unknown[] = [];
  for (const other of others) {
    if (other.kind !== "constant") return undefined;
    literals.push(other.value);
  }
  const test = (definition.textTest as (...literals: unknown[]) => TextTest)(...literals);
  return {
    kind: "fused text",
    read: subject.source,
    equals: [],
    tests: [test],
    negated: false,
    absent: test.nil,
    plain,
  };
}

/**
 * Neighbours of an `or` that test one text become one node; those of an `and` likewise when all are negated:
 * `a != "x" and a != "y"` is not (`a` is one of "x", "y").
 */
function joinNeighbours(
  operator: "and" | "or",
  plain: readonly BooleanIr[],
  fused: readonly (BooleanIr | FusedIr)[],
): readonly (BooleanIr | FusedIr)[] {
  const joined: (BooleanIr | FusedIr)[] = [];
  const negated = operator === "and";
  for (let i = 0; i < fused.length; ) {
    const first = fused[i] as BooleanIr | FusedIr;
    const run = [first];
    while (
      i + run.length < fused.length &&
      joinable(first, fused[i + run.length] as BooleanIr | FusedIr, negated)
    ) {
      run.push(fused[i + run.length] as FusedIr);
    }
    joined.push(
      run.length === 1 ? first : join(run as TextIr[], operator, plain.slice(i, i + run.length), negated),
    );
    i += run.length;
  }
  return joined;
}

function joinable(a: BooleanIr | FusedIr, b: BooleanIr | FusedIr, negated: boolean): boolean {
  if (a.kind !== "fused text" || b.kind !== "fused text") return false;
  const samePath =
    a.read.path.definition === b.read.path.definition && a.read.path.owner === b.read.path.owner;
  return samePath && onlyKey(a.read) === onlyKey(b.read) && a.negated === negated && b.negated === negated;
}

function join(
  run: readonly TextIr[],
  operator: "and" | "or",
  plain: readonly BooleanIr[],
  negated: boolean,
): TextIr {
  const [first] = run as readonly [TextIr];
  const replaced: BooleanIr = {
    kind: "logical",
    type: "bool",
    operator,
    operands: plain,
    written: plain,
    node: plainNode(plain),
  };
  return {
    kind: "fused text",
    read: first.read,
    equals: run.flatMap((part) => part.equals),
    tests: joinTests(run.flatMap((part) => part.tests)),
    negated,
    absent: absentOf(run),
    plain: replaced,
  };
}

/** Where all parts know their verdict on an absent attribute, whether one of them holds. */
function absentOf(run: readonly TextIr[]): boolean | undefined {
  return run.some((part) => part.absent === undefined) ? undefined : run.some((part) => part.absent === true);
}

function plainNode(plain: readonly BooleanIr[]): BooleanIr["node"] {
  return (plain as readonly [BooleanIr])[0].node;
}

/** Several patterns become one where their function knows how. */
function joinTests(tests: readonly TextTest[]): readonly TextTest[] {
  const patterns = tests.map((test) => test.pattern);
  const join = tests.find((test) => test.join !== undefined)?.join;
  if (tests.length < 2 || join === undefined || !patterns.every((pattern) => pattern !== undefined))
    return tests;
  const joined = join(patterns);
  return joined === undefined ? tests : [joined];
}
