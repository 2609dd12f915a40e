import type { SeriesSample } from "../../src/prometheus.ts";
import type { Decider, Failed, Verdict } from "./filter-metrics.ts";

/** What a terminal can show. */
export interface Paper {
  readonly width: number;
  readonly colours: boolean;
}

/** Lines of a report. */
export class Report {
  readonly lines: string[] = [];
  readonly #paper: Paper;

  constructor(paper: Paper) {
    this.#paper = paper;
  }

  heading(text: string): void {
    this.lines.push("", this.#painted(text, 1));
  }

  /** A text in as many lines as it needs, later ones further in. */
  text(text: string, indent = 2): void {
    let line = "";
    let margin = " ".repeat(indent);
    for (const word of text.split(" ")) {
      if (line !== "" && margin.length + line.length + 1 + word.length > this.#paper.width) {
        this.lines.push(margin + line);
        margin = " ".repeat(indent + 2);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    this.lines.push(margin + line);
  }

  warning(text: string): void {
    const from = this.lines.length;
    this.text(text);
    for (let i = from; i < this.lines.length; i++) this.lines[i] = this.#painted(this.lines[i] ?? "", 33);
  }

  row(left: string, right: string, width: number): void {
    const start = `  ${left.padEnd(width)}  `;
    this.lines.push(`${start}${clipped(right, Math.max(20, this.#paper.width - start.length))}`.trimEnd());
  }

  #painted(text: string, code: number): string {
    return this.#paper.colours ? `\x1b[${code}m${text}\x1b[0m` : text;
  }
}

/** Which metrics stay, and what decided for each; which go, by what decided. */
export function reportVerdicts(report: Report, verdicts: readonly Verdict[]): void {
  const kept = verdicts.filter(({ dropped }) => !dropped);
  const dropped = verdicts.filter(({ dropped }) => dropped);
  report.heading(`${counted(kept.length, "metric")} kept`);
  const width = Math.min(40, Math.max(0, ...kept.map(({ metric }) => metric.name.length)));
  for (const { metric, deciders } of kept) report.row(metric.name, deciders.map(said).join("; "), width);
  for (const { metric, deciders } of kept)
    for (const { explanation, anchored } of deciders)
      if (anchored !== undefined)
        report.warning(
          `! ${metric.name} is here because IsMatch is unanchored: ${explanation.text} finds its pattern anywhere in the text; ${anchored} would not match.`,
        );

  report.heading(`${counted(dropped.length, "metric")} dropped`);
  for (const [decided, names] of grouped(dropped)) {
    report.text(`${names.length} by ${decided}`);
    const more = names.length > 3 ? `, … ${names.length - 3} more` : "";
    report.text(`${names.slice(0, 3).join(", ")}${more}`, 4);
  }
}

/** What failed, for each condition. */
export function reportFailures(report: Report, failures: readonly Failed[]): void {
  if (failures.length === 0) return;
  const count = failures.reduce((sum, { metrics }) => sum + metrics.length, 0);
  report.heading(counted(count, "evaluation error"));
  for (const { condition, message, metrics } of failures) {
    report.text(`${metrics.length} × ${message}`);
    report.text(`in ${condition}`, 4);
    report.text(`for ${metrics[0]}${metrics.length > 1 ? ` and ${metrics.length - 1} more` : ""}`, 4);
  }
}

/** The names that arrive, with the number of their series and what decided that they do. */
export function reportNames(
  report: Report,
  samples: readonly SeriesSample[],
  verdicts: readonly Verdict[],
): void {
  const deciders = new Map(verdicts.map(({ metric, deciders }) => [metric.name, deciders]));
  const names = new Map<string, { series: number; why: string }>();
  for (const { name, metric } of samples) {
    const known = names.get(name);
    if (known !== undefined) known.series++;
    else {
      const why = metric === undefined ? "made by the exporter" : deciders.get(metric)?.map(shown);
      names.set(name, { series: 1, why: String(why ?? "") });
    }
  }
  report.heading(`${counted(names.size, "name")} arrive, ${counted(samples.length, "series", "series")}`);
  const width = Math.min(44, Math.max(0, ...[...names.keys()].map((name) => name.length)));
  for (const [name, { series, why }] of [...names].sort(([a], [b]) => (a < b ? -1 : 1)))
    report.row(`${String(series).padStart(6)}  ${name}`, why, width + 8);
}

/** A number with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

function shown({ explanation }: Decider): string {
  return `${oneLine(explanation.text)}${explanation.error === undefined ? "" : " fails"}`;
}

/** A decider and what it gave. */
function said({ explanation: { text, value, error } }: Decider): string {
  return error === undefined
    ? `${oneLine(text)} is ${String(value)}`
    : `${oneLine(text)} fails: ${error.message}`;
}

function grouped(verdicts: readonly Verdict[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { metric, deciders } of verdicts) {
    const key = deciders.map(said).join("; ");
    groups.set(key, [...(groups.get(key) ?? []), metric.name]);
  }
  return groups;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function clipped(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
