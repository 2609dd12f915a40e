import type { Pipeline } from "../../collector/pipeline/pipeline.ts";
import { runStages, type Stage } from "../../collector/pipeline/stages.ts";
import { isEmpty, type TelemetryData } from "../../collector/signals.ts";
import { Failure } from "../../core/failure.ts";
import { deepestValue } from "../../core/limits.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../../diagnostics/format.ts";
import { lineAt } from "../../diagnostics/lines.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { evaluationError } from "../../engine/failure-diagnostic.ts";
import { recordsOf } from "../../engine/records.ts";
import { parsePayloads } from "../../testing/parse-payloads.ts";
import { stringify } from "../json.ts";
import { Paper } from "../paper.ts";
import type { Streams } from "../streams.ts";
import { UsageError } from "../usage-error.ts";
import type { Input } from "./inputs.ts";
import { jsonSummary } from "./json-summary.ts";
import type { RunOptions } from "./options.ts";
import type { Output } from "./output.ts";
import { bySignal, type Pipelines } from "./pipelines.ts";
import { type NumberedLine, openInput } from "./read-input.ts";
import { readingOf } from "./reading.ts";
import { countRecords } from "./record-kinds.ts";
import { countMessage, type RunReport } from "./run-report.ts";
import { scrapeInput, whyNotScraped } from "./scrape-input.ts";
import { writeSummary } from "./summary.ts";

/** What a runner is made of. */
export interface RunnerParts {
  readonly pipelines: Pipelines;
  readonly options: RunOptions;
  readonly report: RunReport;
  readonly output: Output;
  /** Tells at once what is wrong with an input and does not end the run. */
  readonly complain: (text: string) => void;
}

/** Nobody reads the output any longer. */
export class OutputClosed extends Error {}

/** Puts inputs through the pipelines of their signals. */
export class Runner {
  readonly #pipelines: Pipelines;
  readonly #options: RunOptions;
  readonly #report: RunReport;
  readonly #output: Output;
  readonly #complain: RunnerParts["complain"];
  /** Whether it is told of each record what became of it. */
  readonly #tells: boolean;
  readonly #known = new Set<Pipeline>();
  #ran = false;
  /** Why no pipeline takes a payload. */
  #passedOver: OttlError | undefined;

  constructor({ pipelines, options, report, output, complain }: RunnerParts) {
    this.#pipelines = pipelines;
    this.#options = options;
    this.#report = report;
    this.#output = output;
    this.#complain = complain;
    this.#tells = options.output === "summary";
  }

  /** Runs an input: lines of JSON one by one, anything else when it has been read whole. */
  async input(input: Input, index: number, tell: (step: () => string) => void): Promise<void> {
    tell(() => "reading");
    const opened = await openInput(input);
    if (opened.kind === "lines") return this.#lines(opened.lines, input.name, tell);
    const reading = readingOf(opened.text, input.name);
    if (reading.kind === "scrape") return this.#scrape(reading.text, input, index);
    const { kind, payloads, notes } = reading;
    this.#report.oddities.push(...notes);
    this.#report.inputs.push({ name: input.name, kind, payloads: payloads.length });
    tell(() => "running");
    for (const payload of payloads) await this.#payload(payload);
  }

  /**
   * Throws an `OttlError` where no payload went through a pipeline, for there is none that takes them. Where there was no
   * payload at all, it is told of the pipeline that one would have gone through.
   */
  requireRun(): void {
    if (!this.#ran && this.#passedOver !== undefined) throw this.#passedOver;
    if (this.#known.size === 0) for (const pipeline of this.#pipelines.made) this.#taken(pipeline);
  }

  async #lines(
    lines: AsyncIterable<NumberedLine>,
    name: string,
    tell: (step: () => string) => void,
  ): Promise<void> {
    let payloads = 0;
    let skipped = 0;
    try {
      for await (const { number, text, bytes } of lines) {
        if (text.trim() === "") continue;
        const payload = this.#line(text, number, name);
        if (payload === undefined) skipped++;
        else {
          payloads++;
          for (const one of payload) await this.#payload(one);
        }
        tell(() => `${megabytes(bytes)} read of`);
      }
    } finally {
      this.#report.inputs.push({ name, kind: "otlp", payloads, ...(skipped > 0 ? { skipped } : {}) });
    }
  }

  /** The payload of a line, nothing where it is none and lines may be skipped. */
  #line(text: string, number: number, name: string): readonly TelemetryData[] | undefined {
    try {
      return parsePayloads(text, name);
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      const file = [{ file: name, start: 0, line: number }];
      if (this.#options.onBadLine === "fail")
        throw new OttlError(error.phase, error.diagnostics, text, { file });
      this.#complain(formatDiagnostics(text, error.diagnostics, { file }));
      return undefined;
    }
  }

  async #scrape(text: string, { name, baseName }: Input, index: number): Promise<void> {
    const pipeline = this.#pipelines.of("metrics");
    if (pipeline instanceof OttlError)
      throw new UsageError(
        `${name} is no OTLP JSON, so it is taken for a scrape, and the configuration has no pipeline of metrics that it could enter`,
        { isAboutFiles: true },
      );
    const report = this.#report;
    const scrape = scrapeInput(this.#taken(pipeline), text, { baseName, index }, this.#options);
    const { scraped, families, skippedRules } = scrape;
    for (const rule of skippedRules) report.skippedRules.add(rule);
    if (scraped === undefined) {
      const why = whyNotScraped(scrape);
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
    if (error !== undefined) this.#complain(formatDiagnostics(text, [error], { file: name }));
    if (this.#tells) for (const family of families()) report.families.add(family);
    await this.#run(pipeline, payload);
  }

  async #payload(payload: TelemetryData): Promise<void> {
    const report = this.#report;
    for (const [signal, own] of bySignal(payload)) {
      const pipeline = this.#pipelines.of(signal);
      if (pipeline instanceof OttlError) {
        this.#passedOver ??= pipeline;
        report.passedOver.set(signal, (report.passedOver.get(signal) ?? 0) + 1);
        continue;
      }
      if (this.#tells && signal === "metrics")
        for (const { metric } of recordsOf("metric", own)) report.families.add(metric?.name ?? "");
      await this.#run(this.#taken(pipeline), own);
    }
  }

  async #run(pipeline: Pipeline, payload: TelemetryData): Promise<void> {
    this.#ran = true;
    const { signal } = pipeline;
    const report = this.#report;
    if (this.#tells) countRecords(signal, payload, report.counts);
    const output = this.#processed(pipeline, payload);
    if (output === undefined || isEmpty(output)) return;
    if (this.#tells) countRecords(signal, output, report.left);
    if (this.#options.output === "otlp") {
      const text = this.#unlessRejected(() => written(output));
      if (text !== undefined && !(await this.#output.write(`${text}\n`))) throw new OutputClosed();
      return;
    }
    const { samples, errors } = pipeline.export(output);
    report.series.add(samples);
    for (const message of errors) countMessage(report.exportErrors, message);
  }

  /** What the pipeline makes of a payload, nothing where it is rejected. */
  #processed({ stages, signal }: Pipeline, payload: TelemetryData): TelemetryData | undefined {
    const report = this.#report;
    const before = (stage: Stage, input: TelemetryData) => {
      if (stage.filter === undefined) return;
      report.verdicts.find(({ filter }) => filter === stage.filter)?.add(signal, input);
    };
    return this.#unlessRejected(() => runStages(stages, payload, this.#tells ? before : undefined));
  }

  /** What a step makes of a payload; nothing where it is rejected, which is counted. */
  #unlessRejected<T>(step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof OttlError) || error.phase !== "evaluation") throw error;
      countMessage(this.#report.rejections, error.message);
      return undefined;
    }
  }

  /** A pipeline, of which the report tells from its first payload on. */
  #taken(pipeline: Pipeline): Pipeline {
    if (this.#known.has(pipeline)) return pipeline;
    this.#known.add(pipeline);
    this.#report.takePipeline(pipeline);
    return pipeline;
  }

  /** What is printed when everything has run. */
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
        return "";
    }
  }
}

/** A payload as JSON; throws an `OttlError` of phase `evaluation` where it is nested so deep that it cannot be written. */
function written(payload: TelemetryData): string {
  try {
    return stringify(payload);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw evaluationError(new Failure("value_nesting_too_deep", { limit: deepestValue }), "");
  }
}

/** Why a scrape failed, with the number and the text of the line. */
function failure(text: string, { message, span }: Diagnostic) {
  const { line, text: written } = lineAt(text, span.start);
  return { message, line, text: written.length > 200 ? `${written.slice(0, 200)}…` : written };
}

/** The numbers of samples that a scrape tells of itself: as exposed, and behind metric relabelling. */
function samplesOf(payload: TelemetryData): readonly [scraped: number, kept: number] {
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

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;
}
