import { failuresOf } from "./judge-outcome.ts";
import type { EvaluationFailure, Rule } from "./outcome.ts";
import { inputKeys, type Suite, type SuiteCase } from "./read-suite.ts";
import { makeRule } from "./rule.ts";
import type { RuleSettings } from "./rule-settings.ts";
import { explained, type SuiteFiles } from "./suite-input.ts";

/** How a case of a suite went with one version. */
export interface CaseResult {
  readonly name: string;
  /** Absent where the suite names no versions. */
  readonly version?: string;
  readonly place: SuiteCase["place"];
  readonly passed: boolean;
  /** What is not as expected, each in one or more lines. */
  readonly failures: readonly string[];
  /** Evaluation errors, which the `error_mode` may have let pass. */
  readonly errors: readonly EvaluationFailure[];
  /** Whether the case expects something about evaluation errors, so that they are no surprise. */
  readonly expectsErrors: boolean;
}

/** How a suite is run. */
export interface SuiteRunOptions {
  /** Gives the files that the suite names. */
  readonly files: SuiteFiles;
  /** Chooses cases by their names; default: all. */
  readonly filter?: (name: string) => boolean;
  /** Called with each rule behind a run, for coverage. */
  readonly onOutcome?: (rule: Rule, outcome: ReturnType<Rule["run"]> | undefined) => void;
}

/**
 * Runs the cases of a suite, each with each of its versions.
 *
 * @throws {OttlError} where a rule or an input cannot be used; what is not as expected is in the results.
 */
export function* runSuite({ cases }: Suite, options: SuiteRunOptions): Generator<CaseResult> {
  const rules = new Rules(options);
  for (const one of cases) {
    for (const version of one.versions) {
      const name = version === undefined ? one.name : `${one.name} (${version})`;
      if (options.filter?.(name) === false) continue;
      yield runCase(one, version, rules.of(one, version), options);
    }
  }
}

function runCase(
  one: SuiteCase,
  version: string | undefined,
  rule: Rule,
  { files, onOutcome }: SuiteRunOptions,
): CaseResult {
  // An input or an output that cannot be used and has no place of its own is told at the case.
  const key = inputKeys.find((name) => one.input[name] !== undefined) ?? "name";
  const { outcome, failures } = explained(one, key, () => {
    const outcome = rule.run(one);
    const failures = failuresOf(one, outcome, files);
    onOutcome?.(rule, outcome);
    return { outcome, failures };
  });
  const { errors: wanted, rejected } = one.expect;
  return {
    name: one.name,
    ...(version === undefined ? {} : { version }),
    place: one.place,
    passed: failures.length === 0,
    failures,
    errors: outcome.errors,
    expectsErrors: wanted !== undefined || rejected === true,
  };
}

/** The rules of a suite, each made once for each version. */
class Rules {
  readonly #options: SuiteRunOptions;
  readonly #made = new Map<string, Rule>();

  constructor(options: SuiteRunOptions) {
    this.#options = options;
  }

  of(one: SuiteCase, version: string | undefined): Rule {
    const key = `${version} ${keyOf(one.rule)}`;
    let rule = this.#made.get(key);
    if (rule === undefined) {
      rule = makeRule(one, version, this.#options.files);
      this.#made.set(key, rule);
      this.#options.onOutcome?.(rule, undefined);
    }
    return rule;
  }
}

/** What tells rules apart: all of their settings, and where their texts are written. */
function keyOf({ texts, ...settings }: RuleSettings): string {
  const places = texts.map(({ text, locate }) => [text, locate({ start: 0, end: 0 })]);
  return JSON.stringify([settings, places]);
}
