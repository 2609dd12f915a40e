import { placeIn } from "../../diagnostics/source-file.ts";
import type { RunReport } from "./run-report.ts";
import type { Verdicts } from "./verdicts.ts";

/** What a run found out, as plain data for `--format json`. */
export function jsonSummary(report: RunReport): object {
  const { series } = report;
  return {
    pipeline: report.pipeline,
    inputs: report.inputs,
    families: report.families.size,
    metrics: report.metrics,
    dataPoints: report.dataPoints,
    filters: report.verdicts.map(filterSummary),
    errors: [...report.errors.values()].map(({ component, count, problem }) => ({
      component,
      count,
      message: problem.error.message,
      condition: problem.text,
      place: problem.place,
      first: problem.recordPath,
    })),
    rejections: report.rejections,
    names: series.names,
    ...series.cardinality,
    exportErrors: Object.fromEntries(report.exportErrors),
    warnings: report.warnings.map(({ code, message, hint, setting, span }) => {
      const { file, line, column } = placeIn(report.source.text, report.source.file, span.start);
      return { code, message, hint, setting, file, line, column };
    }),
    oddities: report.oddities,
    notRun: report.notRun,
    skippedRules: [...report.skippedRules],
  };
}

function filterSummary({ filter, groups, emptied, looseMatches }: Verdicts): object {
  return {
    id: filter.id,
    counters: filter.counters,
    groups: groups.map(({ counts, ...group }) => ({ ...group, counts: Object.fromEntries(counts) })),
    emptied: Object.fromEntries(emptied),
    unanchored: looseMatches.map(({ metrics, ...match }) => ({ ...match, metrics: [...metrics] })),
  };
}
