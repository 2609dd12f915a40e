/** What follows from what, as far as it can be proved from the texts alone. */

import type { BooleanIr } from "../check/ir.ts";
import { compareValues } from "../core/compare.ts";
import type { LintText } from "./define-rule.ts";
import { covers, excludes } from "./literal-matches.ts";
import { type Formula, formulaOf, type Literally, type Says } from "./tests-of.ts";

/** The most steps of one proof; a longer one is given up. */
const mostSteps = 2_000;
/** The most pairs of texts of two patterns that are compared. */
const mostPairs = 10_000;

/** The most conditions that are compared each with each, and the most tests and texts of patterns in them. */
const mostConditions = 300;
const mostTests = 3_000;

const few = new WeakMap<readonly LintText[], boolean>();

/** Whether the conditions of a list are few and short enough to be compared each with each. */
export function areFewIn(list: readonly LintText[]): boolean {
  const known = few.get(list) ?? areFew(list.flatMap(({ condition }) => condition ?? []));
  few.set(list, known);
  return known;
}

/** Whether conditions are few and short enough to be compared each with each. */
export function areFew(conditions: readonly BooleanIr[]): boolean {
  if (conditions.length > mostConditions) return false;
  let size = 0;
  for (const one of conditions) size += sizeOf(formulaOf(one));
  return size <= mostTests;
}

function sizeOf(formula: Formula): number {
  if (formula.kind === "constant") return 1;
  if (formula.kind !== "test") return formula.of.reduce((size, one) => size + sizeOf(one), 0);
  const { says } = formula.test;
  return says.kind === "match" ? Math.max(1, says.literals?.length ?? 1) : 1;
}

/** Whether a condition holds whenever another does; `false` where that cannot be proved. */
export function implies(one: Formula, other: Formula): boolean {
  return new Proof().implies(one, other);
}

/** The opposite of a condition. */
export function negation(formula: Formula): Formula {
  switch (formula.kind) {
    case "constant":
      return { kind: "constant", value: !formula.value };
    case "test":
      return { ...formula, negated: !formula.negated };
    case "all":
      return { kind: "any", of: formula.of.map(negation) };
    case "any":
      return { kind: "all", of: formula.of.map(negation) };
  }
}

class Proof {
  #steps = 0;

  implies(one: Formula, other: Formula): boolean {
    if (this.#steps++ > mostSteps) return false;
    if (one.kind === "any") return one.of.every((part) => this.implies(part, other));
    if (other.kind === "all") return other.of.every((part) => this.implies(one, part));
    if (one.kind === "all" && one.of.some((part) => this.implies(part, other))) return true;
    if (other.kind === "any") return other.of.some((part) => this.implies(one, part));
    if (one.kind === "constant") return !one.value;
    if (other.kind === "constant") return other.value;
    return one.kind === "test" && other.kind === "test" && testImplies(one, other);
  }
}

type Test = Extract<Formula, { kind: "test" }>;

function testImplies(one: Test, other: Test): boolean {
  if (one.test.subject !== other.test.subject) return false;
  const { says: a } = one.test;
  const { says: b } = other.test;
  if (a.kind === "other" || b.kind === "other") return a.kind === b.kind && one.negated === other.negated;
  if (!one.negated) return other.negated ? disjoint(a, b) : follows(b, a);
  return other.negated && follows(a, b);
}

type Known = Exclude<Says, { kind: "other" }>;

/** Whether a test holds of every value of which another does. */
function follows(test: Known, from: Known): boolean {
  if (from.kind === "compare" && from.operator === "==") return holdsOf(test, from.literal) === true;
  if (from.kind === "compare") return test.kind === "compare" && includesRange(test, from);
  if (test.kind === "compare") return false;
  if (test.strict && !from.strict && !from.always) return false;
  if (from.test.pattern !== undefined && from.test.pattern === test.test.pattern) return true;
  if (from.literals === undefined || from.literals.length === 0) return false;
  if (from.literals.length * (test.literals?.length ?? 0) > mostPairs) return false;
  return from.literals.every((one) =>
    one.atStart && one.atEnd
      ? test.test.test(one.text)
      : (test.literals?.some((other) => covers(other, one)) ?? false),
  );
}

/** Whether no value meets both tests. */
function disjoint(a: Known, b: Known): boolean {
  if (a.kind === "compare" && a.operator === "==") return holdsOf(b, a.literal) === false;
  if (b.kind === "compare" && b.operator === "==") return holdsOf(a, b.literal) === false;
  if (a.kind === "compare" && b.kind === "compare") return separated(a, b);
  if (a.kind !== "match" || b.kind !== "match") return false;
  const { literals: ones } = a;
  const { literals: others } = b;
  if (ones === undefined || others === undefined || ones.length * others.length > mostPairs) return false;
  return ones.every((one) => others.every((other) => excludes(one, other)));
}

/** Whether a test holds of a value that equals a literal; `undefined` where that is not known. */
function holdsOf(test: Known, literal: Literally): boolean | undefined {
  if (test.kind === "match") {
    // Empty bytes equal nil, too.
    if (literal === null) return test.test.nil === false && !test.test.test("") ? false : undefined;
    return typeof literal === "string" ? test.test.test(literal) : undefined;
  }
  if (isInexact(literal) || isInexact(test.literal)) return undefined;
  return compareValues(test.operator, literal, test.literal);
}

/** An int beyond what doubles hold equals doubles that stand for several ints. */
function isInexact(literal: Literally): boolean {
  const number = typeof literal === "bigint" || typeof literal === "number" ? Number(literal) : 0;
  return Math.abs(number) >= Number.MAX_SAFE_INTEGER;
}

type Comparing = Extract<Says, { kind: "compare" }>;

/** `x < 5` holds wherever `x < 3` does. */
function includesRange(wide: Comparing, narrow: Comparing): boolean {
  if (direction(wide) !== direction(narrow) || direction(wide) === 0 || !ordered(wide, narrow)) return false;
  const beyond = direction(wide) < 0 ? "<" : ">";
  if (compareValues(beyond, narrow.literal, wide.literal)) return true;
  if (!compareValues("==", narrow.literal, wide.literal)) return false;
  return isOpen(narrow) || !isOpen(wide);
}

/** `x < 3` and `x > 5` never hold together. */
function separated(a: Comparing, b: Comparing): boolean {
  if (direction(a) * direction(b) >= 0 || !ordered(a, b)) return false;
  const [below, above] = direction(a) < 0 ? [a, b] : [b, a];
  if (compareValues("<", below.literal, above.literal)) return true;
  return compareValues("==", below.literal, above.literal) && (isOpen(below) || isOpen(above));
}

function ordered(a: Comparing, b: Comparing): boolean {
  if (isInexact(a.literal) || isInexact(b.literal)) return false;
  const kinds = [a.literal, b.literal].map((one) => (typeof one === "bigint" ? "number" : typeof one));
  return kinds[0] === kinds[1] && (kinds[0] === "number" || kinds[0] === "string");
}

function direction({ operator }: Comparing): -1 | 0 | 1 {
  if (operator === "<" || operator === "<=") return -1;
  return operator === ">" || operator === ">=" ? 1 : 0;
}

function isOpen({ operator }: Comparing): boolean {
  return operator === "<" || operator === ">";
}
