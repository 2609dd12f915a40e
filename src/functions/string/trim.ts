import * as t from "../../core/types.ts";
import { before, defineFunction, optional, param } from "../define-function.ts";
import { withoutSuffix } from "../lib/byte-affix.ts";

const params = [
  param("target", t.string, "The string."),
  optional("replacement", t.stringLiteral, "The characters that are taken off; a space where absent.", " "),
] as const;

/* @__NO_SIDE_EFFECTS__ */
function create(_: unknown, characters = " "): (target: string) => string {
  const set = new Set(characters);
  return (target) => trimmed(target, set);
}

export const trim = defineFunction({
  kind: "converter",
  name: "Trim",
  category: "string",
  summary: "A string without the characters of a set at its begin and its end.",
  params,
  returns: t.string,
  since: "0.117.0",
  examples: [
    { source: 'Trim("  ready \\n")', result: "ready \n" },
    { source: 'Trim("--a-b-", "-")', result: "a-b" },
    { source: 'Trim("«key»", replacement="»«")', result: "key" },
    { source: 'Trim(attributes["absent"])', error: "type_mismatch" },
    { source: "Trim(1)", error: "argument_type" },
  ],
  create,
  formerly: [
    before("trim_is_trim", {
      params: [
        param("target", t.string, "The string."),
        param("suffix", t.string, "What is taken off the end, once."),
      ],
      evaluate: withoutSuffix,
    }),
    { without: "dynamic_pattern", params, create },
  ],
});

/** A byte that is not UTF-8 goes with U+FFFD, which Go reads it as. */
function trimmed(text: string, set: ReadonlySet<string>): string {
  let start = 0;
  let end = text.length;
  for (let size = 1; start < end; start += size) {
    const character = String.fromCodePoint(text.codePointAt(start) as number);
    size = character.length;
    if (!set.has(readable(character))) break;
  }
  while (start < end) {
    const character = lastCharacter(text, end);
    if (!set.has(readable(character))) break;
    end -= character.length;
  }
  return text.slice(start, end);
}

function lastCharacter(text: string, end: number): string {
  const pair = text.slice(end - 2, end);
  return (pair.codePointAt(0) ?? 0) > 0xffff ? pair : text.charAt(end - 1);
}

function readable(character: string): string {
  return character >= "\ud800" && character <= "\udfff" && character.length === 1 ? "\ufffd" : character;
}
