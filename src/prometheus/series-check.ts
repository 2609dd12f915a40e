import { Failure } from "../core/failure.ts";
import { byteLength } from "../core/utf8.ts";
import type { Code } from "../diagnostics/all-messages.ts";
import type { PrometheusCompatibility } from "./capabilities.ts";
import { type Labels, metricNameLabel } from "./labels.ts";
import { isLabelName, type NameValidation } from "./relabel-rule.ts";
import type { Sample } from "./sample.ts";
import type { Series, SeriesOptions } from "./series.ts";

export interface CheckOptions {
  /** Which names series and labels may have; default `utf8`. */
  readonly nameValidation?: NameValidation;
  /** What fails the scrape where it is exceeded. */
  readonly limits?: ScrapeLimits;
}

/** Limits on what is left after relabelling; 0 is no limit. */
export interface ScrapeLimits {
  readonly samples?: number;
  /** How many labels a series may have, its name and those of the target included. */
  readonly labels?: number;
  /** In bytes. */
  readonly labelName?: number;
  /** In bytes. */
  readonly labelValue?: number;
}

type Check = (sample: Sample, series: Series) => Failure | undefined;

/** Makes a check of series that tells why one fails its scrape. */
export function seriesCheck(
  options: CheckOptions & SeriesOptions,
  compatibility: PrometheusCompatibility,
): Check {
  const names = nameCheck(options.nameValidation ?? "utf8");
  const limits = limitCheck(options.limits ?? {});
  const relabels = (options.metricRelabelRules ?? []).length > 0;
  const keepsRepeated = compatibility.has("repeated_labels_stay");
  return (sample, series) => {
    if (series.name === "") {
      const code = sample.name === "" ? "exposition_name_missing" : "exposition_name_relabelled";
      return sampleFailure(code, {}, sample);
    }
    const twice = relabels
      ? repeatedStill(sample.labels, series.labels, keepsRepeated)
      : repeatedLabel(sample.labels);
    if (twice !== undefined) return sampleFailure("exposition_label_twice", { label: twice }, sample);
    return names(sample, series) ?? limits(sample, series);
  };
}

/** What fails a scrape, at a sample's place. */
export function sampleFailure(
  code: Code,
  params: Readonly<Record<string, unknown>>,
  { offset, series }: Sample,
): Failure {
  return new Failure(code, params, { start: offset, end: offset + series.length });
}

/** The names must be valid UTF-8, and not empty. */
function nameCheck(validation: NameValidation): Check {
  const valid = new Set<string>();
  const isValid = (name: string) => {
    if (valid.has(name)) return true;
    if (/\p{Surrogate}/u.test(name)) return false;
    valid.add(name);
    return true;
  };
  return (sample, { name, labels }) => {
    if (!isValid(name)) return sampleFailure("exposition_encoding", { what: "the name" }, sample);
    for (const { name } of labels) {
      if (name === "") return sampleFailure("exposition_label_empty", {}, sample);
      if (!isValid(name)) return sampleFailure("exposition_encoding", { what: "a label name" }, sample);
    }
    if (validation === "utf8") return undefined;
    const isLegacy = /^[a-zA-Z_:][\w:]*$/.test(name);
    const wrong = isLegacy ? labels.find((label) => !isLabelName(label.name, validation))?.name : name;
    return wrong === undefined ? undefined : sampleFailure("exposition_name_legacy", { name: wrong }, sample);
  };
}

function limitCheck({ labels: count = 0, labelName = 0, labelValue = 0 }: ScrapeLimits): Check {
  if (count + labelName + labelValue === 0) return () => undefined;
  return (sample, { name, labels }) => {
    const all = [{ name: metricNameLabel, value: name }, ...labels];
    if (count > 0 && all.length > count)
      return sampleFailure("scrape_label_limit", { found: all.length, limit: count }, sample);
    for (const { name: label, value } of all) {
      if (labelName > 0 && byteLength(label) > labelName)
        return sampleFailure("scrape_label_name_limit", { label, limit: labelName }, sample);
      if (labelValue > 0 && byteLength(value) > labelValue)
        return sampleFailure("scrape_label_value_limit", { label, limit: labelValue }, sample);
    }
    return undefined;
  };
}

/** The name of a label that a series has twice, or that stands for its metric name; empty labels do not count. */
function repeatedLabel(labels: Labels): string | undefined {
  return labels.find(({ name, value }, i) => {
    const next = labels[i + 1];
    return value !== "" && (name === metricNameLabel || (next?.name === name && next.value !== ""));
  })?.name;
}

/** The name of a label that a series still has twice behind rules. In newer versions a rule that sets it sets one of the two. */
function repeatedStill(exposed: Labels, labels: Labels, keeps: boolean): string | undefined {
  const still = repeatedLabel(labels);
  if (still !== undefined || !keeps) return still;
  const before = repeatedLabel(exposed);
  return labels.some(({ name }) => name === before) ? before : undefined;
}
