import { counted, type Paper } from "../paper.ts";
import { nameOf } from "../run/record-kinds.ts";
import { someNames } from "../run/some-names.ts";
import { decidersOf } from "./deciders.ts";
import type { Explained, Verdict } from "./explained.ts";
import { whyOf } from "./pretty.ts";

/** Records with the same verdict by the same sub-expressions. */
interface Group {
  readonly verdict: Verdict;
  /** One of them. */
  readonly first: Explained;
  /** How many there are of each name. */
  readonly counts: Map<string, number>;
}

/** How many names a group shows. */
const mostNames = 6;

/** Groups records by what decided, without keeping them. */
export class Groups {
  readonly #groups = new Map<string, Group>();

  add(explained: Explained): void {
    const key = keyOf(explained);
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { verdict: explained.verdict, first: explained, counts: new Map() };
      this.#groups.set(key, group);
    }
    const name = nameOf(explained.record);
    group.counts.set(name, (group.counts.get(name) ?? 0) + 1);
  }

  /** Writes the groups for people, those of one verdict together, the largest first. */
  write(paper: Paper, noun: string): void {
    const byVerdict = Map.groupBy(this.#groups.values(), ({ verdict }) => verdict);
    for (const [verdict, groups] of byVerdict) {
      paper.heading(
        `${counted(
          groups.reduce((sum, group) => sum + sizeOf(group), 0),
          noun,
        )} ${verdict}`,
      );
      for (const group of groups.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
        paper.text(`${sizeOf(group).toLocaleString("en")} ${reasonOf(group.first)}`);
        for (const place of placesOf(group.first)) paper.text(place, 4);
        paper.text(namesOf(group), 4);
      }
    }
  }

  /** The groups as plain data. */
  get json(): readonly object[] {
    return [...this.#groups.values()].map((group) => ({
      verdict: group.verdict,
      records: sizeOf(group),
      names: Object.fromEntries(group.counts),
      deciders: decidersOf(group.first).map(({ json }) => json()),
      why: whyOf(group.first),
    }));
  }
}

function keyOf(explained: Explained): string {
  const { verdict, decidedBy, rejection, steps } = explained;
  const deciders = decidersOf(explained).map(({ key }) => key);
  const changed = steps.filter((step) => step.verdict === "changed").map(({ stage }) => stage.id);
  return JSON.stringify([
    verdict,
    decidedBy?.processor,
    decidedBy?.emptiedBy?.name,
    rejection?.message,
    changed,
    deciders,
  ]);
}

/** What the records of a group have in common; the values of a single record are left out. */
function reasonOf(explained: Explained): string {
  const deciders = decidersOf(explained);
  const isEmptied =
    explained.decidedBy?.emptiedBy !== undefined && explained.decidedBy.condition === undefined;
  if (deciders.length === 0 || explained.rejection !== undefined || isEmptied)
    return `since ${whyOf(explained)}`;
  return `since ${deciders.map(({ told }) => told).join("; ")}`;
}

function placesOf(explained: Explained): readonly string[] {
  return decidersOf(explained).map(({ place }) => place);
}

function namesOf({ counts }: Group): string {
  const names = [...counts].map(([name, count]) =>
    count === 1 ? name || '""' : `${name || '""'} ×${count.toLocaleString("en")}`,
  );
  return someNames(names, mostNames);
}

function sizeOf({ counts }: Group): number {
  let size = 0;
  for (const count of counts.values()) size += count;
  return size;
}
