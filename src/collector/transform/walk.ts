/**
 * One walk over a payload for each group of statements, as `internal/common` of the reference walks: lists are read
 * again at each step, so that what a statement puts into one is met, too.
 */
import { deepestMaking, mostMadeOfMade } from "../../core/limits.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { AttributeList, Client } from "../../shapes/records.ts";
import { dataProperty, pointsOf } from "../metric-points.ts";
import { listOf } from "../piece.ts";
import type { Signal } from "../signals.ts";
import { depthOf } from "./depth-of.ts";
import type { Piece } from "./pieces.ts";
import type { TransformGroup } from "./types.ts";

/** The record that statements are run on; one object for all of a walk. */
export interface WalkRecord {
  resource: Piece;
  resourceContainer: Piece;
  scope?: Piece;
  scopeContainer?: Piece;
  metric?: Piece;
  span?: Piece;
  log?: Piece;
  dataPoint?: Piece;
  spanEvent?: Piece;
  exemplar?: Piece;
  cache: AttributeList | undefined;
  client?: Client;
}

/** What is done with each record that a group meets. */
export interface Visitor {
  visit(group: TransformGroup, record: WalkRecord, walk: Walk): void;
}

/** What walks do differently. */
export interface WalkRules {
  readonly client: Client | undefined;
  /** Whether statements on scopes see the schema URL of the resource. */
  readonly scopesSeeResourceUrl: boolean;
}

/** The walks over the resources of one signal of a payload. */
export class Walk {
  readonly signal: Signal;
  /** How deep the records of the group that is run are. */
  #depth = 0;
  readonly #visitor: Visitor;
  readonly #rules: WalkRules;
  readonly #at = { resource: 0, scope: 0, item: 0, below: 0, exemplar: 0 };
  #record: WalkRecord = { resource: {}, resourceContainer: {}, cache: undefined };
  #born: Generations | undefined;

  constructor(signal: Signal, visitor: Visitor, rules: WalkRules) {
    this.signal = signal;
    this.#visitor = visitor;
    this.#rules = rules;
  }

  /** Runs a group over resources; throws what the visitor throws. */
  run(group: TransformGroup, resources: readonly Piece[]): void {
    this.#depth = depthOf(group.context);
    const { scopes } = this.signal;
    const record = this.#newRecord();
    this.#record = record;
    for (let i = 0; i < resources.length; i++) {
      this.#at.resource = i;
      const container = resources[i] as Piece; // within the list
      record.resourceContainer = container;
      record.resource = partOf(container, "resource");
      if (this.#depth === 1) this.#visitor.visit(group, record, this);
      else this.#scopes(group, container, scopes);
    }
  }

  /** Where the record is, such as `resourceLogs[0].scopeLogs[0].logRecords[3]`. */
  get recordPath(): string {
    const { resources, scopes, items, itemPart } = this.signal;
    const at = this.#at;
    const names = [`${resources}[${at.resource}]`, `${scopes}[${at.scope}]`, `${items}[${at.item}]`];
    if (this.#depth > 3) {
      const { metric } = this.#record;
      const list = itemPart === "span" ? "events" : `${dataProperty(metric ?? {})}.dataPoints`;
      names.push(`${list}[${at.below}]`, `exemplars[${at.exemplar}]`);
    }
    return names.slice(0, this.#depth).join(".");
  }

  /** The record, for others to keep: the walk goes on with its own. */
  get recordToKeep(): object {
    const { cache: _, client: __, ...parts } = this.#record;
    if (this.#depth > 2) return { ...parts };
    const { resource, resourceContainer, scope, scopeContainer } = parts;
    return this.#depth === 1
      ? { resource, resourceContainer }
      : { resource, resourceContainer, scope, scopeContainer };
  }

  /** How many items the scope has: statements may make more. */
  get itemCount(): number {
    const { scopeContainer } = this.#record;
    return scopeContainer === undefined ? 0 : listOf(scopeContainer, this.signal.items).length;
  }

  /** Whether statements have made items of the scope, so that it matters which one does. */
  get makesItems(): boolean {
    return this.#born !== undefined;
  }

  /** The record that a group starts with: what its context lacks stays away. */
  #newRecord(): WalkRecord {
    const { client } = this.#rules;
    const shared = client === undefined ? {} : { client };
    const record = { resource: {}, resourceContainer: {}, cache: undefined, ...shared };
    if (this.#depth === 1) return record;
    const scoped = { ...record, scope: {}, scopeContainer: {} };
    if (this.#depth === 2) return scoped;
    const withItem = { ...scoped, [this.signal.itemPart]: {} };
    if (this.#depth === 3) return withItem;
    const withPart = { ...withItem, [this.signal.itemPart === "span" ? "spanEvent" : "dataPoint"]: {} };
    return this.#depth === 4 ? withPart : { ...withPart, exemplar: {} };
  }

  #scopes(group: TransformGroup, resource: Piece, scopes: string): void {
    const record = this.#record;
    for (let j = 0; j < listOf(resource, scopes).length; j++) {
      this.#at.scope = j;
      const container = listOf(resource, scopes)[j] as Piece; // within the list
      record.scopeContainer = container;
      record.scope = partOf(container, "scope");
      if (this.#depth > 2) this.#items(group, container);
      else if (this.#rules.scopesSeeResourceUrl) this.#visitor.visit(group, record, this);
      else {
        resource.resource = record.resource; // it must be in the payload when it is written to
        record.resourceContainer = withUrlOf(container);
        this.#visitor.visit(group, record, this);
      }
    }
  }

  #items(group: TransformGroup, container: Piece): void {
    const { items, itemPart } = this.signal;
    const record = this.#record;
    const depth = this.#depth;
    this.#born = undefined;
    for (let k = 0; k < listOf(container, items).length; k++) {
      this.#at.item = k;
      const list = listOf(container, items);
      record[itemPart] = list[k] as Piece; // within the list
      const before = list.length;
      if (depth === 3) this.#visitor.visit(group, record, this);
      else if (itemPart === "metric")
        this.#points(group, record.metric as Piece); // it has just been set
      else if (itemPart === "span") this.#events(group, record.span as Piece);
      const after = listOf(container, items).length;
      if (after > before) {
        this.#born ??= new Generations();
        this.#born.add(k, before, after);
      }
    }
  }

  #points(group: TransformGroup, metric: Piece): void {
    const kind = dataProperty(metric);
    if (kind === undefined || (this.#depth === 5 && kind === "summary")) return;
    const record = this.#record;
    for (let n = 0; n < pointsOf(metric, kind).length; n++) {
      this.#at.below = n;
      const point = pointsOf(metric, kind)[n] as Piece; // within the list
      record.dataPoint = point;
      if (this.#depth === 4) this.#visitor.visit(group, record, this);
      else this.#exemplars(group, point);
    }
  }

  #exemplars(group: TransformGroup, point: Piece): void {
    for (let m = 0; m < listOf(point, "exemplars").length; m++) {
      this.#at.exemplar = m;
      this.#record.exemplar = listOf(point, "exemplars")[m] as Piece; // within the list
      this.#visitor.visit(group, this.#record, this);
    }
  }

  #events(group: TransformGroup, span: Piece): void {
    for (let n = 0; n < listOf(span, "events").length; n++) {
      this.#at.below = n;
      this.#record.spanEvent = listOf(span, "events")[n] as Piece; // within the list
      this.#visitor.visit(group, this.#record, this);
    }
  }

  /** The error of a statement that makes items without end, once it is clear that it does; else nothing. */
  endless(text: string): OttlError | undefined {
    if (this.#born === undefined || !this.#born.isEndless(this.#at.item)) return undefined;
    const limits = { generations: deepestMaking, made: mostMadeOfMade };
    const params = { items: this.signal.items, recordPath: this.recordPath, ...limits };
    const span = { start: 0, end: text.length };
    return new OttlError("evaluation", [makeDiagnostic("transform_feeds_itself", params, span)], text);
  }
}

/** A message of a container, an empty one where it has none: what is written to it is then put into the container. */
function partOf(container: Piece, property: string): Piece {
  return (container[property] ?? {}) as Piece; // the copy has looked at it
}

/** A resource whose schema URL is that of a scope. */
function withUrlOf(scope: Piece): Piece {
  return {
    resource: {},
    get schemaUrl() {
      return scope.schemaUrl;
    },
    set schemaUrl(url) {
      scope.schemaUrl = url;
    },
  };
}

/** How often items were made of items that were made. */
class Generations {
  /** By the index of an item; the first items are not there. */
  readonly #of = new Map<number, number>();
  #madeOfMade = 0;

  /** Items were made when an item was met. */
  add(parent: number, from: number, to: number): void {
    const generation = (this.#of.get(parent) ?? 0) + 1;
    for (let i = from; i < to; i++) this.#of.set(i, generation);
    if (generation > 1) this.#madeOfMade += to - from;
  }

  /** Whether an item is of too many generations, or there are too many such. */
  isEndless(item: number): boolean {
    return (this.#of.get(item) ?? 0) > deepestMaking || this.#madeOfMade > mostMadeOfMade;
  }
}
