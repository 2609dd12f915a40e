/**
 * The parts of a compiled glob, each with the quirks of the reference's library, which are seen from outside: `a*a`
 * matches `a`, `[!ab][!ab]` matches `aa`, and lengths are now bytes, now characters. Subjects are strings of bytes.
 */
import { Failure } from "../../../core/failure.ts";

/** A place in a subject and the lengths that a matcher may take from there, ascending. */
export interface Found {
  readonly index: number;
  readonly lengths: readonly number[];
}

/** A part of a compiled glob. */
export interface GlobMatcher {
  readonly kind: string;
  /** Number of characters, or -1 where it varies. */
  readonly length: number;
  /** Whether it matches the whole subject. */
  match(subject: string): boolean;
  /** Where it matches first. */
  find(subject: string): Found | undefined;
}

/** How many steps a pattern may take to be compiled, and then for each subject; the reference has no limit. */
const mostSteps = 20_000_000;
let steps = 0;

/** Begins the counting of steps anew. */
export function beginSteps(): void {
  steps = 0;
}

/** Counts a step over so many parts. Throws `glob_too_costly`. */
export function step(count: number): void {
  steps += count + 1;
  if (steps > mostSteps) throw new Failure("glob_too_costly", { limit: mostSteps });
}

/** The character of UTF-8 at an index of bytes: its code point and its number of bytes. */
export function runeAt(bytes: string, index: number): { readonly point: number; readonly width: number } {
  const first = bytes.charCodeAt(index);
  if (!(first >= 0x80)) return { point: first, width: index < bytes.length ? 1 : 0 };
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  const units = Array.from(bytes.slice(index, index + size), (c) => c.charCodeAt(0));
  try {
    const text = strict.decode(Uint8Array.from(units));
    return { point: text.codePointAt(0) as number, width: size };
  } catch {
    return { point: 0xfffd, width: 1 };
  }
}
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The bytes that a code point takes, also where a broken byte stands for U+FFFD. */
function runeLength(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

interface Rune {
  readonly at: number;
  readonly point: number;
}

function* runesOf(bytes: string): Generator<Rune> {
  for (let i = 0; i < bytes.length; ) {
    const { point, width } = runeAt(bytes, i);
    yield { at: i, point };
    i += width;
  }
}

function countRunes(bytes: string, most = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (let i = 0; i < bytes.length && count <= most; count++) i += runeAt(bytes, i).width;
  return count;
}

/** The index of each character, and the end. */
function edges(bytes: string, before = 0): number[] {
  step(bytes.length);
  const all: number[] = [];
  for (const { at } of runesOf(bytes)) all.push(before + at);
  all.push(before + bytes.length);
  return all;
}

/** A text as it is. */
export function textMatcher(text: string): GlobMatcher & { readonly kind: "text"; readonly text: string } {
  const lengths = [text.length];
  return {
    kind: "text",
    text,
    length: countRunes(text),
    match: (subject) => subject === text,
    find: (subject) => at(subject.indexOf(text), lengths),
  };
}

function at(index: number, lengths: readonly number[]): Found | undefined {
  return index < 0 ? undefined : { index, lengths };
}

/** `*`: anything. */
export const superMatcher: GlobMatcher = {
  kind: "super",
  length: -1,
  match: () => true,
  find: (subject) => ({ index: 0, lengths: edges(subject) }),
};

/** Nothing at all. */
export const nothingMatcher: GlobMatcher = {
  kind: "nothing",
  length: 0,
  match: (subject) => subject === "",
  find: () => ({ index: 0, lengths: [0] }),
};

/** One character of a set; `excluded` are the characters of a list that begins with `!`. */
export function characterMatcher(
  kind: "single" | "list" | "range",
  has: (point: number) => boolean,
  excluded?: string,
): GlobMatcher & { readonly excluded?: string | undefined } {
  return {
    kind,
    excluded,
    length: 1,
    match(subject) {
      const { point, width } = subject === "" ? { point: 0xfffd, width: 0 } : runeAt(subject, 0);
      return subject.length <= width && has(point);
    },
    find(subject) {
      for (const { at: index, point } of runesOf(subject)) {
        step(0);
        if (has(point)) return { index, lengths: [runeLength(point)] };
      }
      return undefined;
    },
  };
}

/** Parts of fixed lengths one after the other; found, it takes as many bytes as it has characters. */
export function rowMatcher(parts: readonly GlobMatcher[]): GlobMatcher {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const matchAll = (subject: string): boolean => {
    let start = 0;
    for (const part of parts) {
      let count = 0;
      let last = 0;
      for (const { at: index } of runesOf(subject.slice(start))) {
        last = index;
        if (++count === part.length) break;
      }
      step(count);
      if (start + last + 1 > subject.length && count >= part.length) throw new Failure("glob_crash");
      if (count < part.length || !part.match(subject.slice(start, start + last + 1))) return false;
      start += last + 1;
    }
    return true;
  };
  return {
    kind: "row",
    length,
    match: (subject) => countRunes(subject, length) === length && matchAll(subject),
    find(subject) {
      for (const { at: index } of runesOf(subject)) {
        if (subject.length - index < length) break;
        if (matchAll(subject.slice(index))) return { index, lengths: [length] };
      }
      return undefined;
    },
  };
}

/** At least so many characters. */
export function minMatcher(least: number): GlobMatcher {
  return {
    kind: "min",
    length: -1,
    match: (subject) => subject !== "" && countRunes(subject, least) >= least,
    find(subject) {
      step(subject.length);
      let count = 0;
      const lengths: number[] = [];
      for (const { at: index, point } of runesOf(subject))
        if (++count >= least) lengths.push(index + runeLength(point));
      return lengths.length === 0 || subject.length < least ? undefined : { index: 0, lengths };
    },
  };
}

/** At most so many characters. */
export function maxMatcher(most: number): GlobMatcher {
  return {
    kind: "max",
    length: -1,
    match: (subject) => countRunes(subject, most) <= most,
    find(subject) {
      const lengths = [0];
      for (const { at: index, point } of runesOf(subject)) {
        if (lengths.length > most) break;
        lengths.push(index + runeLength(point));
      }
      step(lengths.length);
      return { index: 0, lengths };
    },
  };
}

/** Anything with a text in it, or without. */
export function containsMatcher(text: string, not: boolean): GlobMatcher {
  return {
    kind: "contains",
    length: -1,
    match: (subject) => subject.includes(text) !== not,
    find(subject) {
      const index = subject.indexOf(text);
      if (not) return { index: 0, lengths: edges(index < 0 ? subject : subject.slice(0, index)) };
      if (index < 0) return undefined;
      const end = index + text.length;
      return { index: 0, lengths: edges(subject.slice(end), end) };
    },
  };
}

/** A text and anything after it. */
export function prefixMatcher(
  prefix: string,
): GlobMatcher & { readonly kind: "prefix"; readonly prefix: string } {
  return {
    kind: "prefix",
    prefix,
    length: -1,
    match: (subject) => subject.startsWith(prefix),
    find(subject) {
      const index = subject.indexOf(prefix);
      if (index < 0) return undefined;
      const rest = subject.slice(index + prefix.length);
      step(rest.length);
      const lengths = [prefix.length];
      for (const { at: start, point } of runesOf(rest))
        lengths.push(prefix.length + start + runeLength(point));
      return { index, lengths };
    },
  };
}

/** Anything and a text after it. */
export function suffixMatcher(
  suffix: string,
): GlobMatcher & { readonly kind: "suffix"; readonly suffix: string } {
  return {
    kind: "suffix",
    suffix,
    length: -1,
    match: (subject) => subject.endsWith(suffix),
    find(subject) {
      const index = subject.indexOf(suffix);
      return index < 0 ? undefined : { index: 0, lengths: [index + suffix.length] };
    },
  };
}

/** A text at the begin and another at the end, which may overlap. */
export function prefixSuffixMatcher(prefix: string, suffix: string): GlobMatcher {
  return {
    kind: "prefixSuffix",
    length: -1,
    match: (subject) => subject.startsWith(prefix) && subject.endsWith(suffix),
    find(subject) {
      const index = subject.indexOf(prefix);
      if (index < 0) return undefined;
      const rest = subject.slice(index);
      if (suffix === "") return { index, lengths: [rest.length] };
      if (rest === "") return undefined;
      step(rest.length);
      const lengths: number[] = [];
      for (let from = rest.lastIndexOf(suffix); from >= 0; ) {
        lengths.push(from + suffix.length);
        from = from < suffix.length ? -1 : rest.lastIndexOf(suffix, from - suffix.length);
      }
      return lengths.length === 0 ? undefined : { index, lengths: lengths.reverse() };
    },
  };
}

/** All of several matchers at once. */
export function everyMatcher(parts: readonly GlobMatcher[]): GlobMatcher {
  return {
    kind: "every",
    length: -1,
    match: (subject) => parts.every((part) => part.match(subject)),
    find(subject) {
      let lengths: readonly number[] | undefined;
      for (const part of parts) {
        const found = part.find(subject); // each of them begins at 0
        if (found === undefined) return undefined;
        const allowed = new Set(found.lengths);
        lengths = lengths === undefined ? found.lengths : lengths.filter((one) => allowed.has(one));
        if (lengths.length === 0) return undefined;
      }
      return { index: 0, lengths: lengths ?? [] };
    },
  };
}

/** Any of several matchers. */
export function anyOfMatcher(parts: readonly GlobMatcher[]): GlobMatcher {
  return {
    kind: "anyOf",
    length: commonLength(parts),
    match: (subject) => parts.some((part) => part.match(subject)),
    find(subject) {
      let first: Found | undefined;
      for (const part of parts) {
        const found = part.find(subject);
        if (found === undefined || (first !== undefined && found.index > first.index)) continue;
        if (first === undefined || found.index < first.index) first = found;
        else first = { index: first.index, lengths: merged(first.lengths, found.lengths) };
      }
      return first;
    },
  };
}

/** The length that all have; a leading part of no fixed length does not count. */
function commonLength(parts: readonly GlobMatcher[]): number {
  let common = -1;
  for (const { length } of parts) {
    if (common === -1) common = length;
    else if (length !== common) return -1;
  }
  return common;
}

function merged(one: readonly number[], other: readonly number[]): readonly number[] {
  return [...new Set([...one, ...other])].sort((a, b) => a - b);
}

/** A matcher in the middle, and what must match before and behind it. */
export function treeMatcher(
  value: GlobMatcher,
  left: GlobMatcher | undefined,
  right: GlobMatcher | undefined,
): GlobMatcher & TreeParts {
  const lengths = [left?.length ?? 0, value.length, right?.length ?? 0];
  const length = lengths.includes(-1) ? -1 : lengths.reduce((sum, one) => sum + one, 0);
  return {
    kind: "tree",
    value,
    left,
    right,
    length,
    match: (subject) => matchTree(value, left, right, length, subject),
    find: () => undefined, // the reference does not search for trees
  };
}

interface TreeParts {
  readonly kind: "tree";
  readonly value: GlobMatcher;
  readonly left: GlobMatcher | undefined;
  readonly right: GlobMatcher | undefined;
}

function matchTree(
  value: GlobMatcher,
  left: GlobMatcher | undefined,
  right: GlobMatcher | undefined,
  length: number,
  subject: string,
): boolean {
  if (length > subject.length) return false;
  const limit = subject.length - Math.max(0, right?.length ?? 0);
  for (let offset = Math.max(0, left?.length ?? 0); offset < limit; ) {
    step(0);
    const found = value.find(subject.slice(offset, limit));
    if (found === undefined) return false;
    const start = offset + found.index;
    if (matches(left, subject.slice(0, start))) {
      for (let i = found.lengths.length - 1; i >= 0; i--) {
        step(0);
        if (matches(right, subject.slice(start + (found.lengths[i] as number)))) return true;
      }
    }
    offset = start + runeAt(subject, start).width;
  }
  return false;
}

function matches(matcher: GlobMatcher | undefined, subject: string): boolean {
  return matcher === undefined ? subject === "" : matcher.match(subject);
}
