import { type Label, type Labels, labelValue, sortedLabels } from "./labels.ts";

/** Labels that can be changed. A label that is set to the empty text is gone. */
export class LabelSet {
  readonly #base: Labels;
  /** The base's labels that no longer count. */
  readonly #gone = new Set<string>();
  readonly #added = new Map<string, string>();

  constructor(base: Labels) {
    this.#base = base;
  }

  /** The value of a label, or the empty text. */
  get(name: string): string {
    return this.#added.get(name) ?? (this.#gone.has(name) ? "" : labelValue(this.#base, name));
  }

  set(name: string, value: string): void {
    this.#gone.add(name);
    if (value === "") this.#added.delete(name);
    else this.#added.set(name, value);
  }

  /** The labels of now: first those that were never changed, by name, then the others as they came. */
  list(): Label[] {
    const kept =
      this.#gone.size === 0 ? [...this.#base] : this.#base.filter(({ name }) => !this.#gone.has(name));
    for (const [name, value] of this.#added) kept.push({ name, value });
    return kept;
  }

  labels(): Labels {
    return this.#gone.size === 0 ? this.#base : sortedLabels(this.list());
  }
}
