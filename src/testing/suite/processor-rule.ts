import { createAttributes } from "../../collector/attributes/create-attributes.ts";
import { createFilter } from "../../collector/filter/create-filter.ts";
import type { Filter, FilterCondition, FilterList } from "../../collector/filter/types.ts";
import { createPipeline, type Pipeline } from "../../collector/pipeline/pipeline.ts";
import type { Stage } from "../../collector/pipeline/stages.ts";
import type { EvaluationProblem, Processor, ProcessorOptions } from "../../collector/processor.ts";
import { createResource } from "../../collector/resource/create-resource.ts";
import { type SignalContext, type SignalName, signals, type TelemetryData } from "../../collector/signals.ts";
import { createTransform } from "../../collector/transform/create-transform.ts";
import type { Transform } from "../../collector/transform/types.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { recordsOf } from "../../engine/records.ts";
import { describeRecord } from "../describe-record.ts";
import { type Explaining, type Judgement, judge } from "../judge.ts";
import { payloadOf } from "../payload.ts";
import type { EvaluationFailure, Outcome, RecordOutcome, Rule } from "./outcome.ts";
import type { SuiteCase } from "./read-suite.ts";
import { payloadsOf, type SuiteFiles } from "./suite-input.ts";
import {
  coverable,
  coverableGroup,
  itemsIn,
  silentTrials,
  statementsTold,
  trialsIn,
} from "./transform-trials.ts";

/** A processor or a pipeline; a transform explains otherwise than a filter. */
type Made = Processor &
  Partial<Pick<Pipeline, "signal" | "stages" | "jobs">> &
  Partial<Pick<Filter, "lists">> &
  Partial<Pick<Transform, "groups">> & { explain?(record: object): unknown };

/** Makes the processor or the pipeline of a configuration that a case is about. */
export function processorRule(one: SuiteCase, version: string | undefined, files: SuiteFiles): Rule {
  const problems: EvaluationProblem[] = [];
  const made = make(one, files, {
    env: one.rule.env,
    onError: (problem) => problems.push(problem),
    ...(version === undefined ? {} : { compatibility: version }),
    ...(one.rule.gates === undefined ? {} : { gates: one.rule.gates }),
  });
  const pipeline = made.jobs === undefined ? undefined : (made as Pipeline); // only a pipeline has jobs
  const isJudge = made.explain !== undefined && made.groups === undefined;
  const explaining = isJudge ? (made as Explaining) : undefined; // a filter or a pipeline
  const lists = listsOf(made);
  const stages =
    made.stages ??
    (made.groups === undefined ? [] : [{ id: made.id, processor: made, transform: made as Transform }]);
  return {
    texts: () => [
      ...lists.flatMap(({ conditions }) => conditions.map(coverable)),
      ...stages.flatMap(({ transform }) => transform?.groups.flatMap(coverableGroup) ?? []),
    ],
    run(current) {
      problems.length = 0;
      const given = payloadsOf(current, { files, version, ...(pipeline === undefined ? {} : { pipeline }) });
      const left: TelemetryData[] = [];
      const signal = made.signal ?? signalOf(given);
      let rejection: string | undefined;
      for (const each of given) {
        try {
          left.push(made.apply(each).output);
        } catch (error) {
          if (!(error instanceof OttlError) || error.phase !== "evaluation") throw error;
          rejection ??= error.message;
        }
      }
      const judgements = once(() => (explaining === undefined ? [] : judgedIn(explaining, given)));
      const silentLists = lists.some(({ errorMode }) => errorMode === "silent");
      const silentGroups = stages.some(({ transform }) =>
        transform?.groups.some(({ errorMode }) => errorMode === "silent"),
      );
      const errors = [
        ...problems.map(failureOf),
        ...(silentLists ? silentErrors(judgements()) : []),
        ...(silentGroups ? given.flatMap((each) => [...silentTrials(stages, signal, each)]) : []),
      ];
      return {
        errors,
        ...(rejection === undefined ? {} : { rejection }),
        passed: {
          signal,
          given,
          left,
          judgements,
          ...(explaining === undefined ? {} : { explaining }),
          ...(pipeline === undefined ? {} : { exported: () => exported(pipeline, left) }),
        },
        records: once(() => given.flatMap((each) => recordOutcomes(made, stages, signal, each))),
        explanations: function* () {
          yield* askedOnce(judgements());
          for (const each of given) yield* trialsIn(stages, signal, each);
        },
      } satisfies Outcome;
    },
  };
}

function make(one: SuiteCase, files: SuiteFiles, options: ProcessorOptions): Made {
  const { processor, pipeline, config = "" } = one.rule;
  const [file, second] = configuration(one, files, config);
  if (file === undefined) throw one.refuse("config", `there is no file ${config}`);
  if (second !== undefined)
    throw one.refuse("config", `it means several files: ${file.name}, ${second.name}, …; name one`);
  const all = { ...options, file: file.name };
  if (processor === undefined)
    return createPipeline(file.text, { ...all, ...(pipeline === undefined ? {} : { pipeline }) });
  const type = /^[^/]*/.exec(processor)?.[0].trim();
  if (type === "attributes") return createAttributes(file.text, processor, all);
  if (type === "filter") return createFilter(file.text, processor, all);
  if (type === "resource") return createResource(file.text, processor, all);
  if (type === "transform") return createTransform(file.text, processor, all);
  throw one.refuse(
    "processor",
    `${processor} cannot be tested: ottlkit runs filter, transform, attributes and resource processors`,
  );
}

function configuration(one: SuiteCase, files: SuiteFiles, config: string) {
  try {
    return files(config);
  } catch (error) {
    if (error instanceof OttlError) throw one.refuse("config", error.diagnostics[0].message);
    throw error;
  }
}

function listsOf({ lists = [], stages = [] }: Made): readonly FilterList[] {
  return [...lists, ...stages.flatMap(({ filter }) => filter?.lists ?? [])];
}

function judgedIn(explaining: Explaining, given: readonly TelemetryData[]): readonly Judgement[] {
  const contexts = signals.map((signal) => signal.contexts[2] ?? "");
  return given.flatMap((each) =>
    contexts.flatMap((context) =>
      [...recordsOf(context, each)].flatMap((record) => judge(explaining, record)),
    ),
  );
}

/** The signal of what a processor is given; a processor without a pipeline may be given several. */
function signalOf(given: readonly TelemetryData[]): SignalName {
  return (
    signals.find(({ resources }) => given.some((each) => Object.hasOwn(each, resources)))?.name ?? "metrics"
  );
}

function failureOf({ error, text, place, record }: EvaluationProblem): EvaluationFailure {
  const { code, message } = error.diagnostics[0];
  return { code, message, text, place, record: describeRecord(record) };
}

/** Where a record has what the conditions of a context are about, so that they are asked once for each. */
const owners = {
  resource: "resourceContainer",
  scope: "scopeContainer",
  metric: "metric",
  datapoint: "dataPoint",
  span: "span",
  spanevent: "spanEvent",
  log: "log",
} as const satisfies Readonly<Record<SignalContext, string>>;

/** What conditions came to; what stands above the data points of a metric is judged with each, and counts once. */
function* askedOnce(judgements: readonly Judgement[]) {
  const told = new Map<FilterCondition, Set<unknown>>();
  for (const { record, explanation } of judgements) {
    for (const { list, condition, explanation: found } of explanation.asked) {
      const parts: Readonly<Record<string, unknown>> = { ...record };
      const owner = parts[owners[list.context]];
      const of = told.get(condition) ?? new Set();
      told.set(condition, of);
      if (owner !== undefined && of.has(owner)) continue;
      of.add(owner);
      yield { place: condition.place, explanation: found, record, list, condition };
    }
  }
}

/** What failed without a word. */
function* silentErrors(judgements: readonly Judgement[]): Generator<EvaluationFailure> {
  for (const { place, explanation, record, list, condition } of askedOnce(judgements)) {
    if (explanation.error === undefined || list.errorMode !== "silent") continue;
    const { code, message } = explanation.error;
    yield { code, message, text: condition.text, place, record: describeRecord(record) };
  }
}

/** What becomes of each metric, span or log record alone; a payload that would be refused leaves it as it came. */
function recordOutcomes(
  processor: Processor,
  stages: readonly Stage[],
  signal: SignalName,
  given: TelemetryData,
): readonly RecordOutcome[] {
  return itemsIn(signal, given).map((record) => ({
    record,
    left: leftOf(processor, signal, record),
    asked: [],
    ...(stages.some(({ transform }) => transform !== undefined)
      ? { statements: () => statementsTold(stages, record) }
      : {}),
  }));
}

function leftOf(processor: Processor, signal: SignalName, record: object): object | undefined {
  try {
    const { output } = processor.apply(payloadOf(signal, [record]));
    const [left] = itemsIn(signal, output);
    return left;
  } catch (error) {
    if (error instanceof OttlError && error.phase === "evaluation") return record;
    throw error;
  }
}

function exported(pipeline: Pipeline, left: readonly TelemetryData[]): readonly string[] {
  const names = left.flatMap((each) => pipeline.export(each).samples.map(({ name }) => name));
  return [...new Set(names)];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
