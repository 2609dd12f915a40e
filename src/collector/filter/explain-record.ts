/**
 * What becomes of one record, by the rules of the walk over a payload: a metric with its data points, and a data point
 * in its metric, whose data points earlier passes take away.
 */
import { Failure } from "../../core/failure.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { filterContexts } from "./filter-contexts.ts";
import { dataProperty, type Piece, pointsOf } from "./metric-points.ts";
import type { FilterPlan } from "./read-filter.ts";
import type { ConditionVerdict, FilterContext, FilterExplanation, FilterList } from "./types.ts";
import { type Pass, pointRecord, type WalkRules, withPoints } from "./walk.ts";

/** Asks the lists that a record meets, in their order, until one drops it. */
export function explainRecord(plan: FilterPlan, record: object, rules: WalkRules): FilterExplanation {
  return new RecordWalk(plan, record, rules).explain();
}

/** The record as the passes leave it, its metric without the data points that go; absent where it goes itself. */
export function recordLeft(plan: FilterPlan, record: object, rules: WalkRules): object | undefined {
  return new RecordWalk(plan, record, rules).left();
}

/** Why a record goes. */
type Gone = Pick<FilterExplanation, "decidedBy" | "emptiedBy">;

class RecordWalk {
  readonly #plan: FilterPlan;
  readonly #rules: WalkRules;
  readonly #level: FilterContext;
  readonly #asked: ConditionVerdict[] = [];
  #record: Piece;
  /** The first condition that failed under `propagate`. */
  #failed: ConditionVerdict | undefined;

  constructor(plan: FilterPlan, record: object, rules: WalkRules) {
    this.#plan = plan;
    this.#rules = rules;
    this.#level = levelOf(record);
    this.#record = record as Piece; // what its parts are is seen where they are read
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

  /** Runs the passes; from the given one on, the data points beside a record make no difference. */
  #run(last: number): Gone | undefined {
    for (const [i, pass] of this.#plan.passes.entries()) {
      const gone = this.#pass(pass, i < last);
      if (gone !== undefined) return gone;
    }
    return undefined;
  }

  #pass(pass: Pass, goesOn: boolean): Gone | undefined {
    for (const level of filterContexts) {
      const list = pass[level];
      if (list === undefined) continue;
      if (level === "datapoint") {
        if (this.#level === "metric") return this.#points(list);
        return this.#level === "datapoint" ? this.#point(list, goesOn) : undefined;
      }
      if (filterContexts.indexOf(level) > filterContexts.indexOf(this.#level)) return undefined;
      const outcome = this.#ask(list);
      if (outcome === "failed" && (level !== "metric" || this.#rules.failedMetricEnds)) return undefined;
      if (typeof outcome === "object") return { decidedBy: outcome };
    }
    return undefined;
  }

  #ask(list: FilterList): ConditionVerdict | "failed" | undefined {
    const record = list.context === "datapoint" ? this.#pointRecord(this.#record.dataPoint) : this.#record;
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
    const condition = list.conditions[index] as FilterList["conditions"][number]; // an index of the list
    const verdict = { list, index, condition, explanation: condition.condition.explain(record) };
    this.#asked.push(verdict);
    return verdict;
  }

  #point(list: FilterList, goesOn: boolean): Gone | undefined {
    const outcome = this.#ask(list);
    if (typeof outcome === "object") return { decidedBy: outcome };
    if (!goesOn) return undefined;
    const { dataPoint } = this.#record;
    this.#leave((point) => point === dataPoint || this.#judge(list, point)?.drops !== true);
    return undefined;
  }

  /** The data points of a metric: of their conditions only those are told that decide for the metric. */
  #points(list: FilterList): Gone | undefined {
    let dropping: { readonly index: number; readonly point: unknown } | undefined;
    const left = this.#leave((point) => {
      const judged = this.#judge(list, point);
      if (judged === undefined) return true;
      const { index, drops } = judged;
      if (drops) dropping = { index, point };
      else this.#failed ??= this.#tell(list, index, this.#pointRecord(point));
      return !drops;
    });
    if (left !== 0) return undefined;
    if (dropping === undefined) return { emptiedBy: list };
    const decidedBy = this.#tell(list, dropping.index, this.#pointRecord(dropping.point));
    return { decidedBy, emptiedBy: list };
  }

  /** The condition that decides on a data point: it holds, or it fails under `propagate`. */
  #judge(list: FilterList, point: unknown): { readonly index: number; readonly drops: boolean } | undefined {
    const record = this.#pointRecord(point);
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

  /** Leaves some of the data points to the metric and tells how many; nothing where it can have none. */
  #leave(stays: (point: unknown) => boolean): number | undefined {
    const given = this.#given();
    if (given === undefined) return undefined;
    const { metric, kind, points } = given;
    const left = points.filter(stays);
    if (left.length < points.length)
      this.#record = { ...this.#record, metric: withPoints(metric, kind, left) };
    return left.length;
  }

  /** The metric with its data points; nothing where it has none, or is not what OTLP JSON has. */
  #given() {
    const { metric } = this.#record;
    if (typeof metric !== "object" || metric === null) return undefined;
    try {
      const kind = dataProperty(metric as Piece);
      return kind === undefined
        ? undefined
        : { metric: metric as Piece, kind, points: pointsOf(metric as Piece, kind) };
    } catch (error) {
      if (error instanceof Failure) return undefined;
      throw error;
    }
  }

  #pointRecord(dataPoint: unknown): object {
    return pointRecord({ ...this.#record, dataPoint }, this.#rules);
  }

  /** Whether nothing at all goes on, where the reference forgets the errors of flat conditions. */
  #leavesNothing({ decidedBy }: Gone): boolean {
    if (!this.#plan.flat) return false;
    if (this.#level !== "datapoint" || decidedBy?.list.context !== "datapoint") return true;
    const { dataPoint, ...metricRecord } = this.#record;
    if (this.#given()?.points.some((point) => point !== dataPoint) !== true) return true;
    return explainRecord(this.#plan, metricRecord, this.#rules).verdict === "dropped";
  }
}

function levelOf(record: object): FilterContext {
  if ("dataPoint" in record) return "datapoint";
  if ("metric" in record) return "metric";
  return "scope" in record ? "scope" : "resource";
}
