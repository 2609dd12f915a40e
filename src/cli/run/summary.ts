import { counted, type Paper } from "../paper.ts";
import { type Noun, nameOf } from "./record-kinds.ts";
import type { RunReport } from "./run-report.ts";
import { fewNames, shown, sum, widest, writeFilter, writeTransform } from "./stage-summary.ts";
import type { Verdicts } from "./verdicts.ts";
import { placeText, warningsOf } from "./warnings.ts";

/** Writes what a run found out for people. */
export function writeSummary(paper: Paper, report: RunReport): void {
  writeInputs(paper, report);
  const rejected = sum(report.rejections.values());
  for (const stage of report.stages) {
    const { id, signal } = stage.pipeline;
    const of = { signal, pipeline: report.pipelines.length > 1 ? `${id}: ` : "" };
    if (stage.kind === "filter") writeFilter(paper, stage.verdicts, of, rejected > 0);
    else writeTransform(paper, stage.effects, of);
  }
  writeErrors(paper, report);
  if (rejected > 0) {
    paper.heading(`${counted(rejected, "payload")} rejected: nothing of it goes on`);
    for (const [message, count] of report.rejections)
      paper.text(count === 1 ? message : `${count.toLocaleString("en")} × ${message}`);
  }
  if (report.counts.has("span") || report.counts.has("log record")) writeLeft(paper, report);
  if (report.counts.has("metric") || report.counts.size === 0) {
    writeNames(paper, report);
    writeCardinality(paper, report);
  }
  writeWarnings(paper, report);
  writeRest(paper, report);
}

function writeInputs(paper: Paper, { families, inputs, counts }: RunReport): void {
  const metrics = counts.has("metric") || counts.size === 0;
  const others = countsText(counts, ["span", "span event", "log record"]);
  const ofMetrics = `${counted(families.size, "metric family", "metric families")} in: ${countsText(counts, ["metric", "data point"], true)}`;
  if (metrics) paper.heading(others === "" ? ofMetrics : `${ofMetrics}; ${others}`);
  else paper.heading(`${others || "nothing"} in`);
  const shown = inputs.length > 6 ? 4 : inputs.length;
  for (const { name, kind, instance, samples, payloads, skipped, droppedBy, error } of inputs.slice(
    0,
    shown,
  )) {
    if (kind !== "scrape") {
      const left = skipped === undefined ? "" : `, ${counted(skipped, "line")} left out`;
      paper.text(
        `${name}: ${counted(payloads, "payload")} of ${kind === "otlp" ? "OTLP" : "the debug exporter"}${left}`,
      );
    } else if (instance === undefined) paper.text(`${name}: not scraped, ${droppedBy}`);
    else {
      const [scraped, kept] = samples ?? [0, 0];
      const left = kept === scraped ? "" : `, ${kept.toLocaleString("en")} after metric relabelling`;
      paper.text(`${name}: ${counted(scraped, "sample")}${left}, scraped as ${instance}`);
    }
    if (error !== undefined)
      paper.warning(`the scrape failed at line ${error.line}: ${error.message}: ${error.text}`);
  }
  if (shown < inputs.length) paper.text(`… ${inputs.length - shown} more inputs`);
}

function writeErrors(paper: Paper, { errors }: RunReport): void {
  if (errors.size === 0) return;
  const all = [...errors.values()];
  paper.heading(counted(sum(all.map(({ count }) => count)), "evaluation error"));
  for (const { problem, count } of all) {
    const { text, place, error, record, recordPath } = problem;
    const name = nameOf(record);
    paper.text(`${count.toLocaleString("en")} × ${error.message}${count > 1 ? ", or alike" : ""}`);
    paper.text(`${placeText(place)}  ${text.replace(/\s+/g, " ").trim()}`, 4);
    paper.text(`first for ${name === "" ? "" : `${name} `}at ${recordPath}`, 4);
  }
}

function writeLeft(paper: Paper, { left }: RunReport): void {
  paper.heading(`${countsText(left, ["span", "span event", "log record"]) || "nothing"} out`);
}

function writeNames(paper: Paper, report: RunReport): void {
  const { series, verdicts, exportErrors } = report;
  const { names } = series;
  paper.heading(
    `${counted(names.length, "name")} out, ${counted(series.cardinality.series, "series", "series")}`,
  );
  const all = reasons(verdicts);
  // A reason that is the same for many is told above, once.
  const why = new Set(all.values()).size === 1 && all.size > fewNames ? new Map<string, string>() : all;
  const most = 40;
  const shownNames = names.slice(0, most);
  const width = Math.min(48, widest(shownNames.map(({ name }) => name)));
  for (const { name, series: count, metric } of shownNames) {
    const reason = metric === undefined ? "made by the exporter" : (why.get(metric) ?? "");
    paper.row(`${count.toLocaleString("en").padStart(6)}  ${name}`, reason, width + 8);
  }
  if (names.length > most) paper.text(`… ${names.length - most} more names (all with --output names)`);
  for (const [message, count] of exportErrors) paper.warning(count === 1 ? message : `${count} × ${message}`);
}

/** What the last filter that asked said about each metric that stays. */
function reasons(verdicts: readonly Verdicts[]): ReadonlyMap<string, string> {
  const why = new Map<string, string>();
  for (const { groups } of verdicts)
    for (const { of, verdict, deciders, counts } of groups)
      if (of === "metric" && verdict === "kept" && deciders.length > 0)
        for (const name of counts.keys()) why.set(name, deciders.map(shown).join("; "));
  return why;
}

function writeCardinality(paper: Paper, { series }: RunReport): void {
  const { cardinality } = series;
  if (cardinality.series === 0) return;
  paper.heading("Cardinality");
  const share = Math.round((cardinality.buckets / cardinality.series) * 100);
  if (cardinality.buckets > 0)
    paper.text(
      `${cardinality.buckets.toLocaleString("en")} of ${counted(cardinality.series, "series", "series")} are buckets (${share} %): a histogram you keep is a histogram you pay for`,
    );
  const [fewest, most] = cardinality.labelsPerSeries;
  const labels = cardinality.labels
    .slice(0, 5)
    .map(({ name, values }) => `${name} ${values.toLocaleString("en")}`);
  const values = labels.length === 0 ? "" : `; with most values: ${labels.join(", ")}`;
  paper.text(`${fewest === most ? counted(most, "label") : `${fewest} to ${most} labels`} a series${values}`);
}

function writeWarnings(paper: Paper, report: RunReport): void {
  const warnings = warningsOf(report);
  if (warnings.length === 0) return;
  paper.heading(counted(warnings.length, "warning"));
  for (const { place, text } of warnings) paper.warning(place === undefined ? text : `${place} ${text}`);
}

function writeRest(paper: Paper, { notRun, connectors, skippedRules }: RunReport): void {
  if (notRun.size + skippedRules.size === 0) return;
  paper.heading("Not run");
  const through = [...notRun].filter((id) => !connectors.has(id));
  if (through.length > 0) paper.text(`passed through: ${through.join(", ")}`);
  if (connectors.size > 0)
    paper.text(`connectors, which lead to other pipelines: ${[...connectors].join(", ")}`);
  for (const rule of skippedRules) paper.text(rule);
}

/** How many records there are of each kind that has some, or of each. */
function countsText(counts: ReadonlyMap<Noun, number>, nouns: readonly Noun[], all = false): string {
  return nouns
    .filter((noun) => all || (counts.get(noun) ?? 0) > 0)
    .map((noun) => counted(counts.get(noun) ?? 0, noun))
    .join(", ");
}
