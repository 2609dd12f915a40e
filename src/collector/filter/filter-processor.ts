import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { describeGiven } from "../../diagnostics/describe-given.ts";
import { invalidOption } from "../../diagnostics/invalid-option.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { MetricsData } from "../../shapes/records.ts";
import { applying } from "../apply.ts";
import type { EvaluationProblem } from "../processor.ts";
import { explainRecord, recordLeft } from "./explain-record.ts";
import type { Piece } from "./metric-points.ts";
import { relocate } from "./placed-text.ts";
import type { FilterPlan } from "./read-filter.ts";
import type { Dropped, Filter, FilterExplanation, FilterList, FilterResult } from "./types.ts";
import { type FailedCondition, type Pass, Walk, type WalkRules } from "./walk.ts";

/** What a filter processor is made of. */
export interface FilterParts {
  readonly id: string;
  readonly plan: FilterPlan;
  readonly rules: WalkRules;
  readonly onError: ((problem: EvaluationProblem) => void) | undefined;
}

const counter = "processor_filter_datapoints.filtered";
const nothing: Dropped = { resources: 0, scopes: 0, metrics: 0, dataPoints: 0 };

/** A filter that is ready to run. */
export class FilterProcessor implements Filter {
  readonly id: string;
  readonly lists: readonly FilterList[];
  readonly apply: Filter["apply"];
  readonly #parts: FilterParts;
  #filtered = 0;

  constructor(parts: FilterParts) {
    this.id = parts.id;
    this.lists = parts.plan.passes.flatMap(listsOf);
    this.apply = applying((payload) => this.#one(payload)) as Filter["apply"]; // the output is of the payload's type
    this.#parts = parts;
  }

  get counters(): Readonly<Record<string, number>> {
    return { [counter]: this.#filtered };
  }

  explain(record: object): FilterExplanation {
    requireRecord(record);
    return explainRecord(this.#parts.plan, record, this.#parts.rules);
  }

  left(record: object): object | undefined {
    requireRecord(record);
    return recordLeft(this.#parts.plan, record, this.#parts.rules);
  }

  #one(payload: MetricsData): FilterResult {
    const { plan, rules } = this.#parts;
    requireMetrics(payload);
    const { passes } = plan;
    if (passes.length === 0) return { output: payload, dropped: nothing };
    let fatal = 0;
    let first: (FailedCondition & { readonly recordPath: string }) | undefined;
    const walk = new Walk(rules, passes.length > 1, (failed) => {
      if (failed.list.errorMode === "propagate") {
        fatal++;
        first ??= { ...failed, recordPath: failed.where().recordPath };
      }
      this.#report(failed);
    });
    const left = walk.run(passes, payload as Piece);
    const dropped = { ...walk.dropped };
    this.#filtered += dropped.dataPoints;
    // Where flat conditions leave nothing, the reference forgets the errors.
    if (first !== undefined && !(plan.flat && left.length === 0))
      throw rejection(first, first.recordPath, fatal, plan);
    return { output: withResources(payload, left), dropped };
  }

  #report({ list, index, error, where }: FailedCondition): void {
    const { id, onError } = this.#parts;
    const condition = list.conditions[index];
    if (onError === undefined || condition === undefined || list.errorMode === "silent") return;
    onError({ component: id, error, text: condition.text, place: condition.place, ...where() });
  }
}

const recordParts = ["resource", "resourceContainer", "scope", "scopeContainer", "metric", "dataPoint"];

/** Refuses what is no record of `recordsOf`; the parts of a record are looked at where a condition reads them. */
function requireRecord(given: unknown): void {
  if (typeof given !== "object" || given === null) throw invalidOption("record", recordForm, given);
  if (!("resourceMetrics" in given) && recordParts.some((part) => part in given)) return;
  const params = { option: "record", expected: recordForm, found: describeGiven(given) };
  const hint = 'recordsOf("metric", payload) gives the records of a payload';
  const diagnostic = makeDiagnostic("invalid_option", params, { start: 0, end: 0 }, { hint });
  throw new OttlError("configuration", [diagnostic], "");
}

const recordForm = "a record such as { metric, resource }";

function withResources(payload: MetricsData, resourceMetrics: readonly Piece[]): MetricsData {
  const given: unknown = payload.resourceMetrics;
  if (given === resourceMetrics || given === null || given === undefined) return payload;
  return { ...payload, resourceMetrics } as unknown as MetricsData; // what is left of a list has the types that it had
}

function listsOf({ resource, scope, metric, datapoint }: Pass): readonly FilterList[] {
  return [resource, scope, metric, datapoint].filter((list) => list !== undefined);
}

/** The error of a payload that is refused: its place is that of the first condition that failed. */
function rejection(
  { list, index, error: cause }: FailedCondition,
  recordPath: string,
  count: number,
  { written }: FilterPlan,
): OttlError {
  const condition = list.conditions[index];
  const [{ message, span }] = cause.diagnostics;
  const diagnostic = makeDiagnostic("payload_rejected", { count, cause: message, recordPath }, span);
  const text = condition === undefined ? undefined : written.get(condition);
  if (text !== undefined) {
    const { source } = text;
    return new OttlError("evaluation", [relocate(diagnostic, text)], source.text, {
      cause,
      file: source.file,
    });
  }
  const setting = condition === undefined ? {} : { setting: condition.place.path };
  return new OttlError("evaluation", [{ ...diagnostic, ...setting }], cause.source, { cause });
}

/** Refuses what is no payload of metrics; an empty object is one without resources. */
function requireMetrics(payload: MetricsData): void {
  const given: unknown = payload;
  const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
  if (isObject && ("resourceMetrics" in given || Object.keys(given).length === 0)) return;
  const diagnostic = makeDiagnostic("payload_kind", { found: describeGiven(given) }, { start: 0, end: 0 });
  throw new OttlError("evaluation", [diagnostic], "");
}
