/** What becomes of one record, by a walk over a payload of nothing else. */
import type { Client } from "../../shapes/records.ts";
import { dataProperty, pointsOf } from "../metric-points.ts";
import { listOf } from "../piece.ts";
import { type Signal, signals } from "../signals.ts";
import type { PathWatches } from "./changed-paths.ts";
import { copyResources } from "./copy-resources.ts";
import { depthOf } from "./depth-of.ts";
import { ExplainingRunner, RecordRunner } from "./explaining-runner.ts";
import { flattenLogs, groupLogs } from "./flatten-logs.ts";
import { messageOf, type Piece } from "./pieces.ts";
import type { TransformPlan } from "./read-transform.ts";
import { Rejected } from "./run-groups.ts";
import type { TransformExplanation } from "./types.ts";
import { type Visitor, Walk, type WalkRecord } from "./walk.ts";

/** A record to explain, and what is run on it. */
export interface RecordRun {
  readonly plan: TransformPlan;
  readonly record: object;
  readonly client: Client | undefined;
  readonly watches: PathWatches;
}

/** Runs the groups on a record and tells all of it. */
export function explainRecord(run: RecordRun): TransformExplanation {
  const walk = new RecordWalk(run);
  const runner = new ExplainingRunner(run.watches, (record, at) => walk.placeOf(record, at));
  const outcome = walk.run(runner);
  const { tried, rejectedBy } = runner;
  if (outcome === "rejected") {
    const last = rejectedBy ?? tried.at(-1)?.statements.at(-1); // a statement that would never end
    return { verdict: "rejected", tried, ...(last === undefined ? {} : { rejectedBy: last }) };
  }
  if (outcome === "gone") return { verdict: "gone", tried };
  const isChanged = tried.some(({ statements }) => statements.some(({ changes }) => changes.length > 0));
  return { verdict: isChanged ? "changed" : "unchanged", tried };
}

/** The record as the groups leave it; absent where it is gone or the payload rejected. */
export function recordLeft(run: RecordRun): object | undefined {
  const walk = new RecordWalk(run);
  const runner = new RecordRunner((record, at) => walk.placeOf(record, at));
  return walk.run(runner) === "there" ? walk.left() : undefined;
}

/** A part below the item of a record: a data point or event, or an exemplar in one. */
interface Part {
  /** Absent where a statement took it away. */
  part: Piece | undefined;
  /** Where it is in its list, and how long that was. */
  index: number;
  length: number;
}

class RecordWalk {
  readonly #run: RecordRun;
  readonly #given: Piece;
  readonly #signal: Signal;
  /** How deep the record is. */
  readonly #depth: number;
  #resources: Piece[] = [];
  /** What is below the item, from the top down. */
  #parts: readonly Part[] = [];

  constructor(run: RecordRun) {
    this.#run = run;
    this.#given = run.record as Piece; // what its parts are is seen where they are read
    this.#depth = depthOfRecord(this.#given);
    this.#signal = signalOf(this.#given, run.plan);
  }

  run(visitor: Visitor): "there" | "gone" | "rejected" {
    const { plan, client } = this.#run;
    const flattens = plan.flattensLogs && this.#signal.name === "logs" && this.#depth === 3;
    const item = this.#depth < 3 ? undefined : itemOf(this.#given, this.#signal);
    const copied = copyResources(this.#payload(item), this.#signal, 5);
    this.#resources = flattens ? flattenLogs(copied) : copied;
    this.#parts = this.#depth < 4 ? [] : this.#find(item ?? {});
    const { scopesSeeResourceUrl } = plan;
    const walk = new Walk(this.#signal, visitor, { client, scopesSeeResourceUrl });
    try {
      for (const group of plan.groups) {
        if (group.signal !== this.#signal.name) continue;
        if (this.#depth < 3 && depthOf(group.context) > this.#depth) continue;
        walk.run(group, this.#resources);
        this.#follow();
        if (this.#parts.some(({ part }) => part === undefined)) return "gone";
      }
    } catch (error) {
      if (error instanceof Rejected) return "rejected";
      throw error;
    }
    if (flattens) this.#resources = groupLogs(this.#resources);
    return "there";
  }

  /** Where a record that a group meets is in the one that is explained; `undefined`: it is another one. */
  placeOf({ dataPoint, spanEvent, exemplar }: WalkRecord, { recordPath, signal }: Walk): string | undefined {
    const above = `${signal.resources}[0].${signal.scopes}[0].${signal.items}[`;
    if (!recordPath.startsWith(above)) return "";
    const [, index, below = ""] = /^(\d+)\](.*)$/s.exec(recordPath.slice(above.length)) ?? [];
    if (index !== "0") return undefined;
    if (this.#depth === 3 || below === "") return below;
    const [first, second] = this.#parts;
    if ((dataPoint ?? spanEvent) !== first?.part) return undefined;
    if (exemplar === undefined) return "";
    if (this.#depth === 4) return below.slice(below.lastIndexOf("."));
    return exemplar === second?.part ? "" : undefined;
  }

  /** The record as it is now, its containers with nothing but itself and what was made of it. */
  left(): object {
    const { scopes, items } = this.#signal;
    const [container = {}] = this.#resources;
    const [scopeContainer = {}] = listOf(container, scopes);
    const [first, second] = this.#parts;
    const given = this.#given;
    // What is below a resource or a scope stays as it was.
    const resourceContainer =
      this.#depth > 1 ? container : withList(container, given.resourceContainer, scopes);
    const ownScope = this.#depth > 2 ? scopeContainer : withList(scopeContainer, given.scopeContainer, items);
    const parts: Piece = {
      resource: container.resource ?? {},
      resourceContainer,
      scope: scopeContainer.scope ?? {},
      scopeContainer: ownScope,
      [this.#signal.itemPart]: this.#item(),
      dataPoint: first?.part,
      spanEvent: first?.part,
      exemplar: second?.part,
    };
    const left = Object.entries(given).map(([name, part]) => [name, name in parts ? parts[name] : part]);
    return Object.fromEntries(left);
  }

  /** A payload of the record and those that it is in. */
  #payload(item: Piece | undefined): Piece {
    const { resources, scopes, items } = this.#signal;
    const { resource, resourceContainer, scope, scopeContainer } = this.#given;
    const scoped = {
      ...messageOf(scopeContainer, "scopeContainer"),
      ...(scope === undefined ? {} : { scope }),
    };
    return {
      [resources]: [
        {
          ...messageOf(resourceContainer, "resourceContainer"),
          ...(resource === undefined ? {} : { resource }),
          [scopes]: this.#depth === 1 ? [] : [{ ...scoped, [items]: item === undefined ? [] : [item] }],
        },
      ],
    };
  }

  /** Finds the copies of what is below the item. */
  #find(item: Piece): readonly Part[] {
    const { dataPoint, spanEvent, exemplar } = this.#given;
    const found = (list: readonly Piece[], copies: readonly Piece[], given: unknown): Part => {
      const found = list.indexOf(given as Piece); // or nothing of the list
      const index = found < 0 && list.length === 1 ? 0 : found;
      return { part: copies[index], index, length: copies.length };
    };
    const points = partsOf(item);
    const first = found(points, partsOf(this.#item()), dataPoint ?? spanEvent ?? points[0]);
    if (this.#depth < 5) return [first];
    const exemplars = listOf(points[first.index] ?? {}, "exemplars");
    return [first, found(exemplars, listOf(first.part ?? {}, "exemplars"), exemplar)];
  }

  /** Looks where the parts are after a group: where it made all of a list anew, what is in their place is they. */
  #follow(): void {
    let list = this.#parts.length === 0 ? [] : partsOf(this.#item());
    for (const one of this.#parts) {
      const index = list.indexOf(one.part as Piece); // or gone, and in no list
      if (index < 0) one.part = list.length === one.length ? list[one.index] : undefined;
      else Object.assign(one, { index, length: list.length });
      list = listOf(one.part ?? {}, "exemplars");
    }
  }

  #item(): Piece {
    const { scopes, items } = this.#signal;
    const [scope = {}] = listOf(this.#resources[0] ?? {}, scopes);
    return listOf(scope, items)[0] ?? {};
  }
}

/** A container with a list of another one, or without it. */
function withList(container: Piece, other: unknown, property: string): Piece {
  const { [property]: _, ...rest } = container;
  const given = messageOf(other, "");
  return property in given ? { ...rest, [property]: given[property] } : rest;
}

/** The item of a record, which holds the part below it that the record has. */
function itemOf(record: Piece, { itemPart }: Signal): Piece {
  const item = messageOf(record[itemPart], itemPart);
  const { dataPoint, exemplar, spanEvent } = record;
  if (itemPart === "span") {
    const events = listOf(item, "events");
    const isThere = spanEvent === undefined || events.includes(spanEvent as Piece);
    return isThere ? item : { ...item, events: [spanEvent] };
  }
  if (itemPart === "log" || (dataPoint ?? exemplar) === undefined) return item;
  const kind = dataProperty(item);
  const points = kind === undefined ? [] : pointsOf(item, kind);
  const given = messageOf(dataPoint, "dataPoint");
  const point = exemplar === undefined ? given : withExemplar(given, exemplar);
  const dataPoints = points.includes(given) ? points.map((one) => (one === given ? point : one)) : [point];
  return { ...item, [kind ?? "gauge"]: { ...messageOf(item[kind ?? "gauge"], "data"), dataPoints } };
}

function withExemplar(point: Piece, exemplar: unknown): Piece {
  const exemplars = listOf(point, "exemplars");
  return exemplars.includes(exemplar as Piece) ? point : { ...point, exemplars: [exemplar] };
}

/** What is below an item that statements can be about. */
function partsOf(item: Piece): readonly Piece[] {
  const kind = dataProperty(item);
  return kind === undefined ? listOf(item, "events") : pointsOf(item, kind);
}

function depthOfRecord(record: Piece): number {
  if (record.exemplar !== undefined) return 5;
  if ((record.dataPoint ?? record.spanEvent) !== undefined) return 4;
  if ((record.metric ?? record.span ?? record.log) !== undefined) return 3;
  return (record.scope ?? record.scopeContainer) === undefined ? 1 : 2;
}

/** The signal of a record: of resources and scopes that of what is in them, or else that of the statements. */
function signalOf(record: Piece, { groups }: TransformPlan): Signal {
  const parts = Object.keys(record);
  const has = (names: readonly string[]) => parts.some((part) => names.includes(part));
  const container = messageOf(record.resourceContainer, "resourceContainer");
  const scopeContainer = messageOf(record.scopeContainer, "scopeContainer");
  const [first] = signals;
  return (
    signals.find(({ itemPart }) => has([itemPart, ...(partNames[itemPart] ?? [])])) ??
    signals.find(({ scopes, items }) => scopes in container || items in scopeContainer) ??
    signals.find(({ name }) => groups.some(({ signal }) => signal === name)) ??
    (first as Signal) // there are some
  );
}

const partNames: Readonly<Record<string, readonly string[]>> = {
  metric: ["dataPoint", "exemplar"],
  span: ["spanEvent"],
};
