import type { MetricRecord } from "../../shapes/records.ts";
import { counted, type Paper } from "../paper.ts";
import type { RunReport } from "./run-report.ts";
import type { Decider, Group, Verdicts } from "./verdicts.ts";
import { placeText, warningsOf } from "./warnings.ts";

/** Writes what a run found out for people. */
export function writeSummary(paper: Paper, report: RunReport): void {
  writeInputs(paper, report);
  for (const verdicts of report.verdicts) writeFilter(paper, verdicts, report.rejections.length > 0);
  writeErrors(paper, report);
  if (report.rejections.length > 0) {
    paper.heading(`${counted(report.rejections.length, "payload")} rejected: nothing of it goes on`);
    for (const message of new Set(report.rejections)) paper.text(message);
  }
  writeNames(paper, report);
  writeCardinality(paper, report);
  writeWarnings(paper, report);
  writeRest(paper, report);
}

function writeInputs(paper: Paper, { families, inputs, metrics, dataPoints }: RunReport): void {
  paper.heading(
    `${counted(families.size, "metric family", "metric families")} in: ${counted(metrics, "metric")}, ${counted(dataPoints, "data point")}`,
  );
  const shown = inputs.length > 6 ? 4 : inputs.length;
  for (const { name, kind, instance, samples, payloads, droppedBy, error } of inputs.slice(0, shown)) {
    if (kind === "otlp") paper.text(`${name}: ${counted(payloads, "payload")} of OTLP`);
    else if (instance === undefined) paper.text(`${name}: not scraped, ${droppedBy}`);
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

function writeFilter(paper: Paper, verdicts: Verdicts, rejected: boolean): void {
  const { filter, groups, emptied } = verdicts;
  const modes = [...new Set(filter.lists.map(({ errorMode }) => errorMode))].join(", ");
  paper.heading(`${filter.id} drops what matches (error_mode ${modes})`);
  for (const { conditions } of filter.lists)
    for (const { text, place } of conditions)
      paper.text(`${placeText(place)}  ${text.replace(/\s+/g, " ").trim()}`);
  writeKept(paper, groups, emptied, rejected);
  writeGroups(paper, groups, "metric", "dropped");
  writeEmptied(paper, emptied);
  writeGroups(paper, groups, "metric", "rejected");
  writeGroups(paper, groups, "data point", "kept");
  writeGroups(paper, groups, "data point", "dropped");
  writeGroups(paper, groups, "data point", "rejected");
}

/** Up to this many metrics that a condition keeps have a line each. */
const fewNames = 6;

/** What stays, a line for each metric with what decided, or for many with the same reason one for all. */
function writeKept(
  paper: Paper,
  groups: readonly Group[],
  emptied: ReadonlyMap<string, number>,
  rejected: boolean,
): void {
  const kept = groups
    .filter(({ of, verdict }) => of === "metric" && verdict === "kept")
    .map(({ counts, deciders }) => ({
      why: deciders.map(said).join("; "),
      names: [...counts]
        .map(([name, count]) => ({ name, count: count - (emptied.get(name) ?? 0) }))
        .filter(({ count }) => count > 0),
    }));
  const total = sum(kept.flatMap(({ names }) => names.map(({ count }) => count)));
  paper.heading(`${counted(total, "metric")} ${rejected ? "that would be kept" : "kept"}`);
  const few = kept.filter(({ names }) => names.length <= fewNames);
  const rows = few.flatMap(({ names, why }) =>
    names.map(({ name, count }) => ({ name: count === 1 ? name : `${name} ×${count}`, why })),
  );
  const width = Math.min(40, longest(rows.map(({ name }) => name)));
  for (const { name, why } of rows) paper.row(name, why, width);
  for (const { names, why } of kept.filter((group) => !few.includes(group))) {
    const count = sum(names.map((one) => one.count)).toLocaleString("en");
    paper.text(why === "" ? `${count}, since no condition was asked` : `${count} by ${why}`);
    paper.text(some(names.map(({ name }) => name)), 4);
  }
}

function writeGroups(
  paper: Paper,
  groups: readonly Group[],
  of: Group["of"],
  verdict: Group["verdict"],
): void {
  const these = groups.filter((group) => group.of === of && group.verdict === verdict);
  if (these.length === 0) return;
  paper.heading(`${counted(sum(these.map(({ counts }) => sum(counts.values()))), of)} ${verdict}`);
  for (const { counts, deciders } of these) {
    const why = deciders.map(said).join("; ") || "no condition was asked";
    paper.text(`${sum(counts.values()).toLocaleString("en")} by ${why}`);
    paper.text(some([...counts.keys()]), 4);
  }
}

function writeEmptied(paper: Paper, emptied: ReadonlyMap<string, number>): void {
  if (emptied.size === 0) return;
  paper.heading(`${counted(sum(emptied.values()), "metric")} dropped: no data point is left`);
  paper.text(some([...emptied.keys()]), 4);
}

function writeErrors(paper: Paper, { errors }: RunReport): void {
  if (errors.size === 0) return;
  const all = [...errors.values()];
  paper.heading(counted(sum(all.map(({ count }) => count)), "evaluation error"));
  for (const { problem, count } of all) {
    const { text, place, error, record, recordPath } = problem;
    paper.text(`${count.toLocaleString("en")} × ${error.message}${count > 1 ? ", or alike" : ""}`);
    paper.text(`${placeText(place)}  ${text.replace(/\s+/g, " ").trim()}`, 4);
    paper.text(`first for ${nameOf(record)}at ${recordPath}`, 4);
  }
}

/** The name of the metric of a record, with a blank behind it. */
function nameOf({ metric }: MetricRecord): string {
  return metric?.name ? `${metric.name} ` : "";
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
  const width = Math.min(48, longest(shownNames.map(({ name }) => name)));
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
  paper.text(
    `${fewest === most ? counted(most, "label") : `${fewest} to ${most} labels`} a series; with most values: ${cardinality.labels
      .slice(0, 5)
      .map(({ name, values }) => `${name} ${values.toLocaleString("en")}`)
      .join(", ")}`,
  );
}

function writeWarnings(paper: Paper, report: RunReport): void {
  const warnings = warningsOf(report);
  if (warnings.length === 0) return;
  paper.heading(counted(warnings.length, "warning"));
  for (const { place, text } of warnings) paper.warning(place === undefined ? text : `${place} ${text}`);
}

function writeRest(paper: Paper, { notRun, skippedRules }: RunReport): void {
  if (notRun.length + skippedRules.size === 0) return;
  paper.heading("Not run");
  if (notRun.length > 0) paper.text(`passed through: ${notRun.join(", ")}`);
  for (const rule of skippedRules) paper.text(rule);
}

/** A decider and what it gave. */
function said({ text, value, error }: Decider): string {
  return error === undefined ? `${text} is ${value}` : `${text} fails: ${error.message}`;
}

function shown({ text, error }: Decider): string {
  return error === undefined ? text : `${text} fails`;
}

function some(names: readonly string[], most = 3): string {
  const more = names.length - most;
  return `${names.slice(0, most).join(", ")}${more > 0 ? `, … ${more} more` : ""}`;
}

function longest(texts: readonly string[]): number {
  return texts.reduce((length, text) => Math.max(length, text.length), 0);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
