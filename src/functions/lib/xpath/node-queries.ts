import type { Navigator } from "./navigator.ts";
import { Query, type QueryType, type XPathValue } from "./query.ts";

/** Nodes for which a predicate holds. */
export class FilterQuery extends Query {
  readonly type = "nodes";
  override readonly merges: boolean;
  readonly #input: Query;
  readonly #predicate: Query;
  /** How many nodes were taken at each depth. */
  readonly #taken = new Map<number, number>();

  constructor(input: Query, predicate: Query) {
    super(input, predicate);
    this.#input = input;
    this.#predicate = predicate;
    this.merges = input.merges;
    this.position = 0;
  }

  select(here: Navigator): Navigator | undefined {
    for (let found = this.#input.select(here); found !== undefined; found = this.#input.select(here)) {
      const node = found.copy();
      here.moveTo(node);
      if (!this.#holds(here)) continue;
      const { level } = this.#input;
      this.position = (this.#taken.get(level) ?? 0) + 1;
      this.#taken.set(level, this.position);
      return node;
    }
    return undefined;
  }

  evaluate(here: Navigator): XPathValue {
    this.#input.evaluate(here);
    this.#taken.clear();
    return this;
  }

  clone(): Query {
    return new FilterQuery(this.#input.clone(), this.#predicate.clone());
  }

  #holds(here: Navigator): boolean {
    const value = this.#predicate.evaluate(here);
    if (typeof value === "boolean") return value;
    if (typeof value === "string") return value !== "";
    if (typeof value === "number") return Math.trunc(value) === this.#input.position;
    return this.#predicate.select(here) !== undefined;
  }
}

/** An expression in parentheses: positions count all its nodes. */
export class GroupQuery extends Query {
  override readonly merges = false;
  input: Query;

  constructor(input: Query) {
    super(input);
    this.input = input;
    this.position = 0;
  }

  get type(): QueryType {
    return this.input.type;
  }

  select(here: Navigator): Navigator | undefined {
    const node = this.input.select(here);
    if (node !== undefined) this.position++;
    return node;
  }

  evaluate(here: Navigator): XPathValue {
    return this.input.evaluate(here);
  }

  clone(): Query {
    return new GroupQuery(this.input.clone());
  }
}

/** Nodes that are all looked for when the first one is asked for. */
abstract class GatheringQuery extends Query {
  #nodes: readonly Navigator[] | undefined;
  #next = 0;

  select(here: Navigator): Navigator | undefined {
    this.#nodes ??= this.gather(here);
    return this.#nodes[this.#next++];
  }

  protected forget(): void {
    this.#nodes = undefined;
    this.#next = 0;
  }

  protected abstract gather(here: Navigator): readonly Navigator[];
}

/** The nodes of two expressions, each once, those of the first before the others. */
export class UnionQuery extends GatheringQuery {
  readonly type = "nodes";
  readonly #left: Query;
  readonly #right: Query;

  constructor(left: Query, right: Query) {
    super(left, right);
    this.#left = left;
    this.#right = right;
  }

  evaluate(here: Navigator): XPathValue {
    this.forget();
    this.#left.evaluate(here);
    this.#right.evaluate(here);
    return this;
  }

  clone(): Query {
    return new UnionQuery(this.#left.clone(), this.#right.clone());
  }

  protected gather(here: Navigator): readonly Navigator[] {
    const nodes = new Map<string, Navigator>();
    const start = here.copy();
    addNew(nodes, this.#left, here);
    here.moveTo(start);
    addNew(nodes, this.#right, here);
    return [...nodes.values()];
  }
}

/** `and` and `or` where nodes are asked for: those of both, or one only. */
export class BooleanQuery extends GatheringQuery {
  readonly type = "boolean";
  readonly #operator: "and" | "or";
  readonly #left: Query;
  readonly #right: Query;

  constructor(operator: "and" | "or", left: Query, right: Query) {
    super(left, right);
    this.#operator = operator;
    this.#left = left;
    this.#right = right;
  }

  evaluate(here: Navigator): XPathValue {
    const start = here.copy();
    const left = this.#left.evaluate(here);
    const holds = left instanceof Query ? left.select(here) !== undefined : isTrue(left);
    if (holds === (this.#operator === "or")) return holds;
    here.moveTo(start);
    const right = this.#right.evaluate(here);
    return right instanceof Query ? right.select(here) !== undefined : isTrue(right);
  }

  clone(): Query {
    return new BooleanQuery(this.#operator, this.#left.clone(), this.#right.clone());
  }

  protected gather(here: Navigator): readonly Navigator[] {
    const start = here.copy();
    const left = allOf(this.#left, here);
    here.moveTo(start);
    const right = allOf(this.#right, here);
    if (this.#operator === "or") return [...left, ...right];
    return right.length > 0 ? right.slice(-1) : left.slice(-1);
  }
}

/** The nodes of an expression, the last one first. */
export class ReverseQuery extends GatheringQuery {
  readonly type = "any";
  readonly #input: Query;

  constructor(input: Query) {
    super(input);
    this.#input = input;
  }

  evaluate(here: Navigator): XPathValue {
    this.#input.evaluate(here);
    this.forget();
    return this;
  }

  clone(): Query {
    return new ReverseQuery(this.#input.clone());
  }

  protected gather(here: Navigator): readonly Navigator[] {
    return allOf(this.#input, here).reverse();
  }
}

/** A step with a predicate by position, which is asked for each node before the step anew. */
export class MergeQuery extends Query {
  readonly type = "nodes";
  readonly #input: Query;
  readonly #child: Query;
  #nodes: readonly Navigator[] = [];
  #next = 0;

  constructor(input: Query, child: Query) {
    super(input, child);
    this.#input = input;
    this.#child = child;
  }

  select(here: Navigator): Navigator | undefined {
    while (this.#next >= this.#nodes.length) {
      const from = this.#input.select(here);
      if (from === undefined) return undefined;
      this.#child.evaluate(here);
      here.moveTo(from);
      this.#nodes = allOf(this.#child, here);
      this.#next = 0;
    }
    return this.#nodes[this.#next++];
  }

  evaluate(here: Navigator): XPathValue {
    this.#input.evaluate(here);
    this.#nodes = [];
    this.#next = 0;
    return this;
  }

  clone(): Query {
    return new MergeQuery(this.#input.clone(), this.#child.clone());
  }
}

/** `last()` behind what has predicates or parentheses: how many nodes that has, counted once. */
export class LastQuery extends Query {
  readonly type = "number";
  readonly #input: Query;
  #count: number | undefined;

  constructor(input: Query) {
    super(input);
    this.#input = input;
  }

  select(_: Navigator): undefined {
    return undefined;
  }

  evaluate(here: Navigator): XPathValue {
    this.#count ??= allOf(this.#input, here).length;
    return this.#count;
  }

  clone(): Query {
    return new LastQuery(this.#input.clone());
  }
}

function isTrue(value: boolean | number | string): boolean {
  return Boolean(value) || Number.isNaN(value);
}

function allOf(query: Query, here: Navigator): Navigator[] {
  const nodes: Navigator[] = [];
  for (let node = query.select(here); node !== undefined; node = query.select(here)) nodes.push(node.copy());
  return nodes;
}

function addNew(nodes: Map<string, Navigator>, query: Query, here: Navigator): void {
  for (let node = query.select(here); node !== undefined; node = query.select(here)) {
    const { identity } = node;
    if (!nodes.has(identity)) nodes.set(identity, node.copy());
  }
}
