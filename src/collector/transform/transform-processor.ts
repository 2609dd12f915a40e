import { Failure } from "../../core/failure.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import type { OttlError } from "../../diagnostics/ottl-error.ts";
import { evaluationError } from "../../engine/failure-diagnostic.ts";
import { assign } from "../../shapes/otlp-json/owner.ts";
import type { Client } from "../../shapes/records.ts";
import { applying } from "../apply.ts";
import { clientOf } from "../client-of.ts";
import type { EvaluationProblem } from "../processor.ts";
import { rejection } from "../rejection.ts";
import { requirePayload, requireRecord } from "../require-given.ts";
import { type Signal, signals, type TelemetryData } from "../signals.ts";
import { PathWatches } from "./changed-paths.ts";
import { copyPiece, copyResources } from "./copy-resources.ts";
import { depthOf } from "./depth-of.ts";
import { explainRecord, type RecordRun, recordLeft } from "./explain-record.ts";
import { flattenLogs, groupLogs } from "./flatten-logs.ts";
import { ObservedRunner } from "./observed-runner.ts";
import type { Piece } from "./pieces.ts";
import type { TransformPlan } from "./read-transform.ts";
import { type FailedText, GroupRunner, Rejected, type SharedCaches } from "./run-groups.ts";
import type {
  Transform,
  TransformExplanation,
  TransformGroup,
  TransformOptions,
  TransformResult,
} from "./types.ts";
import { Walk } from "./walk.ts";

/** What a transform processor is made of. */
export interface TransformParts {
  readonly id: string;
  readonly plan: TransformPlan;
  readonly options: TransformOptions;
}

/** A transform that is ready to run. */
export class TransformProcessor implements Transform {
  readonly id: string;
  readonly groups: readonly TransformGroup[];
  readonly apply: Transform["apply"];
  readonly #parts: TransformParts;
  readonly #signals: readonly SignalPlan[];
  readonly #watches: PathWatches;
  #caches: SharedCaches = new Map();

  constructor(parts: TransformParts) {
    this.id = parts.id;
    this.groups = parts.plan.groups;
    this.apply = applying((payload) => this.#one(payload));
    this.#parts = parts;
    this.#watches = new PathWatches(parts.plan.has);
    this.#signals = signals.flatMap((signal) => planOf(signal, parts.plan));
  }

  explain(record: object): TransformExplanation {
    return this.#about(record, explainRecord);
  }

  left(record: object): object | undefined {
    return this.#about(record, recordLeft);
  }

  #about<T>(record: object, tell: (run: RecordRun) => T): T {
    requireRecord(record, "log", ["exemplar"]);
    const { plan, options } = this.#parts;
    const client = clientOf(options.client, {});
    try {
      return tell({ plan, record, client, watches: this.#watches });
    } catch (error) {
      throw error instanceof Failure ? evaluationError(error, "") : error;
    }
  }

  #one(payload: TelemetryData): TransformResult {
    const { plan, options } = this.#parts;
    requirePayload(payload, ["resourceProfiles"]);
    if (plan.forgetsCaches) this.#caches = new Map();
    const client = clientOf(options.client, payload);
    let output = payload;
    for (const one of this.#signals) {
      const given: unknown = payload[one.signal.resources];
      if (given === undefined || given === null) continue;
      const changed = this.#signal(payload as Piece, one, client);
      if (options.inPlace === true) replace(payload as Piece, one.signal.resources, changed);
      else output = { ...output, [one.signal.resources]: changed };
    }
    return { output };
  }

  #signal(
    payload: Piece,
    { signal, groups, depth, flattens }: SignalPlan,
    client: Client | undefined,
  ): Piece[] {
    const { plan, options } = this.#parts;
    const { scopesSeeResourceUrl } = plan;
    const { observer } = options;
    const report = (failed: FailedText) => this.#report(failed);
    const runner =
      observer === undefined
        ? new GroupRunner(this.#caches, report)
        : new ObservedRunner(this.#caches, report, observer, this.#watches);
    try {
      const own = options.inPlace === true ? (given: Piece) => given : copyPiece;
      const copied = copyResources(payload, signal, flattens ? 3 : depth, own);
      const resources = flattens ? flattenLogs(copied) : copied;
      const walk = new Walk(signal, runner, { client, scopesSeeResourceUrl });
      for (const group of groups) walk.run(group, resources);
      return flattens ? groupLogs(resources) : resources;
    } catch (error) {
      if (error instanceof Rejected) throw this.#rejection(error.failed);
      throw error instanceof Failure ? wrongPayload(error) : error;
    }
  }

  #report({ group, kind, text, error, walk }: FailedText): void {
    const { onError } = this.#parts.options;
    if (onError === undefined || group.errorMode === "silent") return;
    onError(this.#problem(kind, text, error, walk));
  }

  #problem(
    kind: FailedText["kind"],
    { text, place }: FailedText["text"],
    error: OttlError,
    { recordToKeep, recordPath }: Walk,
  ): EvaluationProblem {
    return { component: this.id, kind, error, text, place, record: recordToKeep, recordPath };
  }

  /** The error of a payload that is refused, at the place of what failed. */
  #rejection({ group, kind, text, error: cause, walk }: FailedText): OttlError {
    const { plan, options } = this.#parts;
    const { recordPath } = walk;
    const [first] = cause.diagnostics;
    const isEndless = first.code === "transform_feeds_itself";
    if (!isEndless && group.errorMode === "propagate")
      options.onError?.(this.#problem(kind, text, cause, walk));
    const diagnostic = isEndless
      ? first
      : makeDiagnostic("transform_rejected", { cause: first.message, recordPath }, first.span);
    return rejection(diagnostic, text, plan.written.get(text), cause);
  }
}

/** What is done with payloads of a signal. */
interface SignalPlan {
  readonly signal: Signal;
  readonly groups: readonly TransformGroup[];
  /** How deep the records of its groups are. */
  readonly depth: number;
  readonly flattens: boolean;
}

function planOf(signal: Signal, { groups: all, flattensLogs }: TransformPlan): readonly SignalPlan[] {
  const groups = all.filter((group) => group.signal === signal.name);
  const flattens = flattensLogs && signal.name === "logs";
  if (groups.length === 0 && !flattens) return [];
  const depth = Math.max(0, ...groups.map(({ context }) => depthOf(context)));
  return [{ signal, groups, depth, flattens }];
}

/** Puts the changed resources into the caller's payload. */
function replace(payload: Piece, resources: string, changed: readonly Piece[]): void {
  try {
    assign(payload, resources, changed);
  } catch (error) {
    throw error instanceof Failure ? evaluationError(error, "") : error;
  }
}

function wrongPayload(failure: Failure): OttlError {
  const { code, params } = failure;
  if (code !== "record_shape") return evaluationError(failure, "");
  const path = String(params.path).replace(/^\./, "");
  return evaluationError(new Failure("payload_shape", { ...params, path }), "");
}
