/**
 * What becomes of one record, by the rules of the walk over a payload: a metric with its data points or a span with its
 * events, and a data point or event in its metric or span, whose others earlier passes take away.
 */
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { Piece } from "../piece.ts";
import { type Items, itemsOf, type Level, levelOf, levels, type Pass, readableParts } from "./levels.ts";
import type { SignalPlan } from "./read-filter.ts";
import type { ConditionVerdict, FilterCondition, FilterExplanation, FilterList } from "./types.ts";
import { partRecord } from "./walk.ts";

/** Asks the lists that a record meets, in their order, until one drops it. */
export function explainRecord(plan: SignalPlan, record: object): FilterExplanation {
  return new RecordWalk(plan, record).explain();
}

/** The record as the passes leave it, its item without the parts that go; absent where it goes itself. */
export function recordLeft(plan: SignalPlan, record: object): object | undefined {
  return new RecordWalk(plan, record).left();
}

/** Why a record goes. */
type Gone = Pick<FilterExplanation, "decidedBy" | "emptiedBy">;

class RecordWalk {
  readonly #plan: SignalPlan;
  readonly #items: Items;
  readonly #level: Level;
  readonly #asked: ConditionVerdict[] = [];
  #record: Piece;
  /** The first condition that failed under `propagate`. */
  #failed: ConditionVerdict | undefined;

  constructor(plan: SignalPlan, record: object) {
    this.#plan = plan;
    this.#items = itemsOf[plan.signal.name];
    // The filter processor does not tell its conditions where in a span an event is.
    const { eventIndex: _, ...others } = record as Piece; // what its parts are is seen where they are read
    this.#record = "eventIndex" in record ? others : (record as Piece);
    this.#level = this.#levelIn(record);
  }

  explain(): FilterExplanation {
    const gone = this.#run(this.#plan.passes.length - 1);
    const asked = this.#asked;
    const failed = this.#failed;
    if (failed !== undefined && !(gone !== undefined && this.#leavesNothing(gone)))
      return { verdict: "rejected", decidedBy: failed, asked };
    return gone === undefined ? { verdict: "kept", asked } : { verdict: "dropped", ...gone, asked };
  }

  left(): object | undefined {
    return this.#run(this.#plan.passes.length) === undefined ? this.#record : undefined;
  }

  #levelIn(record: object): Level {
    const { parts } = this.#items;
    if (parts !== undefined && parts.record in record) return "part";
    if (this.#plan.signal.itemPart in record) return "item";
    return "scope" in record ? "scope" : "resource";
  }

  /** Runs the passes; from the given one on, the parts beside a record make no difference. */
  #run(last: number): Gone | undefined {
    for (const [i, pass] of this.#plan.passes.entries()) {
      const gone = this.#pass(pass, i < last);
      if (gone !== undefined) return gone;
    }
    return undefined;
  }

  #pass(pass: Pass, goesOn: boolean): Gone | undefined {
    for (const level of levels) {
      const list = pass[level];
      if (list === undefined) continue;
      if (level === "part") {
        if (this.#level === "item") return this.#parts(list);
        return this.#level === "part" ? this.#part(list, goesOn) : undefined;
      }
      if (levels.indexOf(level) > levels.indexOf(this.#level)) return undefined;
      const outcome = this.#ask(list, this.#record);
      if (outcome === "failed" && (level !== "item" || this.#plan.rules.failedItemEnds)) return undefined;
      if (typeof outcome === "object") return { decidedBy: outcome };
    }
    return undefined;
  }

  #ask(list: FilterList, record: object): ConditionVerdict | "failed" | undefined {
    for (const index of list.conditions.keys()) {
      const verdict = this.#tell(list, index, record);
      if (verdict.explanation.value === true) return verdict;
      if (verdict.explanation.error === undefined || list.errorMode !== "propagate") continue;
      this.#failed ??= verdict;
      return "failed";
    }
    return undefined;
  }

  #tell(list: FilterList, index: number, record: object): ConditionVerdict {
    const condition = list.conditions[index] as FilterCondition; // an index of the list
    const verdict = { list, index, condition, explanation: condition.condition.explain(record) };
    this.#asked.push(verdict);
    return verdict;
  }

  #part(list: FilterList, goesOn: boolean): Gone | undefined {
    const own = this.#ownPart();
    const outcome = this.#ask(list, this.#recordOf(own));
    if (typeof outcome === "object") return { decidedBy: outcome };
    if (!goesOn) return undefined;
    this.#leave((part) => part === own || this.#judge(list, part)?.drops !== true);
    return undefined;
  }

  /** The parts of an item: of their conditions only those are told that decide for the item. */
  #parts(list: FilterList): Gone | undefined {
    let dropping: { readonly index: number; readonly part: unknown } | undefined;
    const left = this.#leave((part) => {
      const judged = this.#judge(list, part);
      if (judged === undefined) return true;
      const { index, drops } = judged;
      if (drops) dropping = { index, part };
      else this.#failed ??= this.#tell(list, index, this.#recordOf(part));
      return !drops;
    });
    if (left !== 0 || this.#items.parts?.goTogether !== true) return undefined;
    if (dropping === undefined) return { emptiedBy: list };
    const decidedBy = this.#tell(list, dropping.index, this.#recordOf(dropping.part));
    return { decidedBy, emptiedBy: list };
  }

  /** The condition that decides on a part: it holds, or it fails under `propagate`. */
  #judge(list: FilterList, part: unknown): { readonly index: number; readonly drops: boolean } | undefined {
    const record = this.#recordOf(part);
    for (const [index, { condition }] of list.conditions.entries()) {
      try {
        if (condition.matches(record)) return { index, drops: true };
      } catch (error) {
        if (!(error instanceof OttlError)) throw error;
        if (list.errorMode === "propagate") return { index, drops: false };
      }
    }
    return undefined;
  }

  /** Leaves some of the parts to the item and tells how many; nothing where it can have none. */
  #leave(stays: (part: unknown) => boolean): number | undefined {
    const { parts } = this.#items;
    const { itemPart } = this.#plan.signal;
    const given = this.#givenParts();
    if (parts === undefined || given === undefined) return undefined;
    const left = given.filter(stays);
    if (left.length < given.length)
      this.#record = { ...this.#record, [itemPart]: parts.replace(this.#record[itemPart] as Piece, left) };
    return left.length;
  }

  #givenParts(): readonly Piece[] | undefined {
    const { parts } = this.#items;
    return parts && readableParts(parts, this.#record[this.#plan.signal.itemPart]);
  }

  #ownPart(): unknown {
    const { parts } = this.#items;
    return parts && this.#record[parts.record];
  }

  #recordOf(part: unknown): object {
    const { parts } = this.#items;
    const record = parts === undefined ? this.#record : { ...this.#record, [parts.record]: part };
    return partRecord(record, this.#plan.rules);
  }

  /** Whether nothing at all goes on, where the reference forgets the errors of flat conditions. */
  #leavesNothing({ decidedBy }: Gone): boolean {
    if (!this.#plan.flat) return false;
    const { parts } = this.#items;
    if (this.#level !== "part" || parts === undefined) return true;
    if (decidedBy === undefined || levelOf(decidedBy.list.context) !== "part") return true;
    const own = this.#ownPart();
    const isLast = this.#givenParts()?.some((part) => part !== own) !== true;
    if (isLast && parts.goTogether) return true;
    const { [parts.record]: _, ...item } = this.#record;
    return explainRecord(this.#plan, item).verdict === "dropped";
  }
}
