import { describe, expect, it, test } from "vitest";
import { OttlError } from "../../src/index.ts";
import { labelsOf } from "../../src/prometheus/labels.ts";
import { type RelabelRule, readRelabelRules, relabel, relabelRules } from "../../src/prometheus.ts";
import fc from "../property.ts";
import {
  answerOf,
  type RecordedRelabelling,
  recordedRelabellings,
  type Version,
  versions,
} from "./recorded.ts";

const recorded = recordedRelabellings();

/** What the words of a refusal come to: a code and the field it is about. */
const refusals: readonly (readonly [words: RegExp, refusal: string])[] = [
  [/invalid 'target_label'/, "relabel_label_name target_label"],
  [/invalid 'replacement'/, "relabel_label_name replacement"],
  [/is not a valid label name/, "relabel_label_name source_labels"],
  [/requires 'target_label'/, "relabel_target_missing target_label"],
  [/'replacement' can not be set/, "relabel_field_unused replacement"],
  [/no other fields/, "relabel_field_unused"],
  [/non-zero modulus/, "relabel_modulus_missing modulus"],
  [/unknown relabel action/, "relabel_action action"],
  [/error parsing regexp/, "invalid_regex regex"],
];

describe.each(versions)("the rules of Prometheus in %s", (version) => {
  it("are more than 300 cases", () => expect(recorded.length).toBeGreaterThan(300));

  it("leave the labels that the real engine leaves, or are refused as there", () => {
    const differences = recorded.flatMap((relabelling) => {
      const answer = run(relabelling, version);
      const expected = expectation(relabelling, version);
      const agree =
        typeof expected === "string"
          ? Array.isArray(answer) && answer.some((refusal) => refusal.startsWith(expected))
          : !Array.isArray(answer) && JSON.stringify(answer) === JSON.stringify(expected);
      return agree ? [] : [{ ...relabelling, answers: undefined, expected, answer }];
    });
    expect(differences).toEqual([]);
  });
});

function run({ rules, given }: RecordedRelabelling, version: Version): unknown {
  const { compiled, problems } = readRelabelRules(rules.map(ruleOf), { compatibility: version });
  if (problems.length > 0) return problems.map(({ code, field }) => `${code} ${field}`);
  const labels = relabel(labelsOf(given), compiled);
  return labels === undefined ? null : Object.fromEntries(labels.map(({ name, value }) => [name, value]));
}

function expectation(relabelling: RecordedRelabelling, version: Version): unknown {
  const { labels = null, error } = answerOf(relabelling, version);
  if (error !== undefined) return refusals.find(([words]) => words.test(error))?.[1] ?? error;
  return labels === null
    ? null
    : Object.fromEntries(labelsOf(labels).map(({ name, value }) => [name, value]));
}

/** Prometheus takes any scalar for a text, and nothing for the empty one. */
function ruleOf(rule: Readonly<Record<string, unknown>>): RelabelRule {
  const isText = (name: string) => !["source_labels", "modulus"].includes(name);
  return Object.fromEntries(
    Object.entries(rule).map(([name, value]) => [name, isText(name) ? String(value ?? "") : value]),
  ) as RelabelRule;
}

describe("a rule that is refused", () => {
  it("is told with all others at once", () => {
    const rules: RelabelRule[] = [
      { action: "kep", source_labels: ["a"] },
      { action: "keep", regex: "ok" },
      { action: "hashmod", regex: "(" },
    ];
    const error = refused(() => relabelRules(rules));
    expect(error.phase).toBe("configuration");
    expect(error.diagnostics.map(({ code, setting }) => [code, setting])).toEqual([
      ["relabel_action", "[0].action"],
      ["invalid_regex", "[2].regex"],
      ["relabel_modulus_missing", "[2].modulus"],
      ["relabel_target_missing", "[2].target_label"],
    ]);
    expect(error.diagnostics[0].label).toBe('did you mean "keep"?');
  });

  it("has the place of a pattern's mistake within what was written", () => {
    const { problems } = readRelabelRules([{ action: "drop", regex: "ab(?=c)" }]);
    expect(problems[0]?.span).toEqual({ start: 2, end: 5 });
    const { problems: open } = readRelabelRules([{ action: "drop", regex: "x(a" }]);
    expect(open[0]?.span).toEqual({ start: 1, end: 2 });
    const { problems: quoted } = readRelabelRules([{ action: "drop", regex: "\\Qa" }]);
    expect(quoted[0]?.span).toEqual({ start: 0, end: 3 });
  });

  it("names a label that only the validation scheme legacy refuses", () => {
    const rule = { source_labels: ["a"], target_label: "http.method" };
    expect(relabelRules([rule])).toHaveLength(1);
    expect(refused(() => relabelRules([rule], { nameValidation: "legacy" })).code).toBe("relabel_label_name");
  });
});

test("an expanded name that the validation scheme refuses changes nothing", () => {
  const rule = { source_labels: ["a"], target_label: "$1", replacement: "x" };
  const labels = labelsOf({ a: "b.c" });
  expect(relabel(labels, relabelRules([rule], { nameValidation: "legacy" }))).toEqual(labels);
  expect(relabel(labels, relabelRules([rule]))).toHaveLength(2);
});

test("hostile names and values are labels like others", () => {
  const given = Object.fromEntries([
    ["__proto__", "p"],
    ["constructor", "c"],
    ["x", "y".repeat(100_000)],
  ]);
  const rules = relabelRules([
    { source_labels: ["__proto__", "constructor"], target_label: "toString" },
    { action: "labelmap", regex: "__(.*)__", replacement: "hasOwnProperty" },
    { source_labels: ["x"], regex: "(y*)*z?", target_label: "valueOf", replacement: "done" },
  ]);
  const left = Object.fromEntries(
    (relabel(labelsOf(given), rules) ?? []).map(({ name, value }) => [name, value]),
  );
  expect(left).toMatchObject({ toString: "p;c", hasOwnProperty: "p", valueOf: "done" });
});

test("a long chain of references is read in linear time", () => {
  const template = `${"$aaaaaaaaaaaaaaaa".repeat(500)}!`;
  const rule = { source_labels: ["a"], target_label: template };
  const { problems } = readRelabelRules([rule], { compatibility: "0.118.0" });
  expect(problems.map(({ code }) => code)).toEqual(["relabel_label_name"]);
});

describe("any rules on any labels", () => {
  const name = fc.constantFrom("a", "b", "c", "__name__", "é", "a.b");
  const template = fc.array(fc.constantFrom("$", "{", "}", "1", "a", "_", "x", "$$", "$1"), {
    maxLength: 6,
  });
  const rule = fc.record(
    {
      action: fc.constantFrom(
        ..."replace keep drop keepequal dropequal hashmod labelmap labeldrop labelkeep lowercase uppercase".split(
          " ",
        ),
      ),
      source_labels: fc.array(name, { maxLength: 3 }),
      separator: fc.constantFrom(";", "", "$"),
      regex: fc.constantFrom("(.*)", "(a)(.*)", "[ab]+", "", "(?P<x>.)(.*)", "("),
      modulus: fc.nat(5),
      target_label: fc.oneof(
        name,
        template.map((parts) => parts.join("")),
      ),
      replacement: template.map((parts) => parts.join("")),
    },
    { requiredKeys: ["action"] },
  );

  it("are refused or leave labels in order, none of them twice or empty", () => {
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 4 }),
        fc.dictionary(name, fc.constantFrom("", "a", "ab", "1")),
        fc.constantFrom(...versions),
        (rules, given, compatibility) => {
          const { compiled } = readRelabelRules(rules, { compatibility });
          const labels = relabel(labelsOf(given), compiled) ?? [];
          const names = labels.map(({ name }) => name);
          expect(names).toEqual(
            labelsOf(Object.fromEntries(names.map((name) => [name, "x"]))).map((l) => l.name),
          );
          expect(new Set(names).size).toBe(names.length);
          expect(labels.every(({ value }) => value !== "")).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function refused(run: () => unknown): OttlError {
  try {
    run();
  } catch (error) {
    if (error instanceof OttlError) return error;
    throw error;
  }
  throw new Error("not refused");
}
