import { placeIn } from "../../diagnostics/source-file.ts";
import type { Effects } from "./effects.ts";
import type { Noun } from "./record-kinds.ts";
import type { RunReport } from "./run-report.ts";
import type { Verdicts } from "./verdicts.ts";

/** What a run found out, as plain data for `--format json`. */
export function jsonSummary(report: RunReport): object {
  const { series } = report;
  return {
    pipelines: report.pipelines,
    inputs: report.inputs,
    families: report.families.size,
    ...countsOf(report.counts),
    left: countsOf(report.left),
    filters: report.verdicts.map(filterSummary),
    transforms: report.stages.flatMap((stage) =>
      stage.kind === "transform" ? [transformSummary(stage.effects)] : [],
    ),
    errors: [...report.errors.values()].map(({ component, count, problem }) => ({
      component,
      count,
      message: problem.error.message,
      [problem.kind ?? "condition"]: problem.text,
      place: problem.place,
      first: problem.recordPath,
    })),
    rejections: [...report.rejections].map(([message, count]) => ({ message, count })),
    names: series.names,
    ...series.cardinality,
    exportErrors: Object.fromEntries(report.exportErrors),
    warnings: report.warnings.map(({ code, message, hint, setting, span }) => {
      const { file, line, column } = placeIn(report.source.text, report.source.file, span.start);
      return { code, message, hint, setting, file, line, column };
    }),
    oddities: report.oddities,
    notRun: [...report.notRun],
    connectors: [...report.connectors],
    skippedRules: [...report.skippedRules],
  };
}

function countsOf(counts: ReadonlyMap<Noun, number>): object {
  return {
    metrics: counts.get("metric") ?? 0,
    dataPoints: counts.get("data point") ?? 0,
    spans: counts.get("span") ?? 0,
    spanEvents: counts.get("span event") ?? 0,
    logRecords: counts.get("log record") ?? 0,
  };
}

function filterSummary({ filter, groups, emptied, looseMatches }: Verdicts): object {
  return {
    id: filter.id,
    counters: filter.counters,
    groups: groups.map(({ counts, emptied: _, ...group }) => ({
      ...group,
      counts: Object.fromEntries(counts),
    })),
    emptied: Object.fromEntries(emptied),
    unanchored: looseMatches.map(({ metrics, ...match }) => ({ ...match, metrics: [...metrics] })),
  };
}

function transformSummary({ transform, groups }: Effects): object {
  return {
    id: transform.id,
    groups: groups.map(({ group, tried, opened, statements }) => ({
      name: group.name,
      context: group.context,
      tried,
      opened,
      statements: statements.map(({ paths, ...counts }, i) => ({
        text: group.statements[i]?.text,
        place: group.statements[i]?.place,
        ...counts,
        paths: Object.fromEntries(paths),
      })),
    })),
  };
}
