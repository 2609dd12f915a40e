import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { AttributeList } from "../../shapes/records.ts";
import type { TransformCondition, TransformGroup, TransformStatement } from "./types.ts";
import type { Visitor, Walk, WalkRecord } from "./walk.ts";

/** A condition or statement that could not be evaluated. */
export interface FailedText {
  readonly group: TransformGroup;
  readonly kind: "condition" | "statement";
  readonly text: TransformCondition | TransformStatement;
  readonly error: OttlError;
  /** Tells where the record is; to be asked at once. */
  readonly walk: Walk;
}

/** Ends the work on a payload: an error under `propagate`, or a statement that would never end. */
export class Rejected extends Error {
  readonly failed: FailedText;

  constructor(failed: FailedText) {
    super(failed.error.message);
    this.failed = failed;
  }
}

/** What groups over a context share in `cache`. */
export type SharedCaches = Map<string, AttributeList | undefined>;

/** Runs the statements of groups on the records that they meet. */
export class GroupRunner implements Visitor {
  readonly #caches: SharedCaches;
  readonly #onFailure: (failed: FailedText) => void;

  /** `onFailure` is told of every error that an error mode lets pass, silent ones too. */
  constructor(caches: SharedCaches, onFailure: (failed: FailedText) => void) {
    this.#caches = caches;
    this.#onFailure = onFailure;
  }

  visit(group: TransformGroup, record: WalkRecord, walk: Walk): void {
    record.cache = group.sharesCache ? this.#caches.get(group.context) : undefined;
    if (this.opens(group, record, walk) !== -1) this.execute(group, record, walk);
    if (group.sharesCache) this.#caches.set(group.context, record.cache);
  }

  /** The index of the first condition that holds; -1: none does, `undefined`: there is none. */
  protected opens(group: TransformGroup, record: WalkRecord, walk: Walk): number | undefined {
    const { conditions } = group;
    if (conditions.length === 0) return undefined;
    for (let i = 0; i < conditions.length; i++) {
      const text = conditions[i] as TransformCondition; // within the list
      try {
        if (text.condition.matches(record)) return i;
      } catch (error) {
        this.fail({ group, kind: "condition", text, error: requireOttl(error), walk });
      }
    }
    return -1;
  }

  protected execute(group: TransformGroup, record: WalkRecord, walk: Walk): void {
    const { statements } = group;
    for (let i = 0; i < statements.length; i++) {
      const text = statements[i] as TransformStatement; // within the list
      if (walk.makesItems) this.#watched(group, i, text, record, walk);
      else this.one(group, i, text, record, walk);
    }
  }

  protected one(
    group: TransformGroup,
    _index: number,
    text: TransformStatement,
    record: WalkRecord,
    walk: Walk,
  ): void {
    try {
      text.statement.execute(record);
    } catch (error) {
      this.fail({ group, kind: "statement", text, error: requireOttl(error), walk });
    }
  }

  /** Runs a statement where some make items, which must come to an end. */
  #watched(
    group: TransformGroup,
    index: number,
    text: TransformStatement,
    record: WalkRecord,
    walk: Walk,
  ): void {
    const before = walk.itemCount;
    this.one(group, index, text, record, walk);
    const error = walk.itemCount > before ? walk.endless(text.text) : undefined;
    if (error !== undefined) throw new Rejected({ group, kind: "statement", text, error, walk });
  }

  protected fail(failed: FailedText): void {
    if (failed.group.errorMode === "propagate") throw new Rejected(failed);
    this.#onFailure(failed);
  }
}

/** Lets errors that are not of an evaluation pass. */
export function requireOttl(error: unknown): OttlError {
  if (error instanceof OttlError) return error;
  throw error;
}
