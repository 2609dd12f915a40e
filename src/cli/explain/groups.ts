import { oneLine } from "../../testing/sub-values.ts";
import { counted, type Paper } from "../paper.ts";
import { decisive, type Explained, settingOf, type Verdict } from "./explained.ts";
import { deciderJson } from "./json-report.ts";
import { whyOf } from "./pretty.ts";
import { decidingPlace } from "./told.ts";

/** Records with the same verdict by the same sub-expressions. */
interface Group {
  readonly verdict: Verdict;
  /** One of them. */
  readonly first: Explained;
  /** How many there are of each metric name. */
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
    const name = explained.record.metric?.name ?? "";
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
      deciders: group.first.steps.flatMap(({ stage, explanation }) =>
        (explanation?.asked ?? [])
          .filter((asked) => decisive(group.first).includes(asked))
          .map((asked) => ({ processor: stage.id, ...deciderJson(stage.id, asked) })),
      ),
      why: whyOf(group.first),
    }));
  }
}

function keyOf(explained: Explained): string {
  const { verdict, decidedBy, rejection, steps } = explained;
  const deciders = decisive(explained).map(({ condition, explanation }) => [
    condition.place.path,
    explanation.decidedBy.span.start,
    explanation.decidedBy.span.end,
    String(explanation.decidedBy.value),
    explanation.error?.code,
  ]);
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
  const conditions = decisive(explained);
  if (conditions.length === 0 || explained.rejection !== undefined) return `since ${whyOf(explained)}`;
  const told = conditions.map(({ explanation: { decidedBy } }) => {
    const { text, value, error } = decidedBy;
    return error === undefined ? `${oneLine(text)} is ${value}` : `${oneLine(text)} fails: ${error.message}`;
  });
  return `since ${told.join("; ")}`;
}

function placesOf(explained: Explained): readonly string[] {
  const conditions = decisive(explained);
  return explained.steps.flatMap(({ stage, explanation }) =>
    (explanation?.asked ?? [])
      .filter((asked) => conditions.includes(asked))
      .map((asked) => `${decidingPlace(asked)} · ${stage.id} ${settingOf(stage.id, asked.condition.place)}`),
  );
}

function namesOf({ counts }: Group): string {
  const names = [...counts].map(([name, count]) =>
    count === 1 ? name : `${name} ×${count.toLocaleString("en")}`,
  );
  const more = names.length - mostNames;
  return `${names.slice(0, mostNames).join(", ")}${more > 0 ? `, … ${more} more` : ""}`;
}

function sizeOf({ counts }: Group): number {
  let size = 0;
  for (const count of counts.values()) size += count;
  return size;
}
