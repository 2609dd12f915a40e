import type { SignalName } from "../../collector/signals.ts";
import type { TransformGroup } from "../../collector/transform/types.ts";
import { widthOf } from "../../diagnostics/lines.ts";
import { counted, type Paper } from "../paper.ts";
import type { Effects, GroupEffect, StatementEffect } from "./effects.ts";
import { type Noun, nounOfContext } from "./record-kinds.ts";
import { someNames } from "./some-names.ts";
import { type Decider, type Group, mostNames, type Verdicts } from "./verdicts.ts";
import { placeText } from "./warnings.ts";

/** The pipeline that a stage is of: its signal, and what stands before its stages where there are several. */
export interface OfPipeline {
  readonly signal: SignalName;
  readonly pipeline: string;
}

/** Writes why a filter kept what it kept and dropped the rest. */
export function writeFilter(
  paper: Paper,
  verdicts: Verdicts,
  { signal, pipeline }: OfPipeline,
  rejected: boolean,
): void {
  const { filter, groups, emptied } = verdicts;
  const lists = filter.lists.filter((list) => list.signal === signal);
  if (lists.length === 0) {
    paper.heading(`${pipeline}${filter.id} has no conditions on ${signal}`);
    return;
  }
  const modes = [...new Set(lists.map(({ errorMode }) => errorMode))].join(", ");
  paper.heading(`${pipeline}${filter.id} drops what matches (error_mode ${modes})`);
  for (const { conditions } of lists)
    for (const { text, place } of conditions)
      paper.text(`${placeText(place)}  ${text.replace(/\s+/g, " ").trim()}`);
  const nouns = new Set(groups.map(({ of }) => of));
  if (nouns.has("metric") || (nouns.size === 0 && signal === "metrics")) writeKept(paper, groups, rejected);
  for (const noun of nouns) {
    if (noun !== "metric") writeGroups(paper, groups, noun, "kept");
    writeGroups(paper, groups, noun, "dropped");
    if (noun === "metric") writeEmptied(paper, emptied);
    writeGroups(paper, groups, noun, "rejected");
  }
}

/** Up to this many metrics that a condition keeps have a line each. */
export const fewNames = 6;

/** What stays, a line for each metric with what decided, or for many with the same reason one for all. */
function writeKept(paper: Paper, groups: readonly Group[], rejected: boolean): void {
  const kept = groups
    .filter(({ of, verdict }) => of === "metric" && verdict === "kept")
    .map(({ total, counts, deciders, emptied }) => ({
      why: deciders.map(said).join("; "),
      total: total - sum(emptied.values()),
      isWhole: counts.size < mostNames,
      names: [...counts]
        .map(([name, count]) => ({ name, count: count - (emptied.get(name) ?? 0) }))
        .filter(({ count }) => count > 0),
    }))
    .filter((group) => group.total > 0);
  const total = sum(kept.map((group) => group.total));
  paper.heading(`${counted(total, "metric")} ${rejected ? "that would be kept" : "kept"}`);
  const few = kept.filter(({ names, isWhole }) => isWhole && names.length <= fewNames);
  const rows = few.flatMap(({ names, why }) =>
    names.map(({ name, count }) => ({ name: count === 1 ? name : `${name} ×${count}`, why })),
  );
  const width = Math.min(40, widest(rows.map(({ name }) => name)));
  for (const { name, why } of rows) paper.row(name, why, width);
  for (const { names, why, total, isWhole } of kept.filter((group) => !few.includes(group))) {
    const count = total.toLocaleString("en");
    paper.text(why === "" ? `${count}, since no condition was asked` : `${count} by ${why}`);
    paper.text(
      shownNames(
        names.map(({ name }) => name),
        isWhole,
      ),
      4,
    );
  }
}

function writeGroups(paper: Paper, groups: readonly Group[], of: Noun, verdict: Group["verdict"]): void {
  const these = groups.filter((group) => group.of === of && group.verdict === verdict);
  if (these.length === 0) return;
  paper.heading(`${counted(sum(these.map(({ total }) => total)), of)} ${verdict}`);
  for (const { total, counts, deciders } of these) {
    const why = deciders.map(said).join("; ") || "no condition was asked";
    paper.text(`${total.toLocaleString("en")} by ${why}`);
    paper.text(shownNames([...counts.keys()], counts.size < mostNames), 4);
  }
}

function writeEmptied(paper: Paper, emptied: ReadonlyMap<string, number>): void {
  if (emptied.size === 0) return;
  paper.heading(`${counted(sum(emptied.values()), "metric")} dropped: no data point is left`);
  paper.text(someNames([...emptied.keys()], mostShown), 4);
}

/** Writes what the statements of a transform did, and which groups stayed shut. */
export function writeTransform(paper: Paper, effects: Effects, { signal, pipeline }: OfPipeline): void {
  const { transform } = effects;
  const groups = effects.groups.filter(({ group }) => group.signal === signal);
  if (groups.length === 0) {
    paper.heading(`${pipeline}${transform.id} has no statements on ${signal}`);
    return;
  }
  const modes = [...new Set(groups.map(({ group }) => group.errorMode))].join(", ");
  paper.heading(`${pipeline}${transform.id} runs its statements (error_mode ${modes})`);
  for (const effect of groups) {
    const { group, tried, opened } = effect;
    if (tried === 0) {
      paper.text(`${group.name}: no ${nounOf(group)} came`);
      continue;
    }
    if (opened === 0) paper.warning(neverOpened(effect));
    else if (group.conditions.length > 0)
      paper.text(`${group.name}: its conditions let in ${ofAll(opened, tried, group)}`);
    if (opened === 0) continue;
    for (const [i, { text, place }] of group.statements.entries()) {
      paper.text(`${placeText(place)}  ${text.replace(/\s+/g, " ").trim()}`);
      paper.text(whatItDid(effect.statements[i] as StatementEffect, opened, group), 4); // one for each
    }
  }
}

function neverOpened({ group, tried }: GroupEffect): string {
  const texts = group.conditions.map(({ text }) => text.replace(/\s+/g, " ").trim()).join(" or ");
  return `${group.name}: none of its conditions holds for any of ${counted(tried, nounOf(group))}: ${texts}`;
}

function whatItDid(
  { ran, changed, failed, paths }: StatementEffect,
  opened: number,
  group: TransformGroup,
): string {
  const onSome = `failed on ${failed.toLocaleString("en")}`;
  if (ran === 0) {
    const failures = failed === opened ? "it failed on all" : `it ${onSome}, its condition held for no other`;
    const why = failed === 0 ? "its condition never held" : failures;
    return `ran on none of ${counted(opened, nounOf(group))}: ${why}`;
  }
  const effect =
    changed === 0
      ? "changed nothing"
      : `changed ${changed === ran ? (ran === 1 ? "it" : "all of them") : changed.toLocaleString("en")}: ${someNames([...paths.keys()], mostShown)}`;
  return `ran on ${ofAll(ran, opened, group)}, ${effect}${failed === 0 ? "" : `, ${onSome}`}`;
}

function ofAll(count: number, all: number, group: TransformGroup): string {
  return count === all
    ? counted(all, nounOf(group))
    : `${count.toLocaleString("en")} of ${counted(all, nounOf(group))}`;
}

function nounOf({ context }: TransformGroup): string {
  return nounOfContext(context);
}

/** A decider and what it gave. */
function said({ text, value, error }: Decider): string {
  return error === undefined ? `${text} is ${value}` : `${text} fails: ${error.message}`;
}

/** Of the names of a group a few are shown. */
const mostShown = 3;

function shownNames(names: readonly string[], isWhole: boolean): string {
  return `${someNames(names, mostShown)}${isWhole ? "" : ", and others"}`;
}

/** A decider in few words. */
export function shown({ text, error }: Decider): string {
  return error === undefined ? text : `${text} fails`;
}

/** How many columns the widest of some texts takes. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, widthOf(text)), 0);
}

/** The sum of some numbers. */
export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
