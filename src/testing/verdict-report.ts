import type { ConditionVerdict } from "../collector/filter/types.ts";
import type { ConfigPlace } from "../collector/processor.ts";
import { because } from "./because.ts";
import { describeRecord } from "./describe-record.ts";
import { explanationTree } from "./explanation-tree.ts";
import type { Explaining, Judgement } from "./judge.ts";
import { placeText } from "./suite/place-text.ts";

/** More reasons, and more records of one reason, than this are only counted. */
const mostReasons = 5;
const mostNamed = 10;

/** Tells what became of records and why: the deciding condition, and its sub-expressions with their values. */
export function verdictReport(
  filter: Explaining,
  judgements: readonly Judgement[],
  total = judgements.length,
): string {
  const [first] = judgements;
  if (first === undefined) return "✗ nothing was judged";
  if (judgements.length === 1) {
    const of = total === 1 ? "" : `\n(1 of ${total} ${nounOf(first)})`;
    const record = `${describeRecord(first.record)}${of}`;
    return [`✗ ${headline(filter, first)}`, record, ...conditions(first)].join("\n\n");
  }
  const groups = [...Map.groupBy(judgements, reasonKey).values()];
  const told = groups.slice(0, mostReasons).map((group, i) => groupReport(filter, group, i + 1));
  const untold = groups.slice(mostReasons).flat().length;
  return [
    `✗ ${counted(judgements)} of ${total} ${nounOf(first)}`,
    ...told,
    ...(untold === 0 ? [] : [`… and ${untold} more for other reasons`]),
  ].join("\n\n");
}

/** The same for records that met the same fate by the same sub-expressions. */
function reasonKey({ verdict, emptiedBy, explanation: { asked, decidedBy } }: Judgement): string {
  const deciders = (decidedBy === undefined ? asked : [decidedBy]).map(({ condition, explanation }) => [
    condition.place.path,
    explanation.decidedBy.span.start,
    explanation.error?.code,
  ]);
  return JSON.stringify([verdict, emptiedBy?.name, deciders]);
}

/** The first record of a group in full, the others by name. */
function groupReport(filter: Explaining, group: readonly Judgement[], number: number): string {
  const [first, ...others] = group;
  if (first === undefined) return "";
  const head = `${number}. ${describeRecord(first.record)}\n   ${headline(filter, first)}`;
  const names = others.slice(0, mostNamed).map(({ record }) => `   ${describeRecord(record)}`);
  const more = others.length > mostNamed ? [`   … ${others.length - mostNamed} more`] : [];
  const alike = others.length === 0 ? [] : [["   and for the same reason:", ...names, ...more].join("\n")];
  return [head, ...conditions(first).map(indented), ...alike].join("\n\n");
}

/** What all of the records of one filter are: it looks at data points, or it does not. */
function nounOf({ record }: Judgement): string {
  if (record.dataPoint !== undefined) return "data points";
  if (record.metric !== undefined) return "metrics";
  if (record.span !== undefined) return record.spanEvent === undefined ? "spans" : "spans and events";
  return record.log === undefined ? "resources" : "log records";
}

function counted(judgements: readonly Judgement[]): string {
  const counts = new Map<string, number>();
  for (const { verdict } of judgements) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(", ");
}

function headline(filter: Explaining, { verdict, explanation, emptiedBy }: Judgement): string {
  const { decidedBy, asked } = explanation;
  if (emptiedBy !== undefined)
    return `${verdict}: ${filter.id} removes a metric without data points (${emptiedBy.name})`;
  const [only, ...others] = asked;
  const decider = decidedBy ?? (others.length === 0 ? only : undefined);
  if (decider !== undefined) return `${verdict}: ${reason(filter, decider)}`;
  if (asked.length === 0) return `${verdict}: ${filter.id} has no condition for it`;
  const none = `${verdict}: none of the ${asked.length} conditions of ${filter.id} is true`;
  const failed = asked.filter(({ explanation: { error } }) => error !== undefined);
  return failed.length === 0 ? none : `${none}; ${failed.map((one) => reason(filter, one)).join("; ")}`;
}

function reason(filter: Explaining, { list, condition, explanation }: ConditionVerdict): string {
  const mode = explanation.error === undefined ? "" : ` (error_mode ${list.errorMode})`;
  return `in ${settingOf(filter, condition.place)}, ${because(explanation.decidedBy)}${mode}`;
}

/** The processor that a setting is of, and its path there, such as `filter/mesh metrics.metric[0]`. */
function settingOf({ id, stages = [] }: Explaining, { path }: ConfigPlace): string {
  const owner = [id, ...stages.map((stage) => stage.id)].find((one) => path.startsWith(`processors.${one}.`));
  return owner === undefined ? `${id} ${path}` : `${owner} ${path.slice(`processors.${owner}.`.length)}`;
}

function conditions({ explanation: { asked } }: Judgement): readonly string[] {
  return asked.map(({ condition, explanation }) => {
    const place = condition.locate(explanation.decidedBy.span);
    const tree = explanationTree(explanation).map((line) => `  ${line}`);
    return [placeText(place), ...tree].join("\n");
  });
}

function indented(text: string): string {
  return text.replace(/^/gm, "   ");
}
