/**
 * An XPath is a tree of queries that are asked for one node after the other, as in `antchfx/xpath`. They remember how far
 * they have come, and what is asked moves the navigator of the one who asks: both shows in the answers of the reference
 * (positions count from where a query was last evaluated, a predicate may look from where another has gone), so the
 * queries here do the same, by the same rules.
 */
import { Failure } from "../../../core/failure.ts";
import type { Navigator } from "./navigator.ts";

/** What a query says: nodes are said by the query that selects them. */
export type XPathValue = boolean | number | string | Query;

/** What a query is known to say before it is evaluated. */
export type QueryType = "boolean" | "number" | "string" | "nodes" | "any";

export type Test = (node: Navigator) => boolean;

/** A part of an XPath; `here` is the navigator of the evaluation, which any step may move. */
export abstract class Query {
  abstract readonly type: QueryType;
  /** How many queries a clone makes. */
  readonly size: number;
  /** Whether a predicate by position may be asked for each node before the last step anew. */
  readonly merges: boolean = true;
  /** The position of the node that was selected last, among those of its step. */
  position = 1;
  /** How deep that node is, for steps that go down. */
  level = 0;

  constructor(...parts: readonly Query[]) {
    this.size = parts.reduce((sum, part) => sum + part.size, 1);
  }

  /** The next node. */
  abstract select(here: Navigator): Navigator | undefined;

  /** The value; nodes can be selected anew afterwards. */
  abstract evaluate(here: Navigator): XPathValue;

  /** The same query before anything was asked. */
  abstract clone(): Query;

  /** Whether the test of the step takes a node; what is no step takes any. */
  readonly accepts: Test = acceptsAny;
}

/** The node from which a path goes. */
export class ContextQuery extends Query {
  readonly type = "nodes";
  #done = false;

  select(here: Navigator): Navigator | undefined {
    if (this.#done) return undefined;
    this.#done = true;
    return this.start(here);
  }

  evaluate(_: Navigator): XPathValue {
    this.#done = false;
    return this;
  }

  clone(): Query {
    return new ContextQuery();
  }

  protected start(here: Navigator): Navigator {
    return here.copy();
  }
}

/** The root of the document. */
export class RootQuery extends ContextQuery {
  override clone(): Query {
    return new RootQuery();
  }

  protected override start(here: Navigator): Navigator {
    const root = here.copy();
    root.moveToRoot();
    return root;
  }
}

/** What the reference has no query for, such as the axis `namespace`: it crashes on it. */
export class MissingQuery extends Query {
  get type(): QueryType {
    throw missing();
  }

  select(_: Navigator): never {
    throw missing();
  }

  evaluate(_: Navigator): never {
    throw missing();
  }

  clone(): never {
    throw missing();
  }
}

function missing(): Failure {
  return new Failure("xpath_failed", {
    reason: "it has a part that selects nothing, such as the axis namespace",
  });
}

function acceptsAny(): boolean {
  return true;
}
