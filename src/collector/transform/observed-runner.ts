import type { FailedText, SharedCaches } from "./run-groups.ts";
import { GroupRunner } from "./run-groups.ts";
import type { TransformObserver } from "./types.ts";

export class ObservedRunner extends GroupRunner {
  constructor(caches: SharedCaches, onFailure: (failed: FailedText) => void, _observer: TransformObserver) {
    super(caches, onFailure);
  }
}
