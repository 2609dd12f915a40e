import { createPipeline } from "../../collector/pipeline/pipeline.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { Condition } from "../../engine/condition.ts";
import { counted, Paper } from "../paper.ts";
import { findInputs, readText } from "../run/inputs.ts";
import { type Streams, write } from "../streams.ts";
import { UsageError } from "../usage-error.ts";
import { type Explained, explainSelected, rejectionOf } from "./explained.ts";
import { Groups } from "./groups.ts";
import { explainedJson } from "./json-report.ts";
import { type ExplainOptions, explainOptions, explainUsage } from "./options.ts";
import { payloadsIn } from "./payloads-in.ts";
import { writeExplained } from "./pretty.ts";
import { selector, selectRecords } from "./select-records.ts";

/** Runs `ottlkit explain` and answers the exit code: 1 where no record is selected, 2 where it is used wrongly. */
export async function explain(args: readonly string[], streams: Streams): Promise<number> {
  const options = explainOptions(args, Date.now());
  if (options === undefined) {
    await write(streams.stdout, explainUsage);
    return 0;
  }
  const where = options.where === undefined ? undefined : selectorOf(options.where, options, streams);
  if (where === "wrong") return 2;
  const pipeline = createPipeline(readText(options.config), {
    file: options.config,
    env: process.env,
    strict: options.strict,
    ...(options.pipeline === undefined ? {} : { pipeline: options.pipeline }),
    ...(options.compatibility === undefined ? {} : { compatibility: options.compatibility }),
  });
  const inputs = await findInputs(options.inputs, streams.stdin);
  if (options.targets.length > inputs.length)
    throw new UsageError(
      `${counted(options.targets.length, "target")} for ${counted(inputs.length, "input")}`,
    );
  const answers = new Answers(options);
  for (const [i, input] of inputs.entries()) {
    const { payloads, notes } = await payloadsIn(input, i, pipeline, options);
    answers.notes.push(...notes);
    for (const payload of payloads) {
      const selection = selectRecords(payload, pipeline, where);
      answers.count(selection);
      if (selection.records.length === 0) continue;
      const rejection = rejectionOf(pipeline, payload);
      for (const selected of selection.records)
        answers.add(explainSelected(pipeline, input.name, selected, rejection));
    }
  }
  await write(streams.stdout, answers.text(pipeline.id, streams));
  for (const note of answers.allNotes) streams.stderr.write(`note: ${note}\n`);
  return answers.selected === 0 ? 1 : 0;
}

/** The condition of `--where`; what is wrong with it is told at its place. */
function selectorOf(
  text: string,
  { compatibility }: ExplainOptions,
  { stderr }: Streams,
): Condition | "wrong" {
  try {
    return selector(text, compatibility);
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
  #noun = "metric";
  #of = 0;
  #failed = 0;
  #failure: string | undefined;

  constructor(options: ExplainOptions) {
    this.#options = options;
  }

  count({ of, failed, failure }: ReturnType<typeof selectRecords>): void {
    this.#of += of;
    this.#failed += failed;
    this.#failure ??= failure;
  }

  add(explained: Explained): void {
    const { verdict, record } = explained;
    this.#verdicts.set(verdict, (this.#verdicts.get(verdict) ?? 0) + 1);
    if ("dataPoint" in record) this.#noun = "data point";
    if (this.#options.summary) this.#groups.add(explained);
    else if (this.#told.length < this.#options.limit) this.#told.push(explained);
  }

  get selected(): number {
    return this.#verdicts.values().reduce((sum, count) => sum + count, 0);
  }

  get allNotes(): readonly string[] {
    const nothing =
      this.selected > 0
        ? []
        : [
            `no record is selected, of ${counted(this.#of, "metric or data point", "metrics or data points")}`,
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
    paper.heading(
      `${counted(this.selected, this.#noun)} of ${this.#of.toLocaleString("en")} through ${pipeline}: ${counts.join(", ")}`,
    );
    if (summary) this.#groups.write(paper, this.#noun);
    for (const explained of this.#told) writeExplained(paper, explained);
    const more = summary ? 0 : this.selected - this.#told.length;
    if (more > 0)
      paper.heading(
        `… ${counted(more, "more record")}: choose with --where, group with --summary, or raise --limit`,
      );
    return String(paper);
  }
}
