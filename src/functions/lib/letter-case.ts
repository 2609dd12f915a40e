/**
 * Upper and lower case one character at a time, as Go does: by Unicode 15.0, without the special cases that make two
 * characters of one or look at their neighbours. Bytes that are not UTF-8 become U+FFFD.
 */

/** The text in upper case. */
export function toUpper(text: string): string {
  return mapText(text, (run) => run.toUpperCase(), singleUpper);
}

/** The text in lower case. */
export function toLower(text: string): string {
  return mapText(text, (run) => run.toLowerCase(), { İ: "i" });
}

type Mapping = (run: string) => string;

function mapText(text: string, map: Mapping, single: Readonly<Record<string, string>>): string {
  return text.replace(/\p{ASCII}+|\P{ASCII}/gu, (run) => {
    if (run.length > 2 || run < "\x80") return map(run);
    if (run >= "\ud800" && run <= "\udfff" && run.length === 1) return "\ufffd";
    const mapped = map(run);
    if (isOneCharacter(mapped)) return afterUnicode15.test(run + mapped) ? run : mapped;
    return single[run] ?? run;
  });
}

function isOneCharacter(text: string): boolean {
  return text.length === 1 || (text.length === 2 && text.codePointAt(0) !== text.charCodeAt(0));
}

/** Letters with case that Unicode got after version 15.0. */
const afterUnicode15 =
  /[\u1c89\u1c8a\ua7cb-\ua7cf\ua7d2\ua7d4\ua7da-\ua7dc\u{10d50}-\u{10d65}\u{10d70}-\u{10d85}\u{16ea0}-\u{16ed3}]/u;

/** Greek letters with iota subscript have a capital letter of their own, which full case mapping takes apart. */
const singleUpper = Object.fromEntries(
  [..."ᾀᾁᾂᾃᾄᾅᾆᾇᾐᾑᾒᾓᾔᾕᾖᾗᾠᾡᾢᾣᾤᾥᾦᾧᾳῃῳ"].map((letter, i) => [
    letter,
    [..."ᾈᾉᾊᾋᾌᾍᾎᾏᾘᾙᾚᾛᾜᾝᾞᾟᾨᾩᾪᾫᾬᾭᾮᾯᾼῌῼ"][i] as string,
  ]),
);
