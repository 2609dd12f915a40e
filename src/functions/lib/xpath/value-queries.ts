import { type Comparison, compareValues, toNumber } from "./compare.ts";
import type { Operator } from "./expression.ts";
import type { Navigator } from "./navigator.ts";
import { Query, type XPathValue } from "./query.ts";

/** What says a value and selects no nodes. */
abstract class ValueQuery extends Query {
  select(_: Navigator): undefined {
    return undefined;
  }
}

/** A string or a number of the text. */
export class LiteralQuery extends ValueQuery {
  readonly value: string | number;

  constructor(value: string | number) {
    super();
    this.value = value;
  }

  get type(): "string" | "number" {
    return typeof this.value === "string" ? "string" : "number";
  }

  evaluate(_: Navigator): XPathValue {
    return this.value;
  }

  clone(): Query {
    return this;
  }
}

/** What a function makes of a node; its arguments are cloned when they are evaluated. */
export type Implementation = (here: Navigator) => XPathValue;

/** A call of a function. */
export class CallQuery extends ValueQuery {
  readonly type = "any";
  /** The step whose nodes `position()` and `last()` count. */
  readonly step: Query | undefined;
  readonly #implementation: Implementation;

  constructor(implementation: Implementation, step?: Query) {
    super();
    this.#implementation = implementation;
    this.step = step;
  }

  evaluate(here: Navigator): XPathValue {
    return this.#implementation(here);
  }

  clone(): Query {
    return new CallQuery(this.#implementation, this.step);
  }
}

/** A comparison of two values. */
export class CompareQuery extends ValueQuery {
  readonly type = "boolean";
  readonly #operator: Comparison;
  readonly #left: Query;
  readonly #right: Query;

  constructor(operator: Comparison, left: Query, right: Query) {
    super(left, right);
    this.#operator = operator;
    this.#left = left;
    this.#right = right;
  }

  evaluate(here: Navigator): XPathValue {
    const left = this.#left.evaluate(here);
    return compareValues(this.#operator, left, this.#right.evaluate(here), here);
  }

  clone(): Query {
    return new CompareQuery(this.#operator, this.#left.clone(), this.#right.clone());
  }
}

export type Calculation = Extract<Operator, "+" | "-" | "*" | "div" | "mod">;

const calculations: Readonly<Record<Calculation, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  div: (left, right) => left / right,
  mod: (left, right) => left % right,
};

/** A calculation with two numbers, both seen from the same node. */
export class CalculateQuery extends ValueQuery {
  readonly type = "number";
  readonly #operator: Calculation;
  readonly #left: Query;
  readonly #right: Query;

  constructor(operator: Calculation, left: Query, right: Query) {
    super(left, right);
    this.#operator = operator;
    this.#left = left;
    this.#right = right;
  }

  evaluate(here: Navigator): XPathValue {
    const start = here.copy();
    const left = toNumber(this.#left.evaluate(here), here);
    here.moveTo(start);
    const right = toNumber(this.#right.evaluate(here), here);
    here.moveTo(start);
    return calculations[this.#operator](left, right);
  }

  clone(): Query {
    return new CalculateQuery(this.#operator, this.#left.clone(), this.#right.clone());
  }
}
