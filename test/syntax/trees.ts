import type {
  Argument,
  Binary,
  Call,
  Expression,
  Key,
  MathOperator,
  Node,
  Path,
  Statement,
} from "../../src/syntax/ast.ts";
import fc from "../property.ts";

/**
 * Generates the trees that the parser can make, without useful spans: `print` promises to write these so that they
 * are read again. Lambdas take everything that follows them, so they only stand where a comma or a bracket follows.
 */
const span = { start: 0, end: 0 };
const keywords = new Set(["nil", "not", "or", "and", "true", "false"]);
const words = fc.constantFrom(
  "a",
  "b",
  "name",
  "where",
  "http_status",
  "x1",
  "attributes",
  "nilx",
  "resource",
);
const anyWord = fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/).filter((word) => !keywords.has(word));
const word = fc.oneof(words, anyWord);
const upper = fc.oneof(
  fc.constantFrom("FOO", "A", "SPAN_KIND_SERVER", "AND", "NOT", "WHERE"),
  fc.stringMatching(/^[A-Z][A-Z0-9_]{0,5}$/),
);
const converterName = fc.oneof(
  fc.constantFrom("Len", "IsMatch", "Xor", "Xnil", "A_not", "SHA256", "Isnt", "ANDnot"),
  fc.stringMatching(/^[A-Z][A-Za-z0-9_]{0,6}$/),
);
const functionName = fc.oneof(
  fc.constantFrom("Len", "Xor", "SHAnil"),
  fc.stringMatching(/^[A-Z][A-Z0-9_]{0,3}[a-z][A-Za-z0-9_]{0,4}$/),
);
const editorName = fc.oneof(
  fc.constantFrom("set", "where", "nil", "not", "keep_keys"),
  fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,6}$/),
);
const argumentName = fc.oneof(
  fc.constantFrom("delimiter", "or", "targetX"),
  fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,5}$/),
);
const textValue = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ".",
    ":",
    "where",
    "",
    "\n",
    '"',
    "\\",
    "\u2028",
    "é",
    "😀",
    "\0",
  ),
);
const digits = fc.bigInt({ min: 0n, max: 9223372036854775807n }).map(String);
const float = fc.oneof(
  fc.constantFrom("1.5", "1.", ".5", "1.0e3", "0.0", "2.5E-3", "1.0e-400"),
  fc.nat(9999).map((n) => `${n}.25`),
);

const text = textValue.map((value) => ({
  kind: "StringLiteral" as const,
  span,
  value: value.toWellFormed(),
}));
const int = digits.map((value) => ({ kind: "IntLiteral" as const, span, value }));
const double = float.map((image) => ({
  kind: "DoubleLiteral" as const,
  span,
  value: Number(image),
  text: image,
}));
const literal = fc.oneof(
  text,
  fc.constant({ kind: "NilLiteral" as const, span }),
  fc.boolean().map((value) => ({ kind: "BooleanLiteral" as const, span, value })),
  fc.stringMatching(/^(?:[0-9a-f]{2}){1,4}$/).map((hex) => ({ kind: "BytesLiteral" as const, span, hex })),
  upper.map((name) => ({ kind: "EnumLiteral" as const, span, name })),
);

const calculation = (operators: readonly MathOperator[]) => (operands: readonly Expression[]) =>
  fc
    .array(fc.constantFrom(...operators), { minLength: operands.length, maxLength: operands.length })
    .map((chosen) =>
      operands.slice(1).reduce((left: Expression, right, index): Binary => {
        return { kind: "Binary", span, operator: chosen[index] ?? "+", operatorSpan: span, left, right };
      }, operands[0] as Expression),
    );

const beginsWithInt = (node: Expression): boolean =>
  node.kind === "IntLiteral" || (node.kind === "Binary" && beginsWithInt(node.left));

type Parts = {
  value: Expression;
  condition: Expression;
  lambda: Expression;
  any: Expression;
  sum: Expression;
  factor: Expression;
  test: Expression;
  path: Path;
  call: Call;
  keys: Key[];
  args: Argument[];
};

const depthSize = { maxDepth: 5, depthIdentifier: fc.createDepthIdentifier() };
const few = { maxLength: 3 };

const parts = fc.letrec<Parts>((tie) => ({
  value: fc.oneof(depthSize, literal, tie("sum"), tie("path"), listOf(tie("any")), mapOf(tie)),
  any: fc.oneof({ ...depthSize, withCrossShrink: true }, tie("value"), tie("lambda")),
  lambda: fc.record({
    kind: fc.constant("Lambda" as const),
    span: fc.constant(span),
    params: fc.array(
      fc.oneof(word, fc.constant("_")).map((name) => ({ kind: "LambdaParam" as const, span, name })),
      few,
    ),
    body: fc.oneof(depthSize, tie("value"), tie("condition")),
  }),
  sum: fc
    .array(fc.array(tie("factor"), { minLength: 1, maxLength: 2 }).chain(calculation(["*", "/"])), {
      minLength: 1,
      maxLength: 3,
    })
    .chain(calculation(["+", "-"])),
  factor: fc
    .record({
      sign: fc.constantFrom(null, null, "-" as const, "+" as const),
      operand: fc.oneof(depthSize, int, double, tie("path"), tie("call"), tie("sum").map(group)),
    })
    .map(({ sign, operand }) =>
      sign === null ? operand : { kind: "Unary" as const, span, operator: sign, operand },
    ),
  test: fc
    .record({
      negated: fc.boolean(),
      operand: fc.oneof(
        depthSize,
        fc.boolean().map((value) => ({ kind: "BooleanLiteral" as const, span, value })),
        tie("call"),
        tie("condition").map(group),
        fc.record({
          kind: fc.constant("Binary" as const),
          span: fc.constant(span),
          operator: fc.constantFrom("==", "!=", "<", "<=", ">", ">="),
          operatorSpan: fc.constant(span),
          left: tie("value"),
          right: tie("value"),
        }),
      ),
    })
    .map(
      ({ negated, operand }): Expression =>
        negated ? { kind: "Unary", span, operator: "not", operand } : operand,
    ),
  condition: fc
    .array(fc.array(tie("test"), { minLength: 1, maxLength: 3 }).map(logical("and")), {
      minLength: 1,
      maxLength: 3,
    })
    .map(logical("or")),
  path: fc
    .array(
      fc.record({
        kind: fc.constant("Segment" as const),
        span: fc.constant(span),
        name: word,
        keys: tie("keys"),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((segments) => ({ kind: "Path" as const, span, segments })),
  keys: fc.array(
    fc
      .oneof(
        depthSize,
        text,
        int,
        tie("sum").filter((sum) => !(sum.kind === "Binary" && beginsWithInt(sum))),
      )
      .map((expression) => ({ kind: "Key" as const, span, expression })),
    { maxLength: 2 },
  ),
  call: callOf("converter", converterName, tie("args"), tie("keys")),
  args: fc.array(
    fc.record({
      kind: fc.constant("Argument" as const),
      span: fc.constant(span),
      name: fc.option(argumentName),
      nameSpan: fc.constant(null),
      value: fc.oneof(
        depthSize,
        functionName.map((name) => ({ kind: "FunctionName" as const, span, name })),
        tie("any"),
      ),
    }),
    few,
  ),
}));

function group(expression: Expression): Expression {
  return { kind: "Group", span, expression };
}

function logical(operator: "and" | "or") {
  return (operands: readonly Expression[]): Expression =>
    operands.length === 1 && operands[0] !== undefined
      ? operands[0]
      : { kind: "Logical", span, operator, operands };
}

function listOf(item: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  return fc.array(item, few).map((items) => ({ kind: "ListLiteral", span, items }));
}

function mapOf(tie: fc.LetrecTypedTie<Parts>): fc.Arbitrary<Expression> {
  const entry = fc.record({
    kind: fc.constant("MapEntry" as const),
    span: fc.constant(span),
    key: fc.oneof(depthSize, text, tie("path"), tie("call")),
    value: tie("any"),
  });
  return fc.array(entry, few).map((entries) => ({ kind: "MapLiteral", span, entries }));
}

function callOf(
  role: Call["role"],
  name: fc.Arbitrary<string>,
  args: fc.Arbitrary<Argument[]>,
  keys: fc.Arbitrary<Key[]>,
): fc.Arbitrary<Call> {
  const kind = fc.constant("Call" as const);
  return fc.record({
    kind,
    span: fc.constant(span),
    role: fc.constant(role),
    name,
    nameSpan: fc.constant(span),
    args,
    keys,
  });
}

/** Trees of each kind of text. */
export const trees: {
  readonly statement: fc.Arbitrary<Statement>;
  readonly condition: fc.Arbitrary<Expression>;
  readonly value: fc.Arbitrary<Expression>;
} = {
  statement: fc.record({
    kind: fc.constant("Statement"),
    span: fc.constant(span),
    editor: callOf("editor", editorName, parts.args, fc.constant([])),
    where: fc.option(parts.condition),
  }),
  condition: parts.condition,
  value: parts.any,
};

/** A tree as a text without its spans, for comparison. */
export function withoutSpans(node: Node): string {
  const isSpan = (key: string) => key === "span" || key === "nameSpan" || key === "operatorSpan";
  return JSON.stringify(node, (key, value: unknown) => (isSpan(key) ? undefined : value));
}
