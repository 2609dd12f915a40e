/**
 * Upper and lower case one character at a time, as Go does: by Unicode 15.0, without the special cases that make two
 * characters of one or look at their neighbours. Bytes that are not UTF-8 become U+FFFD.
 */

/** The text in upper case. */
export function toUpper(text: string): string {
  return text.replace(upperRuns, (run) => (isOneCharacter(run) ? upperCharacter(run) : run.toUpperCase()));
}

/** The text in lower case. */
export function toLower(text: string): string {
  return text.replace(lowerRuns, (run) => (isOneCharacter(run) ? lowerCharacter(run) : run.toLowerCase()));
}

/** Runs of characters whose case changes together as it does one by one, and single characters of which that is unsure. */
const upperRuns = runsBut("ßŉǰΐΰև\\u1e96-\\u1e9a\\u1f50-\\u1fff\\ufb00-\\ufb17ƛɤ");
const lowerRuns = runsBut("İΣ");

/* @__NO_SIDE_EFFECTS__ */
function runsBut(unsure: string): RegExp {
  const all = `${unsure}\\u1c89\\u1c8a\\ua7cb-\\ua7dc\\u{10d50}-\\u{10d85}\\u{16ea0}-\\u{16ed3}\\p{Surrogate}`;
  return new RegExp(`[^${all}]+|[${all}]`, "gu");
}

function upperCharacter(character: string): string {
  return mapCharacter(character, character.toUpperCase(), capitals.charAt(smalls.indexOf(character)));
}

function lowerCharacter(character: string): string {
  return mapCharacter(character, character.toLowerCase(), character === "İ" ? "i" : "");
}

function mapCharacter(from: string, to: string, single: string): string {
  if (from >= "\ud800" && from <= "\udfff" && from.length === 1) return "\ufffd";
  if (!isOneCharacter(to)) return single || from;
  return afterUnicode15.test(from + to) ? from : to;
}

function isOneCharacter(text: string): boolean {
  return text.length === 1 || (text.length === 2 && text.codePointAt(0) !== text.charCodeAt(0));
}

/** Letters with case that Unicode got after version 15.0. */
const afterUnicode15 =
  /[\u1c89\u1c8a\ua7cb-\ua7cf\ua7d2\ua7d4\ua7da-\ua7dc\u{10d50}-\u{10d65}\u{10d70}-\u{10d85}\u{16ea0}-\u{16ed3}]/u;

/** Greek letters with iota subscript have capitals of their own, which full case mapping takes apart. */
const smalls = "ᾀᾁᾂᾃᾄᾅᾆᾇᾐᾑᾒᾓᾔᾕᾖᾗᾠᾡᾢᾣᾤᾥᾦᾧᾳῃῳ";
const capitals = "ᾈᾉᾊᾋᾌᾍᾎᾏᾘᾙᾚᾛᾜᾝᾞᾟᾨᾩᾪᾫᾬᾭᾮᾯᾼῌῼ";
