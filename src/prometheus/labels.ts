import { compareText } from "../core/text-order.ts";

/** A label of a series. */
export interface Label {
  readonly name: string;
  readonly value: string;
}

/** Labels ordered by name. An empty value means the same as no label. */
export type Labels = readonly Label[];

/** The label that is the name of a metric. */
export const metricNameLabel = "__name__";

/** The labels of a plain object, in order; empty ones are left out. */
export function labelsOf(values: Readonly<Record<string, string>>): Labels {
  return sortedLabels(
    Object.entries(values)
      .filter(([, value]) => value !== "")
      .map(([name, value]) => ({ name, value })),
  );
}

/** The value of a label, or the empty string. */
export function labelValue(labels: Labels, name: string): string {
  for (const label of labels) if (label.name === name) return label.value;
  return "";
}

/** Orders labels by name, in place; equal names keep their order. */
export function sortedLabels(labels: Label[]): Labels {
  if (labels.length > 40) return labels.sort((a, b) => compareText(a.name, b.name));
  for (let i = 1; i < labels.length; i++) {
    const label = labels[i] as Label;
    let at = i;
    for (; at > 0; at--) {
      const before = labels[at - 1] as Label;
      if (compareText(before.name, label.name) <= 0) break;
      labels[at] = before;
    }
    labels[at] = label;
  }
  return labels;
}
