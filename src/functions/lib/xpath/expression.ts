import { invalid, Scanner } from "./scanner.ts";

/** What kind of node a step takes; `all` is any. */
export type NodeTest = "element" | "attribute" | "text" | "comment" | "all";

export interface Step {
  readonly kind: "step";
  readonly axis: string;
  readonly test: NodeTest;
  readonly prefix: string;
  /** Empty: any. */
  readonly name: string;
  readonly input: Expression | undefined;
}

/** A parsed XPath. */
export type Expression =
  | Step
  | { readonly kind: "root" }
  | { readonly kind: "literal"; readonly value: string | number }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "group"; readonly input: Expression }
  | { readonly kind: "filter"; readonly input: Expression; readonly condition: Expression }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | Operation;

export interface Operation {
  readonly kind: "operation";
  readonly operator: Operator;
  readonly left: Expression;
  readonly right: Expression;
}

export type Operator = (typeof levels)[number][number] | "|";

const deepest = 200;
/** Parentheses in a path, which the reference does not limit. */
const deepestSequence = 1_000;

/** The operators, those that bind least first. */
const levels = [
  ["or"],
  ["and"],
  ["=", "!="],
  ["<", ">", "<=", ">="],
  ["+", "-"],
  ["*", "div", "mod"],
] as const;
const nodeTypes = new Set(["node", "text", "processing-instruction", "comment"]);
const stepBegins = new Set([".", "..", "@", "axis", "*", "name"]);

/**
 * Parses an XPath 1.0 as `antchfx/xpath` does: what follows a whole expression is not looked at. Throws `invalid_xpath`.
 */
export function parseXPath(source: string): Expression {
  if (source === "") throw invalid("it is empty");
  return new Parser(source).parseExpression();
}

class Parser {
  readonly #scanner: Scanner;
  #depth = 0;
  #sequenceDepth = 0;

  constructor(source: string) {
    this.#scanner = new Scanner(source);
  }

  parseExpression(): Expression {
    if (++this.#depth > deepest) throw invalid(`it is nested more than ${deepest} levels deep`);
    const expression = this.#parseLevel(0);
    this.#depth--;
    return expression;
  }

  #parseLevel(level: number): Expression {
    const operators: readonly string[] | undefined = levels[level];
    if (operators === undefined) return this.#parseUnary();
    let left = this.#parseLevel(level + 1);
    for (;;) {
      const operator = this.#operator();
      if (!operators.includes(operator)) return left;
      this.#scanner.next();
      // what the list includes is an operator
      left = { kind: "operation", operator: operator as Operator, left, right: this.#parseLevel(level + 1) };
    }
  }

  #operator(): string {
    const { kind, name, prefix } = this.#scanner;
    if (kind !== "name") return kind;
    return prefix === "" ? name : "";
  }

  #parseUnary(): Expression {
    let negative = false;
    for (; this.#scanner.kind === "-"; this.#scanner.next()) negative = !negative;
    const operand = this.#parseUnion();
    if (!negative) return operand;
    return { kind: "operation", operator: "*", left: operand, right: { kind: "literal", value: -1 } };
  }

  #parseUnion(): Expression {
    let left = this.#parsePath();
    while (this.#take("|")) left = { kind: "operation", operator: "|", left, right: this.#parsePath() };
    return left;
  }

  #parsePath(): Expression {
    if (!this.#beginsPrimary()) return this.#parseLocationPath();
    const primary = this.#parsePredicates(this.#parsePrimary());
    if (this.#take("/")) return this.#parseSteps(primary);
    if (this.#take("//")) return this.#parseSteps(anything("descendant-or-self", primary));
    return primary;
  }

  #beginsPrimary(): boolean {
    const { kind, opens } = this.#scanner;
    return ["string", "number", "$", "("].includes(kind) || (kind === "name" && opens && !this.#isNodeType());
  }

  #isNodeType(): boolean {
    return this.#scanner.prefix === "" && nodeTypes.has(this.#scanner.name);
  }

  #parsePrimary(): Expression {
    const { kind, text, value } = this.#scanner;
    if (kind === "name") return this.#parseCall();
    this.#scanner.next();
    if (kind === "string") return { kind: "literal", value: text };
    if (kind === "number") return { kind: "literal", value };
    if (kind === "$") return this.#parseVariable();
    const input = this.parseExpression();
    this.#skip(")");
    return input.kind === "literal" ? input : { kind: "group", input };
  }

  #parseVariable(): Expression {
    const { prefix, name } = this.#scanner;
    this.#skip("name");
    return { kind: "variable", name: prefix === "" ? name : `${prefix}:${name}` };
  }

  /** A prefix of a function says nothing. */
  #parseCall(): Expression {
    const { name } = this.#scanner;
    this.#skip("name");
    this.#skip("(");
    const args: Expression[] = [];
    while (!this.#take(")")) {
      if (args.length > 0) this.#skip(",");
      args.push(this.parseExpression());
    }
    return { kind: "call", name, args };
  }

  #parsePredicates(begin: Expression): Expression {
    let input = begin;
    while (this.#take("[")) {
      const condition = this.parseExpression();
      this.#skip("]");
      input = { kind: "filter", input, condition };
    }
    return input;
  }

  #parseLocationPath(): Expression {
    const root: Expression = { kind: "root" };
    if (this.#take("/")) return stepBegins.has(this.#scanner.kind) ? this.#parseSteps(root) : root;
    if (this.#take("//")) return this.#parseSteps(anything("descendant-or-self", root));
    return this.#parseSteps(undefined);
  }

  #parseSteps(input: Expression | undefined): Expression {
    let steps = this.#parseStep(input);
    for (;;) {
      if (this.#take("//")) steps = anything("descendant-or-self", steps);
      else if (!this.#take("/")) return steps;
      steps = this.#parseStep(steps);
    }
  }

  #parseStep(input: Expression | undefined): Expression {
    const { kind, name } = this.#scanner;
    if (this.#take(".")) return this.#parsePredicates(anything("self", input));
    if (this.#take("..")) return this.#parsePredicates(anything("parent", input));
    if (kind === "(") return this.#parseSequence(input);
    if (kind === "@" || kind === "axis") this.#scanner.next();
    const axis = kind === "@" ? "attribute" : kind === "axis" ? name : "child";
    return this.#parsePredicates(this.#parseNodeTest(axis, input));
  }

  /** Several steps from one node: `a/(b, c)`. */
  #parseSequence(input: Expression | undefined): Expression {
    if (++this.#sequenceDepth > deepestSequence) throw invalid("it has too many parentheses");
    this.#skip("(");
    let left = this.#parseStep(input);
    while (this.#take(",")) left = { kind: "operation", operator: "|", left, right: this.#parseStep(input) };
    this.#skip(")");
    this.#sequenceDepth--;
    return left;
  }

  #parseNodeTest(axis: string, input: Expression | undefined): Expression {
    const scanner = this.#scanner;
    const own = axis === "attribute" ? "attribute" : "element";
    if (this.#take("*")) return { kind: "step", axis, test: own, prefix: "", name: "", input };
    if (scanner.kind !== "name") throw invalid("expected the name of a node");
    const { prefix, name } = scanner;
    if (scanner.opens && this.#isNodeType()) return this.#parseNodeType(axis, own, input);
    scanner.next();
    // the scanner still has the name, unless another one follows
    return { kind: "step", axis, test: own, prefix, name: scanner.name === "*" ? "" : name, input };
  }

  #parseNodeType(axis: string, own: NodeTest, input: Expression | undefined): Expression {
    const scanner = this.#scanner;
    const type = scanner.name;
    let name = "";
    scanner.next();
    this.#skip("(");
    if (type === "processing-instruction" && scanner.kind !== ")") {
      name = scanner.text;
      this.#skip("string");
    }
    this.#skip(")");
    const test = type === "node" ? "all" : type === "comment" || type === "text" ? type : own;
    return { kind: "step", axis, test, prefix: "", name, input };
  }

  #take(kind: Scanner["kind"]): boolean {
    if (this.#scanner.kind !== kind) return false;
    this.#scanner.next();
    return true;
  }

  #skip(kind: Scanner["kind"]): void {
    if (!this.#take(kind)) throw invalid(`expected ${kind}, found ${this.#scanner.kind}`);
  }
}

function anything(axis: string, input: Expression | undefined): Step {
  return { kind: "step", axis, test: "all", prefix: "", name: "", input };
}
