import type { Pipeline } from "../../collector/pipeline/pipeline.ts";
import { runStages, type Stage } from "../../collector/pipeline/stages.ts";
import { isEmpty } from "../../collector/signals.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../../diagnostics/format.ts";
import { lineAt } from "../../diagnostics/lines.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { dataPointsOf, recordsOf } from "../../engine/records.ts";
import type { MetricsData } from "../../shapes/records.ts";
import { printedPayloads } from "../../testing/debug-text/printed-payloads.ts";
import { isJsonText, parsePayloads } from "../../testing/parse-payloads.ts";
import { stringify } from "../json.ts";
import { Paper } from "../paper.ts";
import type { Streams } from "../streams.ts";
import { chooseJob } from "./choose-job.ts";
import type { Input } from "./inputs.ts";
import { jsonSummary } from "./json-summary.ts";
import type { RunOptions } from "./options.ts";
import type { RunReport } from "./run-report.ts";
import { writeSummary } from "./summary.ts";
import { Verdicts } from "./verdicts.ts";

/** An input of more characters takes so long that its steps are told. */
const longInput = 4_000_000;

/** Puts inputs through a pipeline. */
export class Runner {
  readonly #pipeline: Pipeline;
  readonly #options: RunOptions;
  readonly #report: RunReport;
  /** Why each filter does what it does; only a summary tells. */
  readonly #verdicts = new Map<Stage, Verdicts>();
  readonly #outputs: MetricsData[] = [];
  /** Tells the steps of a long input. */
  #tell: ((step: string) => void) | undefined;

  constructor(pipeline: Pipeline, options: RunOptions, report: RunReport) {
    this.#pipeline = pipeline;
    this.#options = options;
    this.#report = report;
    if (options.output !== "summary") return;
    for (const stage of pipeline.stages) {
      if (stage.filter === undefined) continue;
      const verdicts = new Verdicts(stage.filter);
      this.#verdicts.set(stage, verdicts);
      report.verdicts.push(verdicts);
    }
  }

  /** Everything is read and run before anything is printed, so that a broken input leaves no half of an output. */
  async input(input: Input, index: number, tell: (step: string) => void): Promise<void> {
    tell("reading");
    const text = await input.read();
    this.#tell = text.length > longInput ? tell : undefined;
    this.#tell?.("parsing");
    const printed = printedPayloads(text, input.name);
    if (printed !== undefined || isJsonText(text)) {
      const payloads = printed?.payloads ?? parsePayloads(text, input.name);
      this.#report.oddities.push(...(printed?.notes ?? []));
      this.#report.inputs.push({ name: input.name, kind: "otlp", payloads: payloads.length });
      for (const payload of payloads) {
        for (const { metric } of recordsOf("metric", payload)) this.#report.families.add(metric?.name ?? "");
        this.#payload(payload);
      }
    } else this.#scrape(text, input, index);
  }

  #scrape(text: string, { name, baseName }: Input, index: number): void {
    const job = chooseJob(this.#pipeline, this.#options.job);
    const report = this.#report;
    const { labels, time, openMetrics, targets } = this.#options;
    const address = targets[index] ?? (job.addresses.length === 1 ? undefined : baseName);
    const { scraped, families, skippedRules, droppedBy } = job.scrape(text, {
      labels,
      time,
      format: openMetrics ? "openmetrics" : "text",
      ...(address === undefined ? {} : { address }),
    });
    for (const rule of skippedRules) report.skippedRules.add(rule);
    if (scraped === undefined) {
      const why = droppedBy?.text ?? "relabelling drops its target";
      report.inputs.push({ name, kind: "scrape", payloads: 0, droppedBy: why });
      report.oddities.push(`${name} is not scraped: ${why}`);
      return;
    }
    const { target, result } = scraped;
    const { payload, error } = result;
    report.inputs.push({
      name,
      kind: "scrape",
      instance: target.instance,
      payloads: 1,
      samples: samplesOf(payload),
      ...(error === undefined ? {} : { error: failure(text, error) }),
    });
    if (error !== undefined) report.complaints.push(formatDiagnostics(text, [error], { file: name }));
    if (this.#options.output === "summary") for (const family of families()) report.families.add(family);
    this.#payload(payload);
  }

  #payload(payload: MetricsData): void {
    this.#countInput(payload);
    this.#tell?.("filtering");
    const output = this.#run(payload);
    if (output === undefined || isEmpty(output)) return;
    if (this.#options.output === "otlp") this.#outputs.push(output);
    this.#tell?.("exporting");
    const { samples, errors } = this.#pipeline.export(output);
    this.#report.series.add(samples);
    for (const message of errors)
      this.#report.exportErrors.set(message, (this.#report.exportErrors.get(message) ?? 0) + 1);
  }

  /** What the pipeline makes of a payload, nothing where it is rejected. */
  #run(payload: MetricsData): MetricsData | undefined {
    try {
      return runStages(this.#pipeline.stages, payload, (stage, input) =>
        this.#verdicts.get(stage)?.add(input),
      );
    } catch (error) {
      if (!(error instanceof OttlError) || error.phase !== "evaluation") throw error;
      this.#report.rejections.push(error.message);
      return undefined;
    }
  }

  #countInput(payload: MetricsData): void {
    const report = this.#report;
    for (const { metric } of recordsOf("metric", payload)) {
      report.metrics++;
      if (metric !== undefined && metric !== null) report.dataPoints += dataPointsOf(metric).length;
    }
  }

  /** What is printed on standard output. */
  text({ stdout }: Streams): string {
    const { output, format } = this.#options;
    const { series } = this.#report;
    const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
    switch (output) {
      case "summary": {
        if (format === "json") return json(jsonSummary(this.#report));
        const paper = Paper.for(stdout);
        writeSummary(paper, this.#report);
        return String(paper);
      }
      case "names": {
        const names = series.names.map(({ name }) => name);
        return format === "json" ? json(names) : lines(names);
      }
      case "series":
        return format === "json" ? json(series.objects) : lines(series.lines);
      case "otlp":
        return lines(this.#outputs.map((payload) => stringify(payload)));
    }
  }
}

/** Why a scrape failed, with the number and the text of the line. */
function failure(text: string, { message, span }: Diagnostic) {
  const { line, text: written } = lineAt(text, span.start);
  return { message, line, text: written.length > 200 ? `${written.slice(0, 200)}…` : written };
}

/** The numbers of samples that a scrape tells of itself: as exposed, and behind metric relabelling. */
function samplesOf(payload: MetricsData): readonly [scraped: number, kept: number] {
  const numbers = new Map<string, number>();
  for (const { metric } of recordsOf("metric", payload))
    numbers.set(metric?.name ?? "", Number(metric?.gauge?.dataPoints?.[0]?.asDouble));
  return [
    numbers.get("scrape_samples_scraped") ?? 0,
    numbers.get("scrape_samples_post_metric_relabeling") ?? 0,
  ];
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}
