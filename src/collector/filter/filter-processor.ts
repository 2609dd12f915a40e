import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import type { Client } from "../../shapes/records.ts";
import { applying } from "../apply.ts";
import { type ClientOf, clientOf } from "../client-of.ts";
import type { Piece } from "../piece.ts";
import type { EvaluationProblem } from "../processor.ts";
import { rejection } from "../rejection.ts";
import { requirePayload, requireRecord } from "../require-given.ts";
import { signals, type TelemetryData } from "../signals.ts";
import { explainRecord, recordLeft } from "./explain-record.ts";
import { levels, nothingDropped, type Pass, type WalkRecord } from "./levels.ts";
import type { FilterPlan, SignalPlan } from "./read-filter.ts";
import type { Filter, FilterCondition, FilterExplanation, FilterList, FilterResult } from "./types.ts";
import { type FailedCondition, type Tally, Walk } from "./walk.ts";

/** What a filter processor is made of. */
export interface FilterParts {
  readonly id: string;
  readonly plan: FilterPlan;
  readonly onError: ((problem: EvaluationProblem) => void) | undefined;
  readonly client: ClientOf;
}

/** What is known and gathered while a payload is run. */
interface Running {
  readonly dropped: Tally;
  readonly failed: Failures;
  readonly client: Client | undefined;
}

/** A filter that is ready to run. */
export class FilterProcessor implements Filter {
  readonly id: string;
  readonly lists: readonly FilterList[];
  readonly apply: Filter["apply"];
  readonly #parts: FilterParts;
  readonly #filtered: Record<string, number>;

  constructor(parts: FilterParts) {
    this.id = parts.id;
    this.lists = parts.plan.signals.flatMap(({ passes }) => passes.flatMap(listsOf));
    this.apply = applying((payload) => this.#one(payload)) as Filter["apply"]; // the output is of the payload's type
    this.#parts = parts;
    this.#filtered = Object.fromEntries(parts.plan.signals.map(({ signal }) => [signal.counter, 0]));
  }

  get counters(): Readonly<Record<string, number>> {
    return { ...this.#filtered };
  }

  explain(record: object): FilterExplanation {
    requireRecord(record, "metric");
    const plan = this.#planOf(record);
    return plan === undefined
      ? { verdict: "kept", asked: [] }
      : explainRecord(plan, this.#withClient(record));
  }

  left(record: object): object | undefined {
    requireRecord(record, "metric");
    const plan = this.#planOf(record);
    if (plan === undefined) return record;
    const left = recordLeft(plan, this.#withClient(record));
    if (left === undefined || "client" in record) return left;
    const { client: _, ...own } = left as WalkRecord; // what it holds is as it was
    return own;
  }

  /** A record with the client that sends the data, where it has none of its own. */
  #withClient(record: object): object {
    const client = clientOf(this.#parts.client, {});
    return client === undefined || "client" in record ? record : { ...record, client };
  }

  /** The plan of the signal that a record is of, which of a resource or scope is known by what it holds. */
  #planOf(record: object): SignalPlan | undefined {
    const plans = this.#parts.plan.signals;
    const signal =
      signals.find(({ itemPart }) => itemPart in record) ??
      signals.find((one) => holds(record, "resourceContainer", one.scopes)) ??
      signals.find((one) => holds(record, "scopeContainer", one.items));
    return signal === undefined ? plans[0] : plans.find((plan) => plan.signal.name === signal.name);
  }

  #one(payload: TelemetryData): FilterResult {
    requirePayload(payload);
    const { signals: plans } = this.#parts.plan;
    const dropped = nothingDropped();
    const failed = new Failures();
    const client = clientOf(this.#parts.client, payload);
    let output = payload;
    for (const plan of plans) {
      const { resources } = plan.signal;
      const given: unknown = payload[resources];
      if (given === null || given === undefined) continue;
      const left = this.#walk(plan, payload, { dropped, failed, client });
      if (left !== given) output = { ...output, [resources]: left };
    }
    failed.throwFirst(this.#parts.plan);
    return { output, dropped };
  }

  /** What is left of the resources of a signal. */
  #walk(
    plan: SignalPlan,
    payload: TelemetryData,
    { dropped, failed: failures, client }: Running,
  ): readonly Piece[] {
    const { signal, passes, rules, flat } = plan;
    const own = new Failures();
    const onFailure = (failed: FailedCondition) => {
      if (failed.list.errorMode === "propagate") own.add(failed);
      this.#report(failed);
    };
    const walk = new Walk(signal, rules, dropped, onFailure, client);
    const before = dropped[signal.counted];
    const left = walk.run(passes, payload as Piece);
    this.#filtered[signal.counter] = (this.#filtered[signal.counter] ?? 0) + dropped[signal.counted] - before;
    // Where flat conditions leave nothing, the reference forgets the errors.
    if (!(flat && left.length === 0)) failures.take(own);
    return left;
  }

  #report({ list, index, error, where }: FailedCondition): void {
    const { id, onError } = this.#parts;
    const condition = list.conditions[index];
    const { errorMode } = list;
    if (onError === undefined || condition === undefined || errorMode === "silent") return;
    const { text, place } = condition;
    onError({ component: id, kind: "condition", errorMode, error, text, place, ...where() });
  }
}

function holds(record: object, container: string, property: string): boolean {
  const held = (record as Readonly<Record<string, unknown>>)[container];
  return typeof held === "object" && held !== null && property in held;
}

function listsOf(pass: Pass): readonly FilterList[] {
  return levels.map((level) => pass[level]).filter((list) => list !== undefined);
}

/** The conditions that failed and reject the payload. */
class Failures {
  #count = 0;
  #first: (FailedCondition & { readonly recordPath: string }) | undefined;

  add(failed: FailedCondition): void {
    this.#count++;
    this.#first ??= { ...failed, recordPath: failed.where().recordPath };
  }

  take(others: Failures): void {
    this.#count += others.#count;
    this.#first ??= others.#first;
  }

  /** Throws the error of a payload that is refused, where there is one: its place is that of the first. */
  throwFirst({ written }: FilterPlan): void {
    if (this.#first === undefined) return;
    const { list, index, error: cause, recordPath } = this.#first;
    const condition = list.conditions[index] as FilterCondition; // which failed
    const [{ message, span }] = cause.diagnostics;
    const params = { count: this.#count, cause: message, recordPath };
    const diagnostic = makeDiagnostic("payload_rejected", params, span);
    throw rejection(diagnostic, condition, written.get(condition), cause);
  }
}
