import type { OttlError } from "../../diagnostics/ottl-error.ts";
import type { PathWatches } from "./changed-paths.ts";
import { type FailedText, GroupRunner, requireOttl, type SharedCaches } from "./run-groups.ts";
import type { TransformGroup, TransformObserver, TransformStatement } from "./types.ts";
import type { Walk, WalkRecord } from "./walk.ts";

/** Runs groups and tells an observer what they do. */
export class ObservedRunner extends GroupRunner {
  readonly #observer: TransformObserver;
  readonly #watches: PathWatches;

  constructor(
    caches: SharedCaches,
    onFailure: (failed: FailedText) => void,
    observer: TransformObserver,
    watches: PathWatches,
  ) {
    super(caches, onFailure);
    this.#observer = observer;
    this.#watches = watches;
  }

  protected override opens(group: TransformGroup, record: WalkRecord, walk: Walk): number | undefined {
    const openedBy = super.opens(group, record, walk);
    this.#observer.onGroup?.({ group, recordPath: walk.recordPath, openedBy });
    return openedBy;
  }

  protected override one(
    group: TransformGroup,
    index: number,
    text: TransformStatement,
    record: WalkRecord,
    walk: Walk,
  ): void {
    if (this.#observer.onStatement === undefined) {
      super.one(group, index, text, record, walk);
      return;
    }
    const watch = this.#watches.of(group.context);
    const { recordPath } = walk;
    const before = watch.snapshot(record);
    let ran = false;
    let error: OttlError | undefined;
    try {
      ran = text.statement.execute(record);
    } catch (thrown) {
      error = requireOttl(thrown);
    }
    const changes = watch.changes(before, record);
    this.#observer.onStatement({
      group,
      index,
      recordPath,
      ran,
      changes,
      ...(error === undefined ? {} : { error }),
    });
    if (error !== undefined) this.fail({ group, kind: "statement", text, error, walk });
  }
}
