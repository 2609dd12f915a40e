import type { GroupSeen, StatementSeen, Transform, TransformGroup } from "../../collector/transform/types.ts";

/** What a statement of a transform did. */
export interface StatementEffect {
  /** On how many records its condition held and it did not fail. */
  ran: number;
  /** How many of them it changed. */
  changed: number;
  failed: number;
  /** The paths that it changed, with how often, up to a limit. */
  readonly paths: Map<string, number>;
}

/** What a group of a transform did. */
export interface GroupEffect {
  readonly group: TransformGroup;
  /** On how many records it was tried. */
  tried: number;
  /** On how many of them it ran its statements. */
  opened: number;
  readonly statements: readonly StatementEffect[];
}

/** More paths of a statement than these are not told apart. */
const mostPaths = 100;

/** What the groups and statements of a transform did, gathered over payloads. */
export class Effects {
  readonly transform: Transform;
  readonly groups: readonly GroupEffect[];
  readonly #byGroup: ReadonlyMap<TransformGroup, GroupEffect>;

  constructor(transform: Transform) {
    this.transform = transform;
    this.groups = transform.groups.map((group) => ({
      group,
      tried: 0,
      opened: 0,
      statements: group.statements.map(() => ({ ran: 0, changed: 0, failed: 0, paths: new Map() })),
    }));
    this.#byGroup = new Map(this.groups.map((effect) => [effect.group, effect]));
  }

  /** Counts that a group was tried, where it is one of this transform. */
  tried({ group, openedBy }: GroupSeen): void {
    const effect = this.#byGroup.get(group);
    if (effect === undefined) return;
    effect.tried++;
    if (openedBy !== -1) effect.opened++;
  }

  /** Counts what a statement did, where it is one of this transform. */
  ran({ group, index, ran, changes, error }: StatementSeen): void {
    const effect = this.#byGroup.get(group)?.statements[index];
    if (effect === undefined) return;
    if (ran) effect.ran++;
    if (error !== undefined) effect.failed++;
    if (changes.length > 0) effect.changed++;
    for (const { path } of changes) {
      const known = effect.paths.get(path);
      if (known !== undefined || effect.paths.size < mostPaths) effect.paths.set(path, (known ?? 0) + 1);
    }
  }
}
