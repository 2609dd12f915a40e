import type { Navigator } from "./navigator.ts";
import { Query, type Test, type XPathValue } from "./query.ts";

type Walk = () => Navigator | undefined;

interface Axis {
  /** Goes through the axis of a node of its own; says `undefined` at the end. */
  readonly walk: (node: Navigator, query: AxisQuery, here: Navigator) => Walk;
  /** Whether positions are counted: for each node anew, on and on, by the walk itself, or not at all. */
  readonly counts: "anew" | "on" | "itself" | "not";
  /** Whether a node is selected only once. */
  readonly once?: true;
}

/** The axes by name; `descendant-or-self` and the like differ in where they begin. */
export const axes = {
  ancestor: { walk: (node, query) => up(node, query, false), counts: "anew", once: true },
  "ancestor-or-self": { walk: (node, query) => up(node, query, true), counts: "anew", once: true },
  attribute: {
    walk: (node, { accepts }) => firstOf(node, accepts, () => node.moveToNextAttribute()),
    counts: "not",
  },
  child: { walk: children, counts: "anew" },
  descendant: { walk: (node, query) => down(node, query, false), counts: "anew" },
  "descendant-or-self": { walk: (node, query) => down(node, query, true), counts: "anew" },
  following: { walk: following, counts: "itself" },
  "following-sibling": {
    walk: (node, { accepts }) => firstOf(node, accepts, () => node.moveToNext()),
    counts: "anew",
  },
  parent: {
    walk: (node, { accepts }) => single(node, () => node.moveToParent() && accepts(node)),
    counts: "not",
  },
  preceding: { walk: preceding, counts: "itself" },
  "preceding-sibling": {
    walk: (node, { accepts }) => firstOf(node, accepts, () => node.moveToPrevious()),
    counts: "on",
  },
  self: { walk: (node, { accepts }) => single(node, () => accepts(node)), counts: "not" },
} satisfies Record<string, Axis>;

export type AxisName = keyof typeof axes;

/** A step along an axis. */
export class AxisQuery extends Query {
  readonly type = "nodes";
  readonly axis: AxisName;
  input: Query;
  override readonly accepts: Test;
  readonly #axis: Axis;
  readonly #seen = new Set<string>();
  #walk: Walk | undefined;

  constructor(axis: AxisName, input: Query, accepts: Test) {
    super(input);
    this.axis = axis;
    this.#axis = axes[axis];
    this.input = input;
    this.accepts = accepts;
    if (this.#axis.counts !== "not") this.position = 0;
  }

  select(here: Navigator): Navigator | undefined {
    const { counts, once } = this.#axis;
    for (;;) {
      if (this.#walk === undefined) {
        const from = this.input.select(here);
        if (from === undefined) return undefined;
        if (counts === "anew") this.position = 0;
        this.#walk = this.#axis.walk(from.copy(), this, here);
      }
      for (let node = this.#walk(); node !== undefined; node = this.#walk()) {
        if (once && !this.#isNew(node)) continue;
        if (counts === "anew" || counts === "on") this.position++;
        return node;
      }
      this.#walk = undefined;
    }
  }

  evaluate(here: Navigator): XPathValue {
    this.input.evaluate(here);
    this.#walk = undefined;
    this.#seen.clear();
    if (this.#axis.counts !== "not") this.position = 0;
    return this;
  }

  clone(): Query {
    return new AxisQuery(this.axis, this.input.clone(), this.accepts);
  }

  #isNew(node: Navigator): boolean {
    const { identity } = node;
    if (this.#seen.has(identity)) return false;
    this.#seen.add(identity);
    return true;
  }
}

/**
 * `descendant` behind another `descendant`, as the reference has it: a node that is taken itself hides what is in it, and
 * one without children is tested even where only descendants are asked for.
 */
export class DeepQuery extends Query {
  readonly type = "nodes";
  input: Query;
  readonly #orSelf: boolean;
  readonly #test: Test;
  #node: Navigator | undefined;

  constructor(input: Query, orSelf: boolean, test: Test) {
    super(input);
    this.input = input;
    this.#orSelf = orSelf;
    this.#test = test;
    this.position = 0;
  }

  select(here: Navigator): Navigator | undefined {
    for (;;) {
      let node = this.#node;
      if (node === undefined || this.level === 0) {
        node = this.input.select(here)?.copy();
        if (node === undefined) return undefined;
        this.#node = node;
        this.position = 0;
        if (this.#orSelf && this.#test(node)) {
          this.position = 1;
          return node;
        }
        this.#down(node);
      } else if (!this.#upUntilNext(node)) continue;
      do {
        if (!this.#test(node)) continue;
        this.position++;
        return node;
      } while (this.#down(node));
    }
  }

  evaluate(here: Navigator): XPathValue {
    this.input.evaluate(here);
    return this;
  }

  clone(): Query {
    return new DeepQuery(this.input.clone(), this.#orSelf, this.#test);
  }

  #down(node: Navigator): boolean {
    if (!node.moveToChild()) return false;
    this.level++;
    return true;
  }

  #upUntilNext(node: Navigator): boolean {
    while (!node.moveToNext()) {
      this.level--;
      if (this.level === 0) return false;
      node.moveToParent();
    }
    return true;
  }
}

function firstOf(node: Navigator, accepts: Test, move: () => boolean): Walk {
  return () => {
    while (move()) if (accepts(node)) return node;
    return undefined;
  };
}

function single(node: Navigator, reach: () => boolean): Walk {
  let done = false;
  return () => {
    if (done) return undefined;
    done = true;
    return reach() ? node : undefined;
  };
}

function children(node: Navigator, { accepts }: AxisQuery): Walk {
  let inside = false;
  return firstOf(node, accepts, () => {
    if (inside) return node.moveToNext();
    inside = true;
    return node.moveToChild();
  });
}

function up(node: Navigator, { accepts }: AxisQuery, orSelf: boolean): Walk {
  let isSelf = orSelf;
  return firstOf(node, accepts, () => {
    if (!isSelf) return node.moveToParent();
    isSelf = false;
    return true;
  });
}

function down(node: Navigator, query: AxisQuery, orSelf: boolean): Walk {
  query.level = 0;
  return descend(node, query.accepts, orSelf, (levels) => {
    query.level += levels;
    return query.level;
  });
}

/** Goes through what is in a node; `sink` adds to the depth and tells it. */
function descend(node: Navigator, accepts: Test, orSelf: boolean, sink: (levels: number) => number): Walk {
  let isSelf = orSelf;
  return firstOf(node, accepts, () => {
    if (isSelf) {
      isSelf = false;
      return true;
    }
    if (node.moveToChild()) {
      sink(1);
      return true;
    }
    for (;;) {
      if (sink(0) === 0) return false;
      if (node.moveToNext()) return true;
      node.moveToParent();
      sink(-1);
    }
  });
}

function descendantsOrSelf(node: Navigator, accepts: Test): Walk {
  let level = 0;
  return descend(node, accepts, true, (levels) => {
    level += levels;
    return level;
  });
}

/** Positions are counted in each following subtree anew. */
function following(node: Navigator, query: AxisQuery, here: Navigator): Walk {
  let inner: Walk | undefined;
  return () => {
    for (;;) {
      if (inner === undefined) {
        while (!node.moveToNext()) if (!node.moveToParent()) return undefined;
        inner = descendantsOrSelf(node.copy(), query.accepts);
        query.position = 0;
        here.moveTo(node);
      }
      const found = inner();
      if (found !== undefined) {
        query.position++;
        return found;
      }
      inner = undefined;
    }
  };
}

/** Positions are counted anew at each parent on the way up. */
function preceding(node: Navigator, query: AxisQuery, here: Navigator): Walk {
  let inner: Walk | undefined;
  return () => {
    for (;;) {
      if (inner === undefined) {
        while (!node.moveToPrevious()) {
          if (!node.moveToParent()) return undefined;
          query.position = 0;
        }
        inner = descendantsOrSelf(node.copy(), query.accepts);
        here.moveTo(node);
      }
      const found = inner();
      if (found !== undefined) {
        query.position++;
        return found;
      }
      inner = undefined;
    }
  };
}
