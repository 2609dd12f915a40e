/**
 * One walk over a payload, from resources down to data points, by the rules of the reference's `metrics.go` and
 * `internal/condition/metrics.go`: a record that meets a condition goes with everything below it, then what has become
 * empty goes. The payload is only read; arrays and objects on the way to something that goes are made anew.
 */
import type { MetricKind } from "../../contexts/define-context.ts";
import { Failure } from "../../core/failure.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { evaluationError } from "../../engine/failure-diagnostic.ts";
import { wrongShape } from "../../shapes/otlp-json/wrong-shape.ts";
import { dataProperty, type Piece, pointsOf } from "./metric-points.ts";
import { type Origins, Remainder } from "./remainder.ts";
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
  /** Tells the record and where it is in the caller's payload; to be asked at once, for the walk goes on. */
  readonly where: () => { readonly record: object; readonly recordPath: string };
}

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
  /** Only kept where a later pass needs them. */
  readonly #origins: Origins | undefined;
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
  readonly #at = { resource: 0, scope: 0, metric: 0, datapoint: 0 };

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
      for (const pass of passes) left = this.#resources(pass, left);
      return left;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const within = String(error.params.path).replace(/^metric/, "");
      const path = this.#level === undefined ? within.slice(1) : this.#path(this.#level) + within;
      throw evaluationError(new Failure("payload_shape", { ...error.params, path }), "");
    }
  }

  #resources(pass: Pass, items: readonly Piece[]): readonly Piece[] {
    const rest = new Remainder(items, this.#origins);
    for (let i = 0; i < items.length; i++) {
      this.#level = "resource";
      this.#at.resource = rest.origin(i);
      rest.take(i, this.#resource(pass, items[i] as Piece)); // within the array
    }
    return rest.list();
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
    const left = asksBelow ? this.#scopes(pass, scopes) : scopes;
    if (left.length > 0) return left === scopes ? given : { ...container, scopeMetrics: left };
    this.dropped.resources++;
    return undefined;
  }

  #scopes(pass: Pass, items: readonly Piece[]): readonly Piece[] {
    const rest = new Remainder(items, this.#origins);
    for (let i = 0; i < items.length; i++) {
      this.#level = "scope";
      this.#at.scope = rest.origin(i);
      rest.take(i, this.#scope(pass, items[i] as Piece)); // within the array
    }
    return rest.list();
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
    const left = asksBelow ? this.#metrics(pass, metrics) : metrics;
    if (left.length > 0) return left === metrics ? given : { ...container, metrics: left };
    this.dropped.scopes++;
    return undefined;
  }

  #metrics(pass: Pass, items: readonly Piece[]): readonly Piece[] {
    const rest = new Remainder(items, this.#origins);
    for (let i = 0; i < items.length; i++) {
      this.#level = "metric";
      this.#at.metric = rest.origin(i);
      rest.take(i, this.#metric(pass, items[i] as Piece)); // within the array
    }
    return rest.list();
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
    const kind = dataProperty(metric);
    if (kind === undefined) return given;
    const points = pointsOf(metric, kind);
    const record = pointRecord(this.#record, this.#rules);
    const rest = new Remainder(points, this.#origins);
    this.#level = "datapoint";
    for (let i = 0; i < points.length; i++) {
      this.#at.datapoint = rest.origin(i);
      record.dataPoint = message(points[i], "");
      const drop = this.#judge(list, "datapoint", record) === "drop";
      if (drop) this.dropped.dataPoints++;
      rest.take(i, drop ? undefined : points[i]);
    }
    const left = rest.list();
    if (left.length > 0) return left === points ? given : withPoints(metric, kind, left);
    this.dropped.metrics++;
    return undefined;
  }

  #judge(list: FilterList, level: FilterContext, record: WalkRecord): Verdict {
    const { conditions } = list;
    for (let i = 0; i < conditions.length; i++) {
      try {
        if (conditions[i]?.condition.matches(record)) return "drop";
      } catch (error) {
        if (!(error instanceof OttlError)) throw error;
        const where = () => ({ record: recordOf(level, record), recordPath: this.#path(level) });
        this.#onFailure({ list, index: i, error, where });
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
    const { metric } = this.#record;
    const kind = dataProperty(metric);
    if (kind !== undefined) this.dropped.dataPoints += pointsOf(metric, kind).length;
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
    return `${metric}.${dataProperty(this.#record.metric)}.dataPoints[${at.datapoint}]`;
  }
}

/** The record that conditions on data points are asked about. */
export function pointRecord<R extends object>(record: R, { pointsSeeSchemaUrls }: WalkRules): R {
  return pointsSeeSchemaUrls ? record : { ...record, resourceContainer: none, scopeContainer: none };
}

/** The metric with other data points. */
export function withPoints(metric: Piece, kind: MetricKind, dataPoints: readonly Piece[]): Piece {
  return { ...metric, [kind]: { ...(metric[kind] as Piece), dataPoints } }; // it has points, so it is an object
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
function listOf(owner: Piece, property: string): readonly Piece[] {
  const raw = owner[property];
  if (raw === null || raw === undefined) return [];
  if (!Array.isArray(raw)) throw wrongShape(`.${property}`, "an array", raw);
  return raw;
}
