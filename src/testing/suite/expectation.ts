import { orList } from "../../diagnostics/or-list.ts";
import type { RuleKind } from "./rule-settings.ts";
import type { Expect, Expectation } from "./schema.ts";

type Word = Extract<Expectation, string>;

const meanings: Readonly<Record<Word, Expect>> = {
  kept: { kept: true },
  dropped: { dropped: true },
  rejected: { rejected: true },
  changed: { changed: true },
  unchanged: { changed: false },
  matches: { matches: true },
  no_match: { matches: false },
};

/** What becomes of records; a case that says one of these takes the place of all that stand above it. */
const fates = ["kept", "dropped", "rejected", "matches"] as const;

/** What is expected of a case, the last one that says something about a matter counts. */
export function mergeExpectations(...given: readonly (Expectation | undefined)[]): Expect {
  let merged: Expect = {};
  for (const one of given) {
    if (one === undefined) continue;
    const own = typeof one === "string" ? meanings[one] : one;
    if (fates.some((fate) => own[fate] !== undefined))
      merged = Object.fromEntries(Object.entries(merged).filter(([key]) => !isFate(key)));
    merged = { ...merged, ...own };
  }
  return merged;
}

function isFate(key: string): boolean {
  return fates.some((fate) => fate === key);
}

const always = ["errors", "no_evaluation_errors"];
const changes = ["changed", "attributes", "resource", "nothing_else_changes", "output"];
const passing = [...always, ...changes, "output_file", "kept", "dropped", "rejected", "names", "counts"];

/** What can be expected of each kind of rule. */
const fitting: Readonly<Record<RuleKind, readonly string[]>> = {
  processor: passing,
  pipeline: [...passing, "exported"],
  condition: [...always, "matches"],
  statement: [...always, ...changes, "matches"],
};

const names: Readonly<Record<RuleKind, string>> = {
  processor: "a processor",
  pipeline: "a pipeline",
  condition: "conditions",
  statement: "statements",
};

/** The expectations that a kind of rule has no answer to. */
export function unfitting(
  expect: Expect,
  kind: RuleKind,
): readonly { readonly key: string; readonly problem: string }[] {
  return Object.keys(expect)
    .filter((key) => !fitting[kind].includes(key))
    .map((key) => ({
      key,
      problem: `"${key}" cannot be expected of ${names[kind]}: choose ${orList(fitting[kind])}`,
    }));
}
