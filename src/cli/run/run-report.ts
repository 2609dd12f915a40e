import type { Pipeline } from "../../collector/pipeline/pipeline.ts";
import type { EvaluationProblem } from "../../collector/processor.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceText } from "../../documents/node.ts";
import { SeriesTally } from "./series.ts";
import type { Verdicts } from "./verdicts.ts";

/** What an input was. */
export interface InputReport {
  readonly name: string;
  readonly kind: "scrape" | "otlp";
  /** The instance of the scraped target; absent where relabelling dropped it. */
  readonly instance?: string;
  /** Samples of a scrape, before and after metric relabelling. */
  readonly samples?: readonly [scraped: number, kept: number];
  readonly payloads: number;
  /** What dropped the target. */
  readonly droppedBy?: string;
  /** Why the scrape failed as a whole, with its place in the input. */
  readonly error?: { readonly message: string; readonly line: number; readonly text: string };
}

/** An evaluation error of a condition, and the records that it happened for. */
export interface ErrorCount {
  readonly component: string;
  readonly problem: EvaluationProblem;
  count: number;
}

/** Everything that a run found out. */
export class RunReport {
  readonly source: SourceText;
  pipeline = "";
  readonly inputs: InputReport[] = [];
  /** The distinct names of the metrics that came in, those of a scrape about itself aside. */
  readonly families = new Set<string>();
  metrics = 0;
  dataPoints = 0;
  readonly verdicts: Verdicts[] = [];
  readonly errors = new Map<string, ErrorCount>();
  /** Payloads that were rejected as a whole, with the message. */
  readonly rejections: string[] = [];
  readonly series = new SeriesTally();
  readonly exportErrors = new Map<string, number>();
  readonly warnings: Diagnostic[] = [];
  readonly notRun: string[] = [];
  readonly skippedRules = new Set<string>();
  /** What is odd about the inputs. */
  readonly oddities: string[] = [];
  /** What is told on standard error, whatever the output. */
  readonly complaints: string[] = [];

  constructor(source: SourceText) {
    this.source = source;
  }

  /** Counts an evaluation error. */
  readonly onError = (problem: EvaluationProblem): void => {
    // A message may hold a value of the record: errors are alike by what went wrong, not by its words.
    const key = `${problem.place.path} ${problem.error.code}`;
    const known = this.errors.get(key);
    if (known === undefined) this.errors.set(key, { component: problem.component, problem, count: 1 });
    else known.count++;
  };

  /** Takes over what the pipeline knows of itself. */
  conclude({ id, warnings, notRun }: Pipeline): void {
    this.pipeline = id;
    this.warnings.push(...warnings);
    this.notRun.push(...notRun);
    for (const [instance, names] of this.#sharedInstances())
      this.oddities.push(
        `${names.join(" and ")} are scraped as one target, ${instance}, and their series become one: tell them apart with --target`,
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
    return this.rejections.length > 0 || this.inputs.some(({ error }) => error !== undefined);
  }
}
