/**
 * Puts the names of days, months and halves of the day in a text of another language into English, as the reference does
 * with github.com/elastic/lunes before it reads a time. Texts are byte strings; where lunes takes bytes for characters,
 * so does this.
 */
import { fromByteString, toByteString } from "../../core/utf8.ts";
import { localeLists, nameLists } from "../data/time-locales.ts";
import type { Misfit } from "./read-time.ts";
import { dayNames, monthNames } from "./time-layout.ts";

/** A name of another language and the English one. */
interface Translation {
  readonly bytes: string;
  readonly pattern: RegExp;
  readonly english: string;
}

/** The names of a language for each element of a layout that has names; empty where the language has none. */
type Names = Readonly<Record<"Mon" | "Monday" | "Jan" | "January" | "PM" | "pm", readonly Translation[]>>;

/** What a layout asks of a language that has no such names. */
export interface Unsupported {
  readonly unsupported: string;
}

/** Translates a text that is to be read by a layout. */
export type Translate = (layout: string, text: string) => string | Misfit | Unsupported;

/** The translation from the language of a tag such as `pt-BR`; `undefined` where the reference knows none. */
export function findTranslation(tag: string): Translate | undefined {
  if (!/^[A-Za-z\d-]+$/.test(tag)) return undefined;
  const numbers = new RegExp(`[\\n ]${tag}:([\\da-z,]+)`).exec(localeLists)?.[1];
  if (numbers === undefined) return undefined;
  const lists = nameLists.split(/;\n?/);
  const [shortDays = [], days = [], shortMonths = [], months = [], halves = []] = numbers
    .split(",")
    .map((number) => lists[Number.parseInt(number, 36)] ?? "")
    .map((list) => (list === "" ? [] : list.split("|")));
  const names: Names = {
    Mon: translations(shortDays, dayNames.map(firstThree)),
    Monday: translations(days, dayNames),
    Jan: translations(shortMonths, monthNames.map(firstThree)),
    January: translations(months, monthNames),
    PM: translations(halves, ["AM", "PM"]),
    pm: translations(halves, ["am", "pm"]),
  };
  return (layout, text) => translate(layout, text, names);
}

function firstThree(name: string): string {
  return name.slice(0, 3);
}

function translations(names: readonly string[], english: readonly string[]): Translation[] {
  return names.map((name, i) => ({
    bytes: toByteString(name),
    pattern: new RegExp(`^${name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}$`, "iu"),
    english: english[i] ?? "",
  }));
}

/** How far the text and the layout have been gone through, and what came of it. */
interface Progress {
  readonly text: string;
  at: number;
  layoutAt: number;
  result: string;
}

function translate(layout: string, text: string, names: Names): string | Misfit | Unsupported {
  const progress: Progress = { text, at: 0, layoutAt: 0, result: "" };
  while (progress.layoutAt < layout.length) {
    const outcome = step(layout, progress, names);
    if (typeof outcome === "object") return outcome;
    if (!outcome) copyByte(progress);
  }
  return progress.result + text.slice(progress.at);
}

/** Goes past the element of the layout that begins here, if one does. */
function step(layout: string, progress: Progress, names: Names): boolean | Misfit | Unsupported {
  const here = layout.slice(progress.layoutAt, progress.layoutAt + 7);
  const element = /^(?:January|Jan(?![a-z])|Monday|Mon(?![a-z])|[Pp][Mm])/.exec(here)?.[0];
  if (element !== undefined) {
    const key = element.length > 2 ? element : element.startsWith("P") ? "PM" : "pm";
    const translated = translateName(key as keyof Names, progress, names); // the pattern has no other words
    if (translated === true) progress.layoutAt += element.length;
    return translated;
  }
  if (here.startsWith("_")) return stepSpaced(layout, progress);
  if (/^[345]/.test(here) && layout[progress.layoutAt - 1] !== "0")
    return copyNumber(here.charAt(0), progress);
  return false;
}

function translateName(key: keyof Names, progress: Progress, names: Names): true | Misfit | Unsupported {
  if (names[key].length === 0) return { unsupported: key };
  const { text } = progress;
  const begin = spaceEnd(text, progress.at);
  let best: Translation | undefined;
  for (const name of begin < text.length ? names[key] : []) {
    if (best !== undefined && name.bytes.length <= best.bytes.length) continue;
    if (isName(text.slice(begin, begin + name.bytes.length), name)) best = name;
  }
  if (best === undefined) return misfit(key);
  progress.result += " ".repeat(begin - progress.at) + best.english;
  progress.at = begin + best.bytes.length;
  return true;
}

function isName(found: string, { bytes, pattern }: Translation): boolean {
  return found === bytes || (found.length === bytes.length && pattern.test(fromByteString(found)));
}

/** `_2` and `__2` stand for days with spaces before them. */
function stepSpaced(layout: string, progress: Progress): boolean | Misfit {
  const left = progress.text.length - progress.at;
  let moved = false;
  if (layout[progress.layoutAt + 1] === "2") {
    const size = layout.startsWith("2006", progress.layoutAt + 1) ? 5 : 2;
    if (left >= size) {
      if (!copyWord(size, progress)) return misfit(size === 5 ? "_2006" : "_2");
      moved = true;
    }
  }
  // lunes looks for the other one even where it has just gone past the first.
  if (layout.startsWith("_2", progress.layoutAt + 1) && progress.text.length - progress.at >= 3) {
    if (!copyWord(3, progress)) return misfit("__2");
    moved = true;
  }
  return moved;
}

/** Copies spaces and at most so many bytes that are none, and goes as far in the layout. */
function copyWord(size: number, progress: Progress): boolean {
  const begin = spaceEnd(progress.text, progress.at);
  if (begin >= progress.text.length) return false;
  let end = begin;
  while (end < progress.text.length && end - begin < size && spaceEnd(progress.text, end) === end) end++;
  progress.result += " ".repeat(begin - progress.at) + progress.text.slice(begin, end);
  progress.at = end;
  progress.layoutAt += size;
  return true;
}

/** Copies one or two digits. */
function copyNumber(element: string, progress: Progress): true | Misfit {
  const begin = spaceEnd(progress.text, progress.at);
  const digits = /^\d{1,2}/.exec(progress.text.slice(begin, begin + 2))?.[0];
  if (digits === undefined) return misfit(element);
  progress.result += " ".repeat(begin - progress.at) + digits;
  progress.at = begin + digits.length;
  progress.layoutAt++;
  return true;
}

/** Copies a byte as if it were a character, and goes as far as that character is long. */
function copyByte(progress: Progress): void {
  progress.layoutAt++;
  const byte = progress.text[progress.at];
  if (byte === undefined) return;
  const bytes = toByteString(byte);
  progress.result += bytes;
  progress.at += bytes.length;
}

function spaceEnd(text: string, begin: number): number {
  let end = begin;
  while (end < text.length && /[\t-\r \x85\xa0]/.test(text.charAt(end))) end++;
  return end;
}

/** lunes does not tell what was left of the text. */
function misfit(element: string): Misfit {
  return { element, rest: "unknown" };
}
