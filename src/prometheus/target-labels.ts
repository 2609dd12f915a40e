import { compareText } from "../core/text-order.ts";
import { type Label, type Labels, labelValue, sortedLabels } from "./labels.ts";

/**
 * The labels of an exposed series with those of its target. The target's win, and a label they displace is kept as
 * `exported_<name>`; with `honorLabels` the exposed ones win, even empty ones. Empty labels go.
 */
export function withTargetLabels(exposed: Labels, target: Labels, honorLabels = false): Labels {
  const labels = withoutEmpty(exposed);
  if (honorLabels) {
    const missing = target.filter(({ name }) => !exposed.some((label) => label.name === name));
    return missing.length === 0 ? labels : sortedLabels([...labels, ...missing]);
  }
  const displaced: Label[] = [];
  const merged = merge(labels, target, displaced);
  return displaced.length === 0 ? merged : withExported(merged, displaced);
}

/** The labels of a series about the scrape: a target label `exported_<name>` goes where the target has `<name>` after it. */
export function syntheticLabels(target: Labels): Labels {
  return target.filter(
    (label, i) => !target.slice(i + 1).some(({ name }) => label.name === `exported_${name}`),
  );
}

/** An empty value takes all labels of its name along, should there be several. */
function withoutEmpty(labels: Labels): Labels {
  if (!labels.some((label) => label.value === "")) return labels;
  const empty = new Set(labels.filter((label) => label.value === "").map((label) => label.name));
  return labels.filter((label) => !empty.has(label.name));
}

/** Both in order; of a name that both have, the target's label, the other one is displaced. */
function merge(labels: Labels, target: Labels, displaced: Label[]): Labels {
  const merged: Label[] = [];
  let next = 0;
  for (const label of labels) {
    let order = 1;
    for (; next < target.length; next++) {
      order = compareText((target[next] as Label).name, label.name);
      if (order >= 0) break;
      merged.push(target[next] as Label);
    }
    if (next < target.length && order === 0) displaced.push(label);
    else merged.push(label);
  }
  for (; next < target.length; next++) merged.push(target[next] as Label);
  return merged;
}

/** Shorter names first, so that `exported_job` of the target itself finds a free name after `job` has. */
function withExported(labels: Labels, displaced: Label[]): Labels {
  let result = labels;
  for (const { name, value } of displaced.sort((a, b) => a.name.length - b.name.length)) {
    let free = `exported_${name}`;
    while (labelValue(result, free) !== "") free = `exported_${free}`;
    result = sortedLabels([...result, { name: free, value }]);
  }
  return result;
}
