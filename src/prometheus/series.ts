import type { PrometheusCompatibility } from "./capabilities.ts";
import { LabelSet } from "./label-set.ts";
import { type Label, type Labels, metricNameLabel, sortedLabels } from "./labels.ts";
import { type CompiledRule, relabelSet } from "./relabel.ts";
import type { Sample } from "./sample.ts";
import { withTargetLabels } from "./target-labels.ts";

/** A series with its final labels, the name not among them. */
export interface Series {
  readonly name: string;
  readonly labels: Labels;
}

export interface SeriesOptions {
  /** Whether labels of the exposition win over those of the target; default `false`. */
  readonly honorLabels?: boolean;
  /** `metric_relabel_configs`: the rules that every sample of the target goes through. */
  readonly metricRelabelRules?: readonly CompiledRule[];
}

/** Makes the series of samples: with the labels of their target, behind metric relabelling, which drops some. */
export function seriesMaker(
  target: Labels,
  { honorLabels = false, metricRelabelRules: rules = [] }: SeriesOptions,
  compatibility: PrometheusCompatibility,
): (sample: Sample) => Series | undefined {
  if (rules.length === 0)
    return ({ name, labels }) => ({ name, labels: withTargetLabels(labels, target, honorLabels) });
  const maps = rules.some(({ rule }) => rule.action?.toLowerCase() === "labelmap");
  const ordered = maps && compatibility.has("target_labels_last");
  return (sample) => {
    const set = ordered ? inOrderOfComing(sample, target, honorLabels) : byName(sample, target, honorLabels);
    if (!relabelSet(set, rules)) return undefined;
    const left = set.labels();
    if (left.length === 0) return undefined;
    const named = left.findIndex(({ name }) => name === metricNameLabel);
    if (named < 0) return { name: "", labels: left };
    return { name: (left[named] as Label).value, labels: left.toSpliced(named, 1) };
  };
}

function byName(sample: Sample, target: Labels, honorLabels: boolean): LabelSet {
  const labels = withTargetLabels(sample.labels, target, honorLabels);
  return new LabelSet(sortedLabels([...nameOf(sample), ...labels]));
}

/** The labels that the target adds come after those that the series has. */
function inOrderOfComing(sample: Sample, target: Labels, honorLabels: boolean): LabelSet {
  const labels = withTargetLabels(sample.labels, target, honorLabels);
  const ofTarget = new Set(target.map(({ name }) => name));
  const exposed = new Set(sample.labels.map(({ name }) => name));
  const isTargets = ({ name }: Label) => ofTarget.has(name);
  const isAdded = (label: Label) => !exposed.has(label.name) || (!honorLabels && isTargets(label));
  const set = new LabelSet(sortedLabels([...nameOf(sample), ...labels.filter((label) => !isAdded(label))]));
  const added = labels.filter(isAdded);
  for (const { name, value } of [...added.filter(isTargets), ...added.filter((label) => !isTargets(label))])
    set.set(name, value);
  return set;
}

function nameOf({ name }: Sample): readonly Label[] {
  return name === "" ? [] : [{ name: metricNameLabel, value: name }];
}
