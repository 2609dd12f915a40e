/**
 * Makes queries of an XPath. What is made of a step depends on what is around it, above all where predicates ask for
 * positions: the rules are those of `antchfx/xpath`, as they decide which nodes are selected and in what order.
 */
import { quoted } from "../../../diagnostics/quoted.ts";
import { type AxisName, AxisQuery, axes, DeepQuery } from "./axis-query.ts";
import type { Expression, Operation, Step } from "./expression.ts";
import { functions, lastIn, positionIn } from "./functions.ts";
import type { Navigator } from "./navigator.ts";
import {
  BooleanQuery,
  FilterQuery,
  GroupQuery,
  LastQuery,
  MergeQuery,
  ReverseQuery,
  UnionQuery,
} from "./node-queries.ts";
import { ContextQuery, MissingQuery, type Query, RootQuery } from "./query.ts";
import { invalid } from "./scanner.ts";
import { CalculateQuery, CallQuery, CompareQuery, LiteralQuery } from "./value-queries.ts";

/** What the expression around asks of a step: to go down behind another that does, or to keep steps apart. */
interface Wish {
  readonly deep?: boolean;
  readonly apart?: boolean;
}

/** What is known of a query that was made. */
interface Traits {
  /** A predicate by position. */
  filtered: boolean;
  asksPosition: boolean;
  asksLast: boolean;
}

const deepest = 1024;
/** Clones of more queries than this would take too long. */
const mostQueries = 20_000;
const numeric = new Set([
  "position",
  "last",
  "count",
  "sum",
  "string-length",
  "number",
  "floor",
  "ceiling",
  "round",
]);
const arithmetic = new Set(["+", "-", "*", "div", "mod"]);

/** Makes the query of an XPath; throws `invalid_xpath` where the reference refuses it. */
export function buildQuery(expression: Expression): Query {
  const query = new Builder().build(expression, {}, traits());
  if (query === undefined) throw invalid("it selects nothing");
  return query;
}

class Builder {
  #depth = 0;
  /** The step that was made last: `position()` and `last()` are about its nodes. */
  #step: Query | undefined;

  /** The query of an expression, `undefined` where the reference has none; says in `known` what it is. */
  build(expression: Expression, wish: Wish, known: Traits): Query | undefined {
    if (++this.#depth > deepest) throw invalid("it is too complex");
    Object.assign(known, traits());
    const query = this.#made(expression, wish, known);
    if (query !== undefined && query.size > mostQueries) throw invalid("it is too complex");
    if (["step", "filter", "group"].includes(expression.kind)) this.#step = query;
    this.#depth--;
    return query;
  }

  #made(expression: Expression, wish: Wish, known: Traits): Query | undefined {
    switch (expression.kind) {
      case "literal":
        return new LiteralQuery(expression.value);
      case "root":
        return new RootQuery();
      case "step":
        return this.#buildStep(expression, wish, known);
      case "filter":
        return this.#buildFilter(expression, wish, known);
      case "call":
        return this.#buildCall(expression.name, expression.args, known);
      case "operation":
        return this.#buildOperation(expression, known);
      case "group": {
        const input = this.build(expression.input, {}, known);
        return new GroupQuery(input ?? new MissingQuery());
      }
      case "variable":
        throw invalid(`the variable ${quoted(`$${expression.name}`)} is not defined`);
    }
  }

  #buildStep(step: Step, wish: Wish, known: Traits): Query | undefined {
    const { axis, input } = step;
    const accepts = acceptsBy(step);
    if (!wish.apart && axis === "child" && input?.kind === "step" && input.axis === "descendant-or-self") {
      const from =
        input.input === undefined ? new ContextQuery() : this.build(input.input, { deep: true }, known);
      return new AxisQuery("descendant", from ?? new MissingQuery(), accepts);
    }
    const goesDown = axis === "descendant" || axis === "descendant-or-self";
    const from =
      input === undefined
        ? new ContextQuery()
        : (this.build(input, { deep: goesDown && !wish.apart }, known) ?? new MissingQuery());
    if (axis === "namespace") return undefined;
    if (!isAxis(axis)) throw invalid(`${quoted(axis)} is not an axis`);
    if (goesDown && wish.deep) return new DeepQuery(from, axis === "descendant-or-self", accepts);
    return new AxisQuery(axis, from, accepts);
  }

  #buildFilter(filter: Extract<Expression, { kind: "filter" }>, wish: Wish, known: Traits): Query {
    const apart = wish.apart || asksForNumber(filter.condition);
    const input = this.build(filter.input, { ...wish, apart }, known);
    const step = this.#step;
    const asked = traits();
    const condition = this.build(filter.condition, wish, asked);
    if (input === undefined || condition === undefined) throw invalid("it has a part that selects nothing");
    const byPosition =
      condition.type === "any" || condition.type === "number" || asked.asksPosition || asked.asksLast;
    known.filtered = byPosition || (known.filtered && filter.input.kind === "filter");
    const predicate = byPosition && asked.asksLast ? lastOf(condition) : condition;
    if (wish.apart || step === undefined) return new FilterQuery(input, predicate);
    this.#step = undefined;
    if (!input.merges || !known.filtered) return new FilterQuery(input, predicate);
    const parent = detach(step);
    const child = new FilterQuery(input, predicate);
    return parent === undefined ? child : new MergeQuery(parent, child);
  }

  #buildCall(name: string, given: readonly Expression[], known: Traits): Query {
    const args = name === "normalize-space" && given.length === 0 ? [self] : given;
    if (name === "position" || name === "last") {
      const step = this.#step;
      const accepts = step?.accepts ?? (() => true);
      known.asksPosition = name === "position";
      known.asksLast = name === "last";
      return new CallQuery(name === "last" ? lastIn(accepts) : positionIn(accepts), step);
    }
    if (name === "reverse" && args[0] !== undefined) {
      return new ReverseQuery(this.build(args[0], {}, known) ?? new MissingQuery());
    }
    const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (found === undefined) throw invalid(`${quoted(name)} is not a function`);
    const { least, most = args.length, uses = () => args.length, make } = found;
    if (args.length < least || args.length > most) throw invalid(`${name} takes another number of arguments`);
    return new CallQuery(make(...args.slice(0, uses(args.length)).map((arg) => this.build(arg, {}, known))));
  }

  #buildOperation({ operator, left, right }: Operation, known: Traits): Query {
    const ofLeft = traits();
    const ofRight = traits();
    const first = this.build(left, {}, ofLeft) ?? new MissingQuery();
    const second = this.build(right, {}, ofRight) ?? new MissingQuery();
    known.filtered = ofLeft.filtered || ofRight.filtered;
    known.asksPosition = ofLeft.asksPosition || ofRight.asksPosition;
    known.asksLast = ofLeft.asksLast || ofRight.asksLast;
    switch (operator) {
      case "+":
      case "-":
      case "*":
      case "div":
      case "mod":
        return new CalculateQuery(operator, first, second);
      case "and":
      case "or":
        return new BooleanQuery(operator, first, second);
      case "|":
        return new UnionQuery(first, second);
      default:
        return new CompareQuery(operator, first, second);
    }
  }
}

const self: Step = { kind: "step", axis: "self", test: "all", prefix: "", name: "", input: undefined };

function traits(): Traits {
  return { filtered: false, asksPosition: false, asksLast: false };
}

function isAxis(name: string): name is AxisName {
  return Object.hasOwn(axes, name);
}

function acceptsBy({ test, name, prefix }: Step): (node: Navigator) => boolean {
  const isNamed = name !== "" || prefix !== "";
  return (node) =>
    (test === "all" || node.type === test) && (!isNamed || (node.name === name && node.prefix === prefix));
}

/** Whether a predicate says a number or something that depends on one, as far as its text shows. */
function asksForNumber(condition: Expression): boolean {
  let at = condition;
  for (; at.kind === "operation"; at = at.left) {
    if (arithmetic.has(at.operator) || asksForNumber(at.right)) return true;
  }
  if (at.kind === "call") return numeric.has(at.name) || at.args.some(asksForNumber);
  return at.kind === "literal" && typeof at.value === "number";
}

/** What `last()` counts behind predicates or parentheses. */
function lastOf(condition: Query): Query {
  if (!(condition instanceof CallQuery)) return condition;
  const { step } = condition;
  return step instanceof FilterQuery || step instanceof GroupQuery ? new LastQuery(step) : condition;
}

/** Lets a step begin at the node that it is asked from, and tells where it began. */
function detach(step: Query): Query | undefined {
  if (!(step instanceof AxisQuery || step instanceof DeepQuery || step instanceof GroupQuery))
    return undefined;
  const { input } = step;
  if (input instanceof ContextQuery && !(input instanceof RootQuery)) return undefined;
  step.input = new ContextQuery();
  return input;
}
