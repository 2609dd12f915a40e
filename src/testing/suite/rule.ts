import type { Rule } from "./outcome.ts";
import { processorRule } from "./processor-rule.ts";
import type { SuiteCase } from "./read-suite.ts";
import type { SuiteFiles } from "./suite-input.ts";
import { textRule } from "./text-rule.ts";

/**
 * Makes the rule of a case for a version.
 *
 * @throws {OttlError} with everything that is wrong with the rule, its places in the suite or in the configuration.
 */
export function makeRule(one: SuiteCase, version: string | undefined, files: SuiteFiles): Rule {
  const { kind } = one.rule;
  const isText = kind === "condition" || kind === "statement";
  return isText ? textRule(one, version, files) : processorRule(one, version, files);
}
