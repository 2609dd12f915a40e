import type { ConditionVerdict, Filter } from "../../collector/filter/types.ts";
import type { ConfigPlace } from "../../collector/processor.ts";
import type { SignalName, TelemetryData } from "../../collector/signals.ts";
import type { Explanation } from "../../engine/explain.ts";
import { recordsOf } from "../../engine/records.ts";
import type { DataPointRecord, SpanEventRecord } from "../../shapes/records.ts";
import { type Noun, nameOf, recordKinds } from "./record-kinds.ts";

/** A sub-expression that decided, and what it gave. */
export interface Decider {
  readonly text: string;
  /** `true`, `false`, or absent where it failed. */
  readonly value?: string;
  /** What failed; of several records with the same code, the message of the first. */
  readonly error?: { readonly code: string; readonly message: string };
  /** Where the condition that it is part of is written. */
  readonly place: ConfigPlace;
}

/** Records that had the same fate for the same reason. */
export interface Group {
  readonly verdict: "kept" | "dropped" | "rejected";
  readonly of: Noun;
  /** What dropped them, or for kept ones what decided each condition that was asked. Empty where none was asked. */
  readonly deciders: readonly Decider[];
  readonly total: number;
  /** How many there were of each name; of very many names only the first. */
  readonly counts: ReadonlyMap<string, number>;
  /** Kept metrics that went all the same, because no data point of theirs was left, by name. */
  readonly emptied: ReadonlyMap<string, number>;
}

interface GrowingGroup extends Group {
  total: number;
  readonly counts: Map<string, number>;
  readonly emptied: Map<string, number>;
}

/** A pattern that some metrics match from the start on and others only further in. */
export interface LooseMatch {
  readonly text: string;
  /** The same, tied to the start. */
  readonly anchored: string;
  readonly place: ConfigPlace;
  /** The values that only match further in, and the metrics that they belong to. */
  readonly metrics: ReadonlySet<string>;
}

interface Loose {
  readonly text: string;
  readonly anchored: string;
  readonly place: ConfigPlace;
  readonly inside: Set<string>;
  fromStart: boolean;
}

/** The names of spans and the like may be without number: a group tells no more of them apart. */
export const mostNames = 1000;

/** Why a filter kept or dropped what it was given, gathered over payloads. */
export class Verdicts {
  readonly filter: Filter;
  readonly #groups = new Map<string, GrowingGroup>();
  readonly #loose = new Map<string, Loose>();

  constructor(filter: Filter) {
    this.filter = filter;
  }

  get groups(): readonly Group[] {
    return [...this.#groups.values()];
  }

  /** Metrics that went because no data point of theirs was left. */
  get emptied(): ReadonlyMap<string, number> {
    const all = new Map<string, number>();
    for (const { emptied } of this.#groups.values())
      for (const [name, count] of emptied) all.set(name, (all.get(name) ?? 0) + count);
    return all;
  }

  get looseMatches(): readonly LooseMatch[] {
    return [...this.#loose.values()]
      .filter(({ fromStart, inside }) => fromStart && inside.size > 0)
      .map(({ inside, ...match }) => ({ ...match, metrics: inside }));
  }

  /** Explains every item of a payload that the filter is about to see, and what it is made of where that is judged. */
  add(signal: SignalName, payload: TelemetryData): void {
    const { items, parts } = recordKinds[signal];
    const asksParts = this.filter.lists.some(({ context }) => context === parts?.context);
    const judged = new Map<object, { readonly group: GrowingGroup; parts: number; left: number }>();
    for (const record of recordsOf(items.context, payload)) {
      const { verdict, decidedBy, emptiedBy, asked } = this.filter.explain(record);
      // What its parts decide is told of them.
      const byParts = emptiedBy !== undefined || decidedBy?.list.context === parts?.context;
      const own = asked.filter(({ list }) => list.context !== parts?.context);
      const told = byParts ? "kept" : verdict;
      const deciders = byParts || decidedBy === undefined ? own : [decidedBy];
      const group = this.#count(told, items.noun, deciders, nameOf(record));
      const item = itemOf(record);
      if (told === "kept" && asksParts && item !== undefined) judged.set(item, { group, parts: 0, left: 0 });
    }
    if (!asksParts || parts === undefined) return;
    for (const record of recordsOf(parts.context, payload)) {
      const item = itemOf(record);
      const known = item === undefined ? undefined : judged.get(item);
      if (known === undefined) continue;
      known.parts++;
      const { verdict, decidedBy, asked } = this.filter.explain(record);
      const own = asked.filter(({ list }) => list.context === parts.context);
      this.#count(verdict, parts.noun, decidedBy === undefined ? own : [decidedBy], nameOf(record));
      if (verdict !== "dropped") known.left++;
    }
    if (signal !== "metrics") return;
    for (const [metric, { group, parts, left }] of judged) {
      if (parts === 0 || left > 0) continue;
      const name = nameOf({ metric });
      group.emptied.set(name, (group.emptied.get(name) ?? 0) + 1);
    }
  }

  #count(
    verdict: Group["verdict"],
    of: Noun,
    asked: readonly ConditionVerdict[],
    name: string,
  ): GrowingGroup {
    const deciders = asked.map(decider);
    const key = JSON.stringify([verdict, of, deciders.map(({ error, ...rest }) => [rest, error?.code])]);
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { verdict, of, deciders, total: 0, counts: new Map(), emptied: new Map() };
      this.#groups.set(key, group);
    }
    group.total++;
    const known = group.counts.get(name);
    if (known !== undefined || group.counts.size < mostNames) group.counts.set(name, (known ?? 0) + 1);
    if (of === "metric" || of === "data point") for (const one of asked) this.#search(one, name);
    return group;
  }

  /** Notes where a pattern that decided was found. */
  #search({ condition, explanation }: ConditionVerdict, name: string): void {
    const { decidedBy } = explanation;
    const { found } = decidedBy;
    const anchored = found === undefined ? undefined : anchoredText(decidedBy);
    if (found === undefined || anchored === undefined) return;
    const key = `${condition.place.path} ${decidedBy.span.start}`;
    let loose = this.#loose.get(key);
    if (loose === undefined) {
      const { text } = decidedBy;
      loose = { text, anchored, place: condition.place, inside: new Set(), fromStart: false };
      this.#loose.set(key, loose);
    }
    if (found.start > 0) loose.inside.add(name);
    else loose.fromStart = true;
  }
}

/** The metric, span or log record of a record. */
function itemOf(record: object): object | undefined {
  const { metric, span } = record as DataPointRecord & SpanEventRecord; // what it lacks is absent
  return metric ?? span ?? undefined;
}

function decider({ condition, explanation }: ConditionVerdict): Decider {
  const { text, value, error } = explanation.decidedBy;
  return {
    text: text.replace(/\s+/g, " "),
    place: condition.place,
    ...(error === undefined
      ? { value: String(value) }
      : { error: { code: error.code, message: error.message } }),
  };
}

/** The call of a search with a literal pattern, the pattern tied to the start of the text. */
function anchoredText({ text, span, children }: Explanation): string | undefined {
  const pattern = children[1];
  if (pattern?.kind !== "literal") return undefined;
  const inner = pattern.text.slice(1, -1);
  const tied = inner.includes("|") || inner.startsWith("(?") ? `"^(?:${inner})"` : `"^${inner}"`;
  return text.slice(0, pattern.span.start - span.start) + tied + text.slice(pattern.span.end - span.start);
}
