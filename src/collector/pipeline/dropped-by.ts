import { defaultRegex, defaultSeparator, type RelabelRule } from "../../prometheus/relabel-rule.ts";
import type { Targets } from "../../prometheus/targets.ts";

/** The rule of `relabel_configs` that drops a target, and what it saw. */
export interface DroppedBy {
  /** Its index. */
  readonly rule: number;
  /** Such as `keep`, in lower case. */
  readonly action: string;
  readonly sourceLabels: readonly string[];
  /** The values of the source labels, in their order, as the rules before left them; `""` for a label that is not there. */
  readonly values: readonly string[];
  /** What the joined values are matched with; absent for `keepequal` and `dropequal`, which compare labels. */
  readonly regex?: string;
  /** All of it on one line. */
  readonly text: string;
}

/** Tells why a rule of a job drops a target. */
export function droppedBy(
  job: string,
  rules: readonly RelabelRule[],
  { rule: index, labels }: Targets["dropped"][number],
): DroppedBy {
  const rule = rules[index] ?? {};
  const action = (rule.action ?? "replace").toLowerCase();
  const sourceLabels = rule.source_labels ?? [];
  const valueIn = (label: string) => (Object.hasOwn(labels, label) ? (labels[label] ?? "") : "");
  const values = sourceLabels.map(valueIn);
  const joined = JSON.stringify(values.join(rule.separator ?? defaultSeparator));
  const said = sourceLabels.map((label) => `${label} is ${JSON.stringify(valueIn(label))}`).join(" and ");
  const seen =
    values.length === 0
      ? "no source label gives a value"
      : values.length === 1
        ? said
        : `${said}, joined ${joined}`;
  const place = `relabel_configs[${index}] of job ${job} (${action}): `;
  const known = { rule: index, action, sourceLabels, values };
  if (action === "keepequal" || action === "dropequal") {
    const { target_label: target = "" } = rule;
    const compared = `${target} is ${JSON.stringify(valueIn(target))}`;
    return { ...known, text: `${place}${seen}, ${action === "keepequal" ? "but" : "and"} ${compared}` };
  }
  const regex = rule.regex ?? defaultRegex;
  // A pattern is easier to recognize with its backslashes as they are.
  const pattern = JSON.stringify(regex).replaceAll("\\\\", "\\");
  const matching = action === "keep" ? `which ${pattern} does not match` : `which ${pattern} matches`;
  return { ...known, regex, text: `${place}${seen}, ${matching}` };
}
