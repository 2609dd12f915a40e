import { Failure } from "../../../core/failure.ts";
import { toLower } from "../../../core/letter-case.ts";
import { parseDouble, plainDoubleText } from "../../../core/number-text.ts";
import { compileMatcher } from "../../../regexp/matcher.ts";
import { kept } from "../kept.ts";
import { replaceAll } from "../replace-matches.ts";
import { goSpace, trimSpace } from "../trim-space.ts";
import type { XmlNode } from "../xml/tree.ts";
import { toNumber } from "./compare.ts";
import type { Navigator } from "./navigator.ts";
import { MissingQuery, Query, type Test, type XPathValue } from "./query.ts";
import { CallQuery, type Implementation, LiteralQuery } from "./value-queries.ts";

interface XPathFunction {
  /** How few and how many arguments it takes. */
  readonly least: number;
  readonly most?: number;
  /** How many of the arguments are looked at, of how many that are given; absent: all. */
  readonly uses?: (given: number) => number;
  /** An argument that the reference lacks is `undefined`. */
  readonly make: (...args: (Query | undefined)[]) => Implementation;
}

const one = (): number => 1;
const compiled = /* @__PURE__ */ kept(compileMatcher);

/** The functions but `reverse`, which selects nodes, and `position` and `last`, which depend on a step. */
export const functions: Readonly<Record<string, XPathFunction>> = {
  "lower-case": { least: 1, uses: one, make: (text) => (here) => toLower(textOf(text, here)) },
  "starts-with": tests("starts-with", (text, part) => text.startsWith(part)),
  "ends-with": tests("ends-with", (text, part) => text.endsWith(part)),
  contains: tests("contains", (text, part) => text.includes(part)),
  matches: { least: 2, most: 2, make: matches },
  substring: {
    least: 2,
    uses: (given) => (given === 3 ? 3 : 2),
    make: (text, start, length) => (here) => substring(here, text, start, length),
  },
  "substring-before": divides((text, at) => text.slice(0, at)),
  "substring-after": divides((text, at, word) => text.slice(at + word.length)),
  "string-length": { least: 1, uses: one, make: (text) => (here) => runes(textOf(text, here)).length },
  replace: {
    least: 3,
    most: 3,
    make: (text, pattern, template) => (here) =>
      replace(textOf(text, here), textOf(pattern, here), textOf(template, here)),
  },
  translate: {
    least: 3,
    most: 3,
    make: (text, from, to) => (here) => translate(textOf(text, here), textOf(from, here), textOf(to, here)),
  },
  not: { least: 1, uses: one, make: (argument) => (here) => isFalse(evaluated(argument, here), here) },
  name: names((node) => (node.prefix === "" ? node.name : `${node.prefix}:${node.name}`)),
  "local-name": names((node) => node.name),
  "namespace-uri": names((node) => node.namespace),
  true: { least: 0, uses: () => 0, make: () => () => true },
  false: { least: 0, uses: () => 0, make: () => () => false },
  boolean: { least: 0, most: 1, make: (argument) => (here) => isTrue(evaluated(argument, here), here) },
  number: { least: 0, most: 1, make: (argument) => (here) => toNumber(evaluated(argument, here), here) },
  string: {
    least: 0,
    most: 1,
    make: (argument) => (here) => (argument === undefined ? here.value : textOf(argument, here)),
  },
  "normalize-space": { least: 1, uses: one, make: (text) => (here) => normalizeSpace(textOf(text, here)) },
  count: { least: 1, uses: one, make: (argument) => (here) => count(begun(argument, here), here) },
  sum: { least: 1, uses: one, make: (argument) => (here) => sum(evaluated(argument, here), here) },
  ceiling: rounds(Math.ceil),
  floor: rounds(Math.floor),
  round: rounds(round),
  concat: {
    least: 2,
    make:
      (...args) =>
      (here) =>
        args.map((text) => textOf(text, here)).join(""),
  },
  "string-join": {
    least: 2,
    most: 2,
    make: (texts, separator) => (here) => {
      const between = evaluated(separator, here);
      const joint = typeof between === "string" || between instanceof Query ? textOfValue(between, here) : "";
      const query = begun(texts, here);
      const value = query.evaluate(here);
      return typeof value === "string" ? value : acceptedOf(query, value, here).join(joint);
    },
  },
};

/** `position()`: how many nodes of the step come before a node, the node itself included. */
export function positionIn(accepts: Test): Implementation {
  const known = new WeakMap<XmlNode, number>();
  return (here) => {
    const node = here.copy();
    let position = 1;
    while (node.moveToPrevious()) {
      if (accepts(node)) position++;
      const before = known.get(node.node);
      if (before === undefined) continue;
      position += before - 1;
      break;
    }
    if (here.attribute === -1) known.set(here.node, position);
    return position;
  };
}

/** `last()`: how many nodes of the step have the same parent. */
export function lastIn(accepts: Test): Implementation {
  const known = new WeakMap<XmlNode, number>();
  return (here) => {
    const { parent } = here.node;
    const before = here.attribute === -1 && parent !== undefined ? known.get(parent) : undefined;
    if (before !== undefined) return before;
    const node = here.copy();
    let count = 0;
    node.moveToFirst();
    do if (accepts(node)) count++;
    while (node.moveToNext());
    if (here.attribute === -1 && parent !== undefined) known.set(parent, count);
    return count;
  };
}

/** An argument is evaluated from its begin, but a call as it is. */
function begun(argument: Query | undefined, here: Navigator): Query {
  if (argument instanceof CallQuery) return argument;
  const query = argument ?? new MissingQuery();
  here.spend(query.size);
  return query.clone();
}

function evaluated(argument: Query | undefined, here: Navigator): XPathValue {
  return begun(argument, here).evaluate(here);
}

/* @__NO_SIDE_EFFECTS__ */
function textOf(argument: Query | undefined, here: Navigator): string {
  return textOfValue(evaluated(argument, here), here);
}

function textOfValue(value: XPathValue, here: Navigator): string {
  if (value instanceof Query) return value.select(here)?.value ?? "";
  if (typeof value !== "number") return String(value);
  if (value === 0) return "0";
  return Number.isFinite(value) ? plainDoubleText(value) : String(value);
}

function isTrue(value: XPathValue, here: Navigator): boolean {
  if (value instanceof Query) return value.select(here) !== undefined;
  return Boolean(value) || Number.isNaN(value);
}

function isFalse(value: XPathValue, here: Navigator): boolean {
  if (value instanceof Query) return value.select(here) === undefined;
  return value === false;
}

function count(query: Query, here: Navigator): number {
  const nodes = query.evaluate(here);
  let count = 0;
  if (!(nodes instanceof Query)) return count;
  for (let node = nodes.select(here); node !== undefined; node = nodes.select(here)) {
    if (query.accepts(node)) count++;
  }
  return count;
}

/** The values of the nodes of a query, tested by its own last step once more. */
/* @__NO_SIDE_EFFECTS__ */
function acceptedOf(query: Query, nodes: XPathValue, here: Navigator): string[] {
  const values: string[] = [];
  if (!(nodes instanceof Query)) return values;
  for (let node = nodes.select(here); node !== undefined; node = nodes.select(here)) {
    if (query.accepts(node)) values.push(node.value);
  }
  return values;
}

/* @__NO_SIDE_EFFECTS__ */
function tests(name: string, holds: (text: string, part: string) => boolean): XPathFunction {
  const make = (text?: Query, part?: Query): Implementation => {
    return (here) => {
      const whole = evaluated(text, here);
      const node = whole instanceof Query ? whole.select(here) : undefined;
      if (whole instanceof Query && node === undefined) return false;
      return holds(stringFor(name, node?.value ?? whole), stringFor(name, evaluated(part, here)));
    };
  };
  return { least: 2, uses: () => 2, make };
}

function stringFor(name: string, value: XPathValue): string {
  if (typeof value === "string") return value;
  throw new Failure("xpath_failed", { reason: `${name} needs strings` });
}

function matches(text?: Query, pattern?: Query): Implementation {
  if (pattern instanceof LiteralQuery) compiled(stringFor("matches", pattern.value));
  return (here) => {
    const whole = evaluated(text, here);
    const node = whole instanceof Query ? whole.select(here) : undefined;
    if (whole instanceof Query && node === undefined) return false;
    const subject = node?.value ?? textOfValue(whole, here);
    return compiled(stringFor("matches", evaluated(pattern, here))).test(subject);
  };
}

function substring(here: Navigator, text?: Query, from?: Query, size?: Query): string {
  const whole = evaluated(text, here);
  const node = whole instanceof Query ? whole.select(here) : undefined;
  if (whole instanceof Query && node === undefined) return "";
  const subject = node?.value ?? textOfValue(whole, here);
  const characters = runes(subject);
  const start = round(numberFor(evaluated(from, here)));
  if (start > characters.length) return "";
  if (size === undefined) {
    if (Number.isNaN(start)) throw new Failure("xpath_failed", { reason: "substring begins nowhere" });
    return start <= 0 ? subject : characters.slice(start - 1).join("");
  }
  const length = round(numberFor(evaluated(size, here)));
  const first = Math.max(start, 1);
  const last = Math.min(start + length, characters.length + 1);
  return last > first ? characters.slice(first - 1, last - 1).join("") : "";
}

function numberFor(value: XPathValue): number {
  if (typeof value === "number") return value;
  throw new Failure("xpath_failed", { reason: "substring needs numbers" });
}

/* @__NO_SIDE_EFFECTS__ */
function divides(part: (text: string, at: number, word: string) => string): XPathFunction {
  const textFor = (argument: Query | undefined, here: Navigator): string => {
    const value = evaluated(argument, here);
    return typeof value === "string" || value instanceof Query ? textOfValue(value, here) : "";
  };
  const make = (text?: Query, word?: Query): Implementation => {
    return (here) => {
      const whole = textFor(text, here);
      const searched = textFor(word, here);
      const at = searched === "" ? -1 : whole.indexOf(searched);
      return at < 0 ? "" : part(whole, at, searched);
    };
  };
  return { least: 2, most: 2, make };
}

function replace(text: string, pattern: string, template: string): string {
  const matcher = compiled(pattern);
  let braced = template;
  for (let group = matcher.groups.length - 1; group > 0; group--) {
    braced = braced.replaceAll(`$${group}`, () => `\${${group}}`);
  }
  return replaceAll(matcher, text, braced);
}

function translate(text: string, from: string, to: string): string {
  const replacements = runes(to);
  const table = new Map<string, string>();
  runes(from).forEach((character, i) => {
    if (!table.has(character)) table.set(character, replacements[i] ?? "");
  });
  return Array.from(text, (character) => table.get(character) ?? character).join("");
}

/* @__NO_SIDE_EFFECTS__ */
function names(nameOf: (node: Navigator) => string): XPathFunction {
  const make = (argument?: Query): Implementation => {
    return (here) => {
      if (argument !== undefined) here.spend(argument.size);
      const node = argument === undefined ? here : argument.clone().select(here);
      return node === undefined ? "" : nameOf(node);
    };
  };
  return { least: 0, most: 1, make };
}

function normalizeSpace(text: string): string {
  return runes(trimSpace(text))
    .join("")
    .replace(new RegExp(`[${goSpace}]+`, "g"), " ");
}

function sum(value: XPathValue, here: Navigator): number {
  if (typeof value === "number") return value;
  if (typeof value === "string") {
    const number = parseDouble(value);
    if (typeof number === "number") return number;
    throw new Failure("xpath_failed", { reason: "sum needs nodes or a number" });
  }
  let total = 0;
  if (value instanceof Query) {
    for (let node = value.select(here); node !== undefined; node = value.select(here)) {
      const number = parseDouble(node.value);
      if (typeof number === "number") total += number;
    }
  }
  return total;
}

/* @__NO_SIDE_EFFECTS__ */
function rounds(rounded: (value: number) => number): XPathFunction {
  return {
    least: 1,
    uses: one,
    make: (argument) => (here) => rounded(toNumber(evaluated(argument, here), here)),
  };
}

/** Halves go up, and the sign of zero stays. */
function round(value: number): number {
  if (!Number.isFinite(value)) return value;
  if (value >= -0.5 && value < 0.5) return value * 0;
  const below = Math.floor(value);
  return value - below >= 0.5 ? below + 1 : below;
}

/** The characters of a text as Go counts them; bytes that are not UTF-8 are U+FFFD. */
function runes(text: string): string[] {
  return Array.from(text, (character) => (/^\p{Cs}$/u.test(character) ? "\ufffd" : character));
}
