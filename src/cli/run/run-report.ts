import type { Pipeline } from "../../collector/pipeline/pipeline.ts";
import type { EvaluationProblem } from "../../collector/processor.ts";
import type { SignalName } from "../../collector/signals.ts";
import type { TransformObserver } from "../../collector/transform/types.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceText } from "../../documents/node.ts";
import { Effects } from "./effects.ts";
import type { Noun } from "./record-kinds.ts";
import { SeriesTally } from "./series.ts";
import { Verdicts } from "./verdicts.ts";

/** What an input was. */
export interface InputReport {
  readonly name: string;
  readonly kind: "scrape" | "otlp" | "debug";
  /** The instance of the scraped target; absent where relabelling dropped it. */
  readonly instance?: string;
  /** Samples of a scrape, before and after metric relabelling. */
  readonly samples?: readonly [scraped: number, kept: number];
  readonly payloads: number;
  /** Lines that were no payload and were skipped. */
  readonly skipped?: number;
  /** What dropped the target. */
  readonly droppedBy?: string;
  /** Why the scrape failed as a whole, with its place in the input. */
  readonly error?: { readonly message: string; readonly line: number; readonly text: string };
}

/** An evaluation error of a condition or statement, and the records that it happened for. */
export interface ErrorCount {
  readonly component: string;
  readonly problem: EvaluationProblem;
  count: number;
}

/** What a filter or a transform of a pipeline did, of which only a summary tells. */
export type StageReport = { readonly pipeline: Pipeline } & (
  | { readonly kind: "filter"; readonly verdicts: Verdicts }
  | { readonly kind: "transform"; readonly effects: Effects }
);

/** Everything that a run found out. */
export class RunReport {
  source: SourceText = { text: "" };
  readonly pipelines: string[] = [];
  readonly inputs: InputReport[] = [];
  /** The distinct names of the metrics that came in, those of a scrape about itself aside. */
  readonly families = new Set<string>();
  /** The records that came in, and those that came out. */
  readonly counts = new Map<Noun, number>();
  readonly left = new Map<Noun, number>();
  readonly stages: StageReport[] = [];
  readonly errors = new Map<string, ErrorCount>();
  /** Payloads that were rejected as a whole, by the message. */
  readonly rejections = new Map<string, number>();
  readonly series = new SeriesTally();
  readonly exportErrors = new Map<string, number>();
  readonly warnings: Diagnostic[] = [];
  readonly notRun = new Set<string>();
  readonly connectors = new Set<string>();
  readonly skippedRules = new Set<string>();
  /** Payloads of a signal that no pipeline takes. */
  readonly passedOver = new Map<SignalName, number>();
  /** What is odd about the inputs. */
  readonly oddities: string[] = [];

  get verdicts(): readonly Verdicts[] {
    return this.stages.flatMap((stage) => (stage.kind === "filter" ? [stage.verdicts] : []));
  }

  /** Counts an evaluation error. */
  readonly onError = (problem: EvaluationProblem): void => {
    // A message may hold a value of the record: errors are alike by what went wrong, not by its words.
    const key = `${problem.place.path} ${problem.error.code}`;
    const known = this.errors.get(key);
    if (known === undefined) this.errors.set(key, { component: problem.component, problem, count: 1 });
    else known.count++;
  };

  /** Counts what transforms do. */
  readonly observer: TransformObserver = {
    onGroup: (seen) => {
      for (const stage of this.stages) if (stage.kind === "transform") stage.effects.tried(seen);
    },
    onStatement: (seen) => {
      for (const stage of this.stages) if (stage.kind === "transform") stage.effects.ran(seen);
    },
  };

  /** Takes over what a pipeline knows of itself; its processors' work is only told in a summary. */
  takePipeline(pipeline: Pipeline): void {
    const { id, warnings, notRun, connectors, source, stages } = pipeline;
    this.pipelines.push(id);
    this.source = source;
    for (const warning of warnings)
      if (
        !this.warnings.some(
          ({ message, span }) => message === warning.message && span.start === warning.span.start,
        )
      )
        this.warnings.push(warning);
    for (const one of notRun) this.notRun.add(one);
    for (const one of connectors) this.connectors.add(one);
    for (const { filter, transform } of stages) {
      if (filter !== undefined)
        this.stages.push({ pipeline, kind: "filter", verdicts: new Verdicts(filter) });
      if (transform !== undefined)
        this.stages.push({ pipeline, kind: "transform", effects: new Effects(transform) });
    }
  }

  /** Tells what the inputs have in common. */
  conclude(): void {
    for (const [instance, names] of this.#sharedInstances())
      this.oddities.push(
        `${names.join(" and ")} are scraped as one target, ${instance}, and their series become one: tell them apart with --target`,
      );
    for (const [signal, count] of this.passedOver)
      this.oddities.push(
        `${count.toLocaleString("en")} payload${count === 1 ? "" : "s"} of ${signal} passed over: no pipeline takes ${count === 1 ? "it" : "them"}`,
      );
  }

  /** The instances of several inputs. */
  #sharedInstances(): readonly (readonly [instance: string, names: readonly string[]])[] {
    const names = new Map<string, string[]>();
    for (const { name, instance } of this.inputs)
      if (instance !== undefined) names.set(instance, [...(names.get(instance) ?? []), name]);
    return [...names].filter(([, all]) => all.length > 1);
  }

  /** Whether the data or a rule failed. */
  get failed(): boolean {
    return this.rejections.size > 0 || this.inputs.some(({ error }) => error !== undefined);
  }
}

/** Messages may hold values of records, which are without number: of very many only the first are told apart. */
const mostMessages = 100;

/** Counts a message. */
export function countMessage(counts: Map<string, number>, message: string): void {
  const key = counts.has(message) || counts.size < mostMessages ? message : "other messages";
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
