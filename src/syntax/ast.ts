/**
 * The syntax tree: plain JSON of readonly objects, each with `kind` and `span`. There are no types, parents or
 * meanings in it; `check` answers those beside it.
 */
import type { Span } from "../diagnostics/diagnostic.ts";

export type { Span };

/** A whole statement: an editor and, optionally, the condition under which it runs. */
export interface Statement {
  readonly kind: "Statement";
  readonly span: Span;
  readonly editor: Call | Missing;
  readonly where: Expression | null;
}

/** Anything that has a value, boolean expressions included. */
export type Expression =
  | Logical
  | Unary
  | Binary
  | Group
  | Call
  | Path
  | NilLiteral
  | BooleanLiteral
  | IntLiteral
  | DoubleLiteral
  | StringLiteral
  | BytesLiteral
  | EnumLiteral
  | ListLiteral
  | MapLiteral
  | Lambda
  | Missing;

/** `a and b and c`, `a or b`: two operands or more. */
export interface Logical {
  readonly kind: "Logical";
  readonly span: Span;
  readonly operator: "and" | "or";
  readonly operands: readonly Expression[];
}

export interface Unary {
  readonly kind: "Unary";
  readonly span: Span;
  readonly operator: "not" | "-" | "+";
  readonly operand: Expression;
}

export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";
export type MathOperator = "+" | "-" | "*" | "/";

/** A comparison or a calculation; calculations are left-associative. */
export interface Binary {
  readonly kind: "Binary";
  readonly span: Span;
  readonly operator: ComparisonOperator | MathOperator;
  readonly operatorSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
}

/** Parentheses, of a boolean expression or of a calculation: `(1)` is not `1` to a literal parameter. */
export interface Group {
  readonly kind: "Group";
  readonly span: Span;
  readonly expression: Expression;
}

/** A call of an editor (`set(…)`) or a converter (`Len(…)`); only converters may have keys. */
export interface Call {
  readonly kind: "Call";
  readonly span: Span;
  readonly role: "editor" | "converter";
  /** The name without the white space that the grammar allows inside it. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: readonly Argument[];
  readonly keys: readonly Key[];
}

/** One argument, with its name where it was given one. A bare `Uppercase` name such as `Len` is a `FunctionName`. */
export interface Argument {
  readonly kind: "Argument";
  readonly span: Span;
  readonly name: string | null;
  readonly nameSpan: Span | null;
  readonly value: Expression | FunctionName;
}

/** A function given as an argument: `replace_pattern(…, SHA256)`. A name without lower case is an `EnumLiteral`. */
export interface FunctionName {
  readonly kind: "FunctionName";
  readonly span: Span;
  readonly name: string;
}

/** `resource.attributes["a"][0]`: one segment or more, each with its keys. */
export interface Path {
  readonly kind: "Path";
  readonly span: Span;
  readonly segments: readonly Segment[];
}

export interface Segment {
  readonly kind: "Segment";
  readonly span: Span;
  readonly name: string;
  readonly keys: readonly Key[];
}

/** One index: `["k"]`, `[0]`, or an expression. */
export interface Key {
  readonly kind: "Key";
  readonly span: Span;
  readonly expression: Expression;
}

export interface NilLiteral {
  readonly kind: "NilLiteral";
  readonly span: Span;
}

export interface BooleanLiteral {
  readonly kind: "BooleanLiteral";
  readonly span: Span;
  readonly value: boolean;
}

/** A whole number as its decimal digits, within int64. */
export interface IntLiteral {
  readonly kind: "IntLiteral";
  readonly span: Span;
  readonly value: string;
}

export interface DoubleLiteral {
  readonly kind: "DoubleLiteral";
  readonly span: Span;
  readonly value: number;
  /** As written. */
  readonly text: string;
}

/** A string with its escapes undone. */
export interface StringLiteral {
  readonly kind: "StringLiteral";
  readonly span: Span;
  readonly value: string;
}

/** `0x0a0b` as lower-case hexadecimal digits without the prefix. */
export interface BytesLiteral {
  readonly kind: "BytesLiteral";
  readonly span: Span;
  readonly hex: string;
}

export interface EnumLiteral {
  readonly kind: "EnumLiteral";
  readonly span: Span;
  readonly name: string;
}

export interface ListLiteral {
  readonly kind: "ListLiteral";
  readonly span: Span;
  readonly items: readonly Expression[];
}

export interface MapLiteral {
  readonly kind: "MapLiteral";
  readonly span: Span;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly kind: "MapEntry";
  readonly span: Span;
  readonly key: StringLiteral | Call | Path | Missing;
  readonly value: Expression;
}

/** `(a, b) => body`; `_` is a blank parameter. */
export interface Lambda {
  readonly kind: "Lambda";
  readonly span: Span;
  readonly params: readonly LambdaParam[];
  readonly body: Expression;
}

export interface LambdaParam {
  readonly kind: "LambdaParam";
  readonly span: Span;
  readonly name: string;
}

/** Stands where a part is missing or unreadable; there is a diagnostic for it. */
export interface Missing {
  readonly kind: "Missing";
  readonly span: Span;
}

/** Every kind of node. */
export type Node = Statement | Expression | Argument | FunctionName | Segment | Key | MapEntry | LambdaParam;

/** The node of a kind. */
export type NodeOf<K extends Node["kind"]> = Extract<Node, { kind: K }>;
type ChildKey<N> = {
  [P in keyof N]-?: NonNullable<N[P]> extends Node | readonly Node[] ? P : never;
}[keyof N];

/** The properties of each kind that hold child nodes, in source order. */
export const childKeys: { readonly [K in Node["kind"]]: readonly ChildKey<NodeOf<K>>[] } = {
  Statement: ["editor", "where"],
  Logical: ["operands"],
  Unary: ["operand"],
  Binary: ["left", "right"],
  Group: ["expression"],
  Call: ["args", "keys"],
  Argument: ["value"],
  FunctionName: [],
  Path: ["segments"],
  Segment: ["keys"],
  Key: ["expression"],
  NilLiteral: [],
  BooleanLiteral: [],
  IntLiteral: [],
  DoubleLiteral: [],
  StringLiteral: [],
  BytesLiteral: [],
  EnumLiteral: [],
  ListLiteral: ["items"],
  MapLiteral: ["entries"],
  MapEntry: ["key", "value"],
  Lambda: ["params", "body"],
  LambdaParam: [],
  Missing: [],
};
