/**
 * One walk over a payload, from resources down to data points, by the rules of the reference's `metrics.go` and
 * `internal/condition/metrics.go`: a record that meets a condition goes with everything below it, then what has become
 * empty goes. The payload is only read; arrays and objects on the way to something that goes are made anew.
 */
import { type MetricKind, metricKinds } from "../../contexts/define-context.ts";
import { Failure } from "../../core/failure.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { evaluationError } from "../../engine/failure-diagnostic.ts";
import { dataOf, metricKindOf } from "../../shapes/otlp-json/kinds.ts";
import { wrongShape } from "../../shapes/otlp-json/wrong-shape.ts";
import type { Dropped, FilterContext, FilterList } from "./types.ts";

/** The lists that one walk asks, at most one a level. */
export type Pass = Readonly<Partial<Record<FilterContext, FilterList>>>;

/** How versions of the reference differ in their walks. */
export interface WalkRules {
  /** A metric whose conditions failed is left alone; before, its data points were asked all the same. */
  readonly failedMetricEnds: boolean;
  /** Conditions on data points see the schema URLs of resource and scope; before, they read as empty. */
  readonly pointsSeeSchemaUrls: boolean;
}

/** A condition that could not be evaluated. */
export interface FailedCondition {
  readonly list: FilterList;
  readonly index: number;
  readonly error: OttlError;
  readonly record: object;
  readonly recordPath: string;
}

/** A part of a payload as it is on the wire; nothing is known of it but that it is an object. */
export type Piece = { readonly [property: string]: unknown };

type Verdict = "keep" | "drop" | "failed";

interface WalkRecord {
  resource: Piece;
  resourceContainer: Piece;
  scope: Piece;
  scopeContainer: Piece;
  metric: Piece;
  dataPoint: Piece;
}

const none: Piece = Object.freeze({});

/** The walks over one payload: the passes run one after another, each on what the one before has left. */
export class Walk {
  readonly dropped: { -readonly [K in keyof Dropped]: number } = {
    resources: 0,
    scopes: 0,
    metrics: 0,
    dataPoints: 0,
  };
  readonly #rules: WalkRules;
  readonly #onFailure: (failed: FailedCondition) => void;
  /** Where the items of rebuilt arrays were in the caller's payload; only later passes need it. */
  readonly #origins: Map<readonly unknown[], readonly number[]> | undefined;
  readonly #record: WalkRecord = {
    resource: none,
    resourceContainer: none,
    scope: none,
    scopeContainer: none,
    metric: none,
    dataPoint: none,
  };
  /** Where the walk is; nowhere before the first resource. */
  #level: FilterContext | undefined;
  readonly #at: Record<FilterContext, number> = { resource: 0, scope: 0, metric: 0, datapoint: 0 };

  constructor(rules: WalkRules, several: boolean, onFailure: (failed: FailedCondition) => void) {
    this.#rules = rules;
    this.#origins = several ? new Map() : undefined;
    this.#onFailure = onFailure;
  }

  /**
   * What is left of the resources of a payload; its own array where nothing goes.
   *
   * @throws {OttlError} `payload_shape` where the payload is not what OTLP JSON has there.
   */
  run(passes: readonly Pass[], payload: Piece): readonly Piece[] {
    try {
      let left = listOf(payload, "resourceMetrics");
      for (const pass of passes)
        left = this.#sift(left, "resource", (container) => this.#resource(pass, container));
      return left;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const within = String(error.params.path).replace(/^metric/, "");
      const path = this.#level === undefined ? within.slice(1) : this.#path(this.#level) + within;
      throw evaluationError(new Failure("payload_shape", { ...error.params, path }), "");
    }
  }

  #resource(pass: Pass, given: Piece): Piece | undefined {
    const record = this.#record;
    const container = message(given, "");
    record.resourceContainer = container;
    record.resource = message(container.resource, ".resource");
    const scopes = listOf(container, "scopeMetrics");
    const verdict = pass.resource === undefined ? "keep" : this.#judge(pass.resource, "resource", record);
    if (verdict === "failed") return given;
    if (verdict === "drop") return this.#forgetResource(scopes);
    const asksBelow = pass.scope !== undefined || pass.metric !== undefined || pass.datapoint !== undefined;
    const left = asksBelow ? this.#sift(scopes, "scope", (scope) => this.#scope(pass, scope)) : scopes;
    if (left.length > 0) return left === scopes ? given : { ...container, scopeMetrics: left };
    this.dropped.resources++;
    return undefined;
  }

  #scope(pass: Pass, given: Piece): Piece | undefined {
    const record = this.#record;
    const container = message(given, "");
    record.scopeContainer = container;
    record.scope = message(container.scope, ".scope");
    const metrics = listOf(container, "metrics");
    const verdict = pass.scope === undefined ? "keep" : this.#judge(pass.scope, "scope", record);
    if (verdict === "failed") return given;
    if (verdict === "drop") return this.#forgetScope(metrics);
    const asksBelow = pass.metric !== undefined || pass.datapoint !== undefined;
    const left = asksBelow ? this.#sift(metrics, "metric", (metric) => this.#metric(pass, metric)) : metrics;
    if (left.length > 0) return left === metrics ? given : { ...container, metrics: left };
    this.dropped.scopes++;
    return undefined;
  }

  #metric(pass: Pass, given: Piece): Piece | undefined {
    const record = this.#record;
    record.metric = message(given, "");
    const verdict = pass.metric === undefined ? "keep" : this.#judge(pass.metric, "metric", record);
    if (verdict === "drop") return this.#forgetMetric();
    if (verdict === "failed" && this.#rules.failedMetricEnds) return given;
    return pass.datapoint === undefined ? given : this.#points(pass.datapoint, given);
  }

  #points(list: FilterList, given: Piece): Piece | undefined {
    const { metric } = this.#record;
    const kind = metricKindOf(this.#record);
    if (kind === 0) return given;
    const property = metricKinds[kind - 1] as MetricKind; // the kinds are numbered from 1
    const data = dataOf(this.#record, kind) ?? none;
    const points = listOf(data, "dataPoints", property);
    const record = this.#pointRecord();
    const left = this.#sift(points, "datapoint", (point) => {
      record.dataPoint = message(point, "");
      if (this.#judge(list, "datapoint", record) !== "drop") return point;
      this.dropped.dataPoints++;
      return undefined;
    });
    if (left.length > 0)
      return left === points ? given : { ...metric, [property]: { ...data, dataPoints: left } };
    this.dropped.metrics++;
    return undefined;
  }

  #pointRecord(): WalkRecord {
    if (this.#rules.pointsSeeSchemaUrls) return this.#record;
    return { ...this.#record, resourceContainer: none, scopeContainer: none };
  }

  #judge(list: FilterList, level: FilterContext, record: WalkRecord): Verdict {
    const { conditions } = list;
    for (let i = 0; i < conditions.length; i++) {
      try {
        if (conditions[i]?.condition.matches(record)) return "drop";
      } catch (error) {
        if (!(error instanceof OttlError)) throw error;
        const failed = { list, index: i, error, record: recordOf(level, record) };
        this.#onFailure({ ...failed, recordPath: this.#path(level) });
        if (list.errorMode === "propagate") return "failed";
      }
    }
    return "keep";
  }

  #forgetResource(scopes: readonly Piece[]): undefined {
    this.dropped.resources++;
    for (const [i, scope] of scopes.entries()) {
      this.#level = "scope";
      this.#at.scope = i;
      const container = message(scope, "");
      this.#forgetScope(listOf(container, "metrics"));
    }
  }

  #forgetScope(metrics: readonly Piece[]): undefined {
    this.dropped.scopes++;
    for (const [i, metric] of metrics.entries()) {
      this.#level = "metric";
      this.#at.metric = i;
      this.#record.metric = message(metric, "");
      this.#forgetMetric();
    }
  }

  #forgetMetric(): undefined {
    this.dropped.metrics++;
    const kind = metricKindOf(this.#record);
    if (kind === 0) return;
    const data = dataOf(this.#record, kind) ?? none;
    this.dropped.dataPoints += listOf(data, "dataPoints", metricKinds[kind - 1]).length;
  }

  /** What a function leaves of the items of a list; the list itself where it leaves all of them as they are. */
  #sift(
    items: readonly Piece[],
    level: FilterContext,
    one: (item: Piece) => Piece | undefined,
  ): readonly Piece[] {
    const origins = this.#origins?.get(items);
    let left: Piece[] | undefined;
    let from: number[] | undefined;
    for (let i = 0; i < items.length; i++) {
      this.#level = level;
      this.#at[level] = origins?.[i] ?? i;
      const item = items[i] as Piece; // within the array
      const next = one(item);
      if (left === undefined) {
        if (next === item) continue;
        left = items.slice(0, i);
        if (this.#origins !== undefined) from = origins?.slice(0, i) ?? left.map((_, index) => index);
      }
      if (next === undefined) continue;
      left.push(next);
      from?.push(origins?.[i] ?? i);
    }
    if (left !== undefined && from !== undefined) this.#origins?.set(left, from);
    return left ?? items;
  }

  /** Where the record of a level is in the caller's payload. */
  #path(level: FilterContext): string {
    const at = this.#at;
    const resource = `resourceMetrics[${at.resource}]`;
    if (level === "resource") return resource;
    const scope = `${resource}.scopeMetrics[${at.scope}]`;
    if (level === "scope") return scope;
    const metric = `${scope}.metrics[${at.metric}]`;
    if (level === "metric") return metric;
    return `${metric}.${metricKinds[metricKindOf(this.#record) - 1]}.dataPoints[${at.datapoint}]`;
  }
}

/** The record of a level, for others to keep: the walk goes on with its own. */
function recordOf(level: FilterContext, record: WalkRecord): object {
  const { resource, resourceContainer, scope, scopeContainer, metric, dataPoint } = record;
  switch (level) {
    case "resource":
      return { resource, resourceContainer };
    case "scope":
      return { resource, resourceContainer, scope, scopeContainer };
    case "metric":
      return { resource, resourceContainer, scope, scopeContainer, metric };
    case "datapoint":
      return { resource, resourceContainer, scope, scopeContainer, metric, dataPoint };
  }
}

/** A message of the payload: an object, empty where it is null as the reference reads it. */
function message(raw: unknown, path: string): Piece {
  if (raw === null || raw === undefined) return none;
  if (typeof raw !== "object" || Array.isArray(raw)) throw wrongShape(path, "an object", raw);
  return raw as Piece;
}

/** A list of the payload, empty where it is absent or null; its items are looked at one by one. */
function listOf(owner: Piece, property: string, within?: string): readonly Piece[] {
  const raw = owner[property];
  if (raw === null || raw === undefined) return [];
  if (!Array.isArray(raw)) {
    throw wrongShape(`${within === undefined ? "" : `.${within}`}.${property}`, "an array", raw);
  }
  return raw;
}
