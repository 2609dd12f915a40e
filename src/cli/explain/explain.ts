import type { ConfigurationFile } from "../../collector/configuration.ts";
import { createPipeline, type Pipeline } from "../../collector/pipeline/pipeline.ts";
import type { SignalName } from "../../collector/signals.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { Condition } from "../../engine/condition.ts";
import { counted, Paper } from "../paper.ts";
import { targetInputs } from "../run/inputs.ts";
import { configurationOf, settingsOf } from "../run/pipeline-options.ts";
import { type Reading, readingOf } from "../run/reading.ts";
import { nounOf } from "../run/record-kinds.ts";
import { scrapeInput } from "../run/scrape-input.ts";
import { type Streams, write } from "../streams.ts";
import { type Explained, explainSelected, rejectionOf } from "./explained.ts";
import { Groups } from "./groups.ts";
import { explainedJson } from "./json-report.ts";
import { type ExplainOptions, explainOptions, explainUsage } from "./options.ts";
import { ofSignal, scraped, signalOf } from "./payloads-in.ts";
import { writeExplained } from "./pretty.ts";
import { selector, selectRecords, signalOfSelector } from "./select-records.ts";

/** Runs `ottlkit explain` and answers the exit code: 1 where no record is selected, 2 where it is used wrongly. */
export async function explain(args: readonly string[], streams: Streams): Promise<number> {
  const options = explainOptions(args, Date.now());
  if (options === undefined) {
    await write(streams.stdout, explainUsage);
    return 0;
  }
  const files = configurationOf(options);
  const inputs = await targetInputs(options, streams.stdin);
  const readings: Reading[] = [];
  for (const { name, read } of inputs) readings.push(readingOf(await read(), name));
  const pipeline = pipelineFor(files, options, readings);
  const where = selectorOf(options, pipeline, streams);
  if (where === "wrong") return 2;
  const answers = new Answers(options, pipeline.signal);
  const selecting = { signal: pipeline.signal, stages: pipeline.stages, where };
  for (const [index, { name, baseName }] of inputs.entries()) {
    const reading = readings[index] as Reading; // one for each
    const { payloads, notes } =
      reading.kind === "scrape"
        ? scraped(reading.text, name, scrapeInput(pipeline, reading.text, { baseName, index }, options))
        : ofSignal(name, reading, pipeline.signal);
    answers.notes.push(...notes);
    for (const payload of payloads) {
      const selection = selectRecords(payload, selecting);
      answers.count(selection);
      if (selection.records.length === 0) continue;
      const rejection = rejectionOf(pipeline, payload);
      for (const selected of selection.records)
        answers.add(explainSelected(pipeline, name, selected, rejection));
    }
  }
  await write(streams.stdout, answers.text(pipeline.id, streams));
  for (const note of answers.allNotes) streams.stderr.write(`note: ${note}\n`);
  return answers.selected === 0 ? 1 : 0;
}

/** The pipeline that is named, else the one of the signal that the condition or the inputs are of. */
function pipelineFor(
  files: readonly ConfigurationFile[],
  options: ExplainOptions,
  readings: readonly Reading[],
): Pipeline {
  const { pipeline, compatibility, where } = options;
  const settings = settingsOf(options);
  const make = (signal: SignalName | undefined) =>
    createPipeline(files, signal === undefined ? settings : { ...settings, signal });
  if (pipeline !== undefined) return make(undefined);
  const asked = where === undefined ? undefined : signalOfSelector(where, compatibility);
  try {
    return make(asked ?? signalOf(readings));
  } catch (error) {
    const isUnasked =
      error instanceof OttlError && error.code === "no_pipeline_of_signal" && asked !== undefined;
    if (isUnasked) return make(undefined); // that the condition is about something else is told at the condition
    throw error;
  }
}

/** The condition of `--where`; what is wrong with it is told at its place. */
function selectorOf(
  { where, compatibility }: ExplainOptions,
  { signal }: Pipeline,
  { stderr }: Streams,
): Condition | undefined | "wrong" {
  if (where === undefined) return undefined;
  try {
    return selector(where, signal, compatibility);
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    stderr.write(`ottlkit: --where cannot be used\n${error}\n`);
    return "wrong";
  }
}

/** What is told of the records. */
class Answers {
  readonly notes: string[] = [];
  readonly #options: ExplainOptions;
  readonly #groups = new Groups();
  readonly #told: Explained[] = [];
  readonly #verdicts = new Map<string, number>();
  readonly #nouns = new Set<string>();
  readonly #signal: SignalName;
  #of = 0;
  #failed = 0;
  #failure: string | undefined;

  constructor(options: ExplainOptions, signal: SignalName) {
    this.#options = options;
    this.#signal = signal;
  }

  count({ of, failed, failure }: ReturnType<typeof selectRecords>): void {
    this.#of += of;
    this.#failed += failed;
    this.#failure ??= failure;
  }

  add(explained: Explained): void {
    const { verdict, record } = explained;
    this.#verdicts.set(verdict, (this.#verdicts.get(verdict) ?? 0) + 1);
    this.#nouns.add(nounOf(record));
    if (this.#options.summary) this.#groups.add(explained);
    else if (this.#told.length < this.#options.limit) this.#told.push(explained);
  }

  get selected(): number {
    return this.#verdicts.values().reduce((sum, count) => sum + count, 0);
  }

  /** What all of them are called. */
  get noun(): string {
    const [only, second] = this.#nouns;
    if (this.#nouns.has("data point")) return "data point"; // beside metrics that have none
    return only === undefined || second !== undefined ? "record" : only;
  }

  get allNotes(): readonly string[] {
    const nothing =
      this.selected > 0
        ? []
        : [
            `no record is selected, of ${counted(this.#of, noneOf[this.#signal][0], noneOf[this.#signal][1])}`,
          ];
    const failed =
      this.#failed === 0
        ? []
        : [`--where fails on ${counted(this.#failed, "record")}, which are not selected: ${this.#failure}`];
    return [...new Set(this.notes), ...failed, ...nothing];
  }

  text(pipeline: string, { stdout }: Streams): string {
    const { summary, format } = this.#options;
    const verdicts = Object.fromEntries(this.#verdicts);
    if (format === "json") {
      const body = summary ? { groups: this.#groups.json } : { records: this.#told.map(explainedJson) };
      const report = {
        pipeline,
        of: this.#of,
        selected: this.selected,
        verdicts,
        notes: this.allNotes,
        ...body,
      };
      return `${JSON.stringify(report, undefined, 2)}\n`;
    }
    if (this.selected === 0) return "";
    const paper = Paper.for(stdout);
    const counts = Object.entries(verdicts).map(
      ([verdict, count]) => `${count.toLocaleString("en")} ${verdict}`,
    );
    const among = this.#signal === "traces" && this.noun !== "record" ? " spans and events" : "";
    paper.heading(
      `${counted(this.selected, this.noun)} of ${this.#of.toLocaleString("en")}${among} through ${pipeline}: ${counts.join(", ")}`,
    );
    if (summary) this.#groups.write(paper, this.noun);
    for (const explained of this.#told) writeExplained(paper, explained);
    const more = summary ? 0 : this.selected - this.#told.length;
    if (more > 0)
      paper.heading(
        `… ${counted(more, "more record")}: choose with --where, group with --summary, or raise --limit`,
      );
    return String(paper);
  }
}

/** What there was to choose from, one and many. */
const noneOf: Readonly<Record<SignalName, readonly [string, string]>> = {
  metrics: ["metric or data point", "metrics or data points"],
  traces: ["span or event", "spans and events"],
  logs: ["log record", "log records"],
};
