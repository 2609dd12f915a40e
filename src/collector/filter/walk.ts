/**
 * One walk over a payload, from resources down to data points or events, by the rules of the reference's `metrics.go`,
 * `traces.go` and `logs.go` and those in `internal/condition`: a record that meets a condition goes with everything below
 * it, then what has become empty goes. The payload is only read; arrays and objects on the way to something that goes are
 * made anew.
 */
import { Failure } from "../../core/failure.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { evaluationError } from "../../engine/failure-diagnostic.ts";
import type { Client } from "../../shapes/records.ts";
import { listOf, message, none, type Piece } from "../piece.ts";
import type { Signal } from "../signals.ts";
import type { WalkRecord } from "./levels.ts";
import { type Items, itemsOf, type Level, levels, type Pass } from "./levels.ts";
import { type Origins, Remainder } from "./remainder.ts";
import type { Dropped, FilterList } from "./types.ts";

/** How versions of the reference differ in their walks. */
export interface WalkRules {
  /** An item whose conditions failed is left alone; before, the data points of a metric were asked all the same. */
  readonly failedItemEnds: boolean;
  /** Conditions on data points see the schema URLs of resource and scope; before, they read as empty. */
  readonly partsSeeSchemaUrls: boolean;
}

/** A condition that could not be evaluated. */
export interface FailedCondition {
  readonly list: FilterList;
  readonly index: number;
  readonly error: OttlError;
  /** Tells the record and where it is in the caller's payload; to be asked at once, for the walk goes on. */
  readonly where: () => { readonly record: object; readonly recordPath: string };
}

type Verdict = "keep" | "drop" | "failed";

/** What walks add up. */
export type Tally = { -readonly [K in keyof Dropped]: number };

/** The walks over one payload: the passes run one after another, each on what the one before has left. */
export class Walk {
  readonly #signal: Signal;
  readonly #items: Items;
  readonly #put: Items["put"];
  readonly #partsOf: ((item: Piece) => readonly Piece[] | undefined) | undefined;
  readonly #rules: WalkRules;
  readonly #dropped: Tally;
  readonly #onFailure: (failed: FailedCondition) => void;
  /** Only kept where a later pass needs them. */
  #origins: Origins | undefined;
  readonly #record: WalkRecord;
  /** Where the walk is; nowhere before the first resource. */
  #level: Level | undefined;
  #item = none;
  #droppedItems = 0;
  #droppedParts = 0;
  readonly #at = { resource: 0, scope: 0, item: 0, part: 0 };

  constructor(
    signal: Signal,
    rules: WalkRules,
    dropped: Tally,
    onFailure: (failed: FailedCondition) => void,
    client: Client | undefined,
  ) {
    this.#signal = signal;
    this.#items = itemsOf[signal.name];
    this.#rules = rules;
    this.#dropped = dropped;
    this.#onFailure = onFailure;
    this.#record = this.#items.empty();
    if (client !== undefined) this.#record.client = client;
    this.#put = this.#items.put;
    this.#partsOf = this.#items.parts?.of;
  }

  /**
   * What is left of the resources of a payload; its own array where nothing goes.
   *
   * @throws {OttlError} `payload_shape` where the payload is not what OTLP JSON has there.
   */
  run(passes: readonly Pass[], payload: Piece): readonly Piece[] {
    if (passes.length > 1) this.#origins = new Map();
    try {
      let left = listOf(payload, this.#signal.resources);
      for (const pass of passes) left = this.#resources(pass, left);
      this.#dropped[this.#signal.items] += this.#droppedItems;
      if (this.#items.parts !== undefined) this.#dropped[this.#items.parts.counted] += this.#droppedParts;
      return left;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const within = String(error.params.path).replace(/^metric/, "");
      const path = this.#level === undefined ? within.slice(1) : this.#path(this.#level) + within;
      throw evaluationError(new Failure("payload_shape", { ...error.params, path }), "");
    }
  }

  #resources(pass: Pass, resources: readonly Piece[]): readonly Piece[] {
    const rest = new Remainder(resources, this.#origins);
    for (let i = 0; i < resources.length; i++) {
      this.#level = "resource";
      this.#at.resource = rest.origin(i);
      rest.take(i, this.#resource(pass, resources[i] as Piece)); // within the array
    }
    return rest.list();
  }

  #resource(pass: Pass, given: Piece): Piece | undefined {
    const record = this.#record;
    const container = message(given, "");
    record.resourceContainer = container;
    record.resource = message(container.resource, ".resource");
    const property = this.#signal.scopes;
    const scopes = listOf(container, property);
    const verdict = pass.resource === undefined ? "keep" : this.#judge(pass.resource, "resource", record);
    if (verdict === "failed") return given;
    if (verdict === "drop") return this.#forgetResource(scopes);
    const asksBelow = pass.scope !== undefined || pass.item !== undefined || pass.part !== undefined;
    const left = asksBelow ? this.#scopes(pass, scopes) : scopes;
    if (left.length > 0) return left === scopes ? given : { ...container, [property]: left };
    this.#dropped.resources++;
    return undefined;
  }

  #scopes(pass: Pass, scopes: readonly Piece[]): readonly Piece[] {
    const rest = new Remainder(scopes, this.#origins);
    for (let i = 0; i < scopes.length; i++) {
      this.#level = "scope";
      this.#at.scope = rest.origin(i);
      rest.take(i, this.#scope(pass, scopes[i] as Piece)); // within the array
    }
    return rest.list();
  }

  #scope(pass: Pass, given: Piece): Piece | undefined {
    const record = this.#record;
    const container = message(given, "");
    record.scopeContainer = container;
    record.scope = message(container.scope, ".scope");
    const property = this.#signal.items;
    const items = listOf(container, property);
    const verdict = pass.scope === undefined ? "keep" : this.#judge(pass.scope, "scope", record);
    if (verdict === "failed") return given;
    if (verdict === "drop") return this.#forgetScope(items);
    const asksBelow = pass.item !== undefined || pass.part !== undefined;
    const left = asksBelow ? this.#walkItems(pass, items) : items;
    if (left.length > 0) return left === items ? given : { ...container, [property]: left };
    this.#dropped.scopes++;
    return undefined;
  }

  #walkItems(pass: Pass, items: readonly Piece[]): readonly Piece[] {
    const rest = new Remainder(items, this.#origins);
    for (let i = 0; i < items.length; i++) {
      this.#level = "item";
      this.#at.item = rest.origin(i);
      rest.take(i, this.#walkItem(pass, items[i] as Piece)); // within the array
    }
    return rest.list();
  }

  #walkItem(pass: Pass, given: Piece): Piece | undefined {
    const item = message(given, "");
    this.#item = item;
    this.#put(this.#record, item);
    const verdict = pass.item === undefined ? "keep" : this.#judge(pass.item, "item", this.#record);
    if (verdict === "drop") return this.#forgetItem(item);
    if (verdict === "failed" && this.#rules.failedItemEnds) return given;
    return pass.part === undefined ? given : this.#walkParts(pass.part, given);
  }

  #walkParts(list: FilterList, given: Piece): Piece | undefined {
    const { parts: kind } = this.#items;
    const parts = kind?.of(this.#item);
    if (kind === undefined || parts === undefined) return given;
    const record = partRecord(this.#record, this.#rules);
    const rest = new Remainder(parts, this.#origins);
    this.#level = "part";
    for (let i = 0; i < parts.length; i++) {
      this.#at.part = rest.origin(i);
      kind.put(record, message(parts[i], ""));
      const drop = this.#judge(list, "part", record) === "drop";
      if (drop) this.#droppedParts++;
      rest.take(i, drop ? undefined : parts[i]);
    }
    const left = rest.list();
    if (left.length > 0 || !kind.goTogether) return left === parts ? given : kind.replace(this.#item, left);
    this.#droppedItems++;
    return undefined;
  }

  #judge(list: FilterList, level: Level, record: WalkRecord): Verdict {
    const { conditions } = list;
    for (let i = 0; i < conditions.length; i++) {
      try {
        if (conditions[i]?.condition.matches(record)) return "drop";
      } catch (error) {
        if (!(error instanceof OttlError)) throw error;
        const where = () => ({ record: this.#recordOf(level, record), recordPath: this.#path(level) });
        this.#onFailure({ list, index: i, error, where });
        if (list.errorMode === "propagate") return "failed";
      }
    }
    return "keep";
  }

  #forgetResource(scopes: readonly Piece[]): undefined {
    this.#dropped.resources++;
    for (const [i, scope] of scopes.entries()) {
      this.#level = "scope";
      this.#at.scope = i;
      this.#forgetScope(listOf(message(scope, ""), this.#signal.items));
    }
  }

  #forgetScope(items: readonly Piece[]): undefined {
    this.#dropped.scopes++;
    for (const [i, item] of items.entries()) {
      this.#level = "item";
      this.#at.item = i;
      this.#forgetItem(message(item, ""));
    }
  }

  #forgetItem(item: Piece): undefined {
    this.#droppedItems++;
    const parts = this.#partsOf?.(item);
    if (parts !== undefined) this.#droppedParts += parts.length;
  }

  /** The record of a level, for others to keep: the walk goes on with its own. */
  #recordOf(level: Level, record: WalkRecord): object {
    const { resource, resourceContainer, scope, scopeContainer } = record;
    if (level === "resource") return { resource, resourceContainer };
    const above = { resource, resourceContainer, scope, scopeContainer };
    if (level === "scope") return above;
    const { itemPart } = this.#signal;
    const { parts } = this.#items;
    const withItem = { ...above, [itemPart]: record[itemPart] };
    return level === "item" || parts === undefined
      ? withItem
      : { ...withItem, [parts.record]: record[parts.record] };
  }

  /** Where the record of a level is in the caller's payload. */
  #path(level: Level): string {
    const { resources, scopes, items } = this.#signal;
    const at = this.#at;
    const steps = [
      `${resources}[${at.resource}]`,
      `${scopes}[${at.scope}]`,
      `${items}[${at.item}]`,
      ...(level === "part" ? [`${this.#items.parts?.path(this.#item)}[${at.part}]`] : []),
    ];
    return steps.slice(0, levels.indexOf(level) + 1).join(".");
  }
}

/** The record that conditions on the parts of an item are asked about. */
export function partRecord<R extends object>(record: R, { partsSeeSchemaUrls }: WalkRules): R {
  return partsSeeSchemaUrls ? record : { ...record, resourceContainer: none, scopeContainer: none };
}
