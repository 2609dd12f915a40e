import type { ConfigPlace } from "../../collector/processor.ts";
import { Coverage, type Covered } from "../../engine/coverage.ts";
import type { CoverableText, Outcome, Rule } from "./outcome.ts";
import { placeText } from "./place-text.ts";

/** What was seen of a condition or statement of a rule. */
export interface TextCoverage extends Pick<CoverableText, "text" | "place" | "locate"> {
  readonly covered: readonly Covered[];
}

/** The coverage of rules, merged over versions and suites by where their texts are written. */
export class RuleCoverage {
  readonly #texts = new Map<string, { readonly text: CoverableText; readonly coverage: Coverage }>();

  /** Adds what a run of a rule shows; without an outcome only that the rule is there. */
  add(rule: Rule, outcome: Outcome | undefined): void {
    if (outcome === undefined) for (const text of rule.texts()) this.#of(text.place, text);
    else
      for (const { place, explanation } of outcome.explanations())
        this.#texts.get(placeText(place))?.coverage.add(explanation);
  }

  get texts(): readonly TextCoverage[] {
    return [...this.#texts.values()].map(({ text: { text, place, locate }, coverage }) => ({
      text,
      place,
      locate,
      covered: coverage.covered,
    }));
  }

  #of(place: ConfigPlace, text: CoverableText): void {
    const key = placeText(place);
    if (!this.#texts.has(key)) this.#texts.set(key, { text, coverage: new Coverage(text.shape) });
  }
}
