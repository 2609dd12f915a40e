import type { PathWatches } from "./changed-paths.ts";
import { type FailedText, GroupRunner, requireOttl } from "./run-groups.ts";
import type {
  ConditionTrial,
  GroupTrial,
  StatementTrial,
  TransformCondition,
  TransformGroup,
  TransformStatement,
} from "./types.ts";
import type { Walk, WalkRecord } from "./walk.ts";

/** Where a record is that a group meets, seen from the one that is explained; `undefined`: it is another one. */
export type Placing = (record: WalkRecord, walk: Walk) => string | undefined;

interface Trial extends GroupTrial {
  opened: boolean;
  readonly conditions: ConditionTrial[];
  readonly statements: StatementTrial[];
}

/** Runs groups for the sake of one record: what fails on others beside it does not reject it. */
export class RecordRunner extends GroupRunner {
  protected place: string | undefined;
  readonly #placing: Placing;

  constructor(placing: Placing) {
    super(new Map(), () => {});
    this.#placing = placing;
  }

  override visit(group: TransformGroup, record: WalkRecord, walk: Walk): void {
    this.place = this.#placing(record, walk);
    super.visit(group, record, walk);
  }

  protected override fail(failed: FailedText): void {
    if (this.place !== undefined) super.fail(failed);
  }
}

/** Runs groups and tells all that they do to a record, to those that it is in and to what is in it. */
export class ExplainingRunner extends RecordRunner {
  readonly tried: GroupTrial[] = [];
  rejectedBy: ConditionTrial | StatementTrial | undefined;
  readonly #watches: PathWatches;
  #trial: Trial | undefined;

  constructor(watches: PathWatches, placing: Placing) {
    super(placing);
    this.#watches = watches;
  }

  protected override opens(group: TransformGroup, record: WalkRecord, walk: Walk): number | undefined {
    this.#trial = this.#newTrial(group, record);
    const trial = this.#trial;
    if (trial === undefined) return super.opens(group, record, walk);
    for (const [index, condition] of group.conditions.entries())
      if (this.#condition(trial, index, condition, record, walk)) return this.#open(trial, index);
    return group.conditions.length > 0 ? -1 : this.#open(trial, undefined);
  }

  #newTrial(group: TransformGroup, record: WalkRecord): Trial | undefined {
    const recordPath = this.place;
    if (recordPath === undefined) return undefined;
    const { record: met } = this.#watches.of(group.context).snapshot(record);
    const trial: Trial = { group, record: met, recordPath, opened: false, conditions: [], statements: [] };
    this.tried.push(trial);
    return trial;
  }

  protected override one(
    group: TransformGroup,
    index: number,
    text: TransformStatement,
    record: WalkRecord,
    walk: Walk,
  ): void {
    const trial = this.#trial;
    if (trial === undefined) {
      super.one(group, index, text, record, walk);
      return;
    }
    const watch = this.#watches.of(group.context);
    const before = watch.snapshot(record);
    const explanation = text.statement.explain(record);
    const told = { kind: "statement", group, index, statement: text, explanation } as const;
    try {
      text.statement.execute(record);
      trial.statements.push({ ...told, changes: watch.changes(before, record) });
    } catch (thrown) {
      const error = requireOttl(thrown);
      const changes = watch.changes(before, record);
      const failed: StatementTrial = { ...told, changes, error: { outcome: outcomeIn(group), error } };
      trial.statements.push(failed);
      this.#fail(failed, { group, kind: "statement", text, error, walk });
    }
  }

  #open(trial: Trial, index: number | undefined): number | undefined {
    trial.opened = true;
    return index;
  }

  #condition(trial: Trial, index: number, text: TransformCondition, record: WalkRecord, walk: Walk): boolean {
    const { group } = trial;
    const told = { kind: "condition", group, index, condition: text } as const;
    const explanation = text.condition.explain(record);
    try {
      const opens = text.condition.matches(record);
      trial.conditions.push({ ...told, explanation });
      return opens;
    } catch (thrown) {
      const error = requireOttl(thrown);
      const failed: ConditionTrial = {
        ...told,
        explanation,
        error: { outcome: outcomeIn(group), error },
      };
      trial.conditions.push(failed);
      this.#fail(failed, { group, kind: "condition", text, error, walk });
      return false;
    }
  }

  #fail(trial: ConditionTrial | StatementTrial, failed: FailedText): void {
    if (failed.group.errorMode === "propagate") this.rejectedBy = trial;
    this.fail(failed);
  }
}

function outcomeIn({ errorMode }: TransformGroup): "reported" | "silenced" | "rejected" {
  if (errorMode === "propagate") return "rejected";
  return errorMode === "silent" ? "silenced" : "reported";
}
