import { toLower } from "../../../core/letter-case.ts";
import { decodeUtf8 } from "../../../core/utf8.ts";
import { charsetNames } from "../../data/charsets/names.ts";
import { trimSpace } from "../trim-space.ts";
import { big5, gb18030, gbk, hzGb2312 } from "./chinese.ts";
import { decodeBy, type Step } from "./decoder.ts";
import { eucJp, iso2022Jp, shiftJis } from "./japanese.ts";
import { eucKr } from "./korean.ts";
import { singleByte } from "./single-byte.ts";
import { utf16 } from "./utf16.ts";

/** Turns bytes of a character set into text. */
export type Charset = (bytes: Uint8Array) => string;

/** What the reference takes besides the registry's names, and for some of them. */
const special: Readonly<Record<string, string>> = {
  "": "utf-8",
  ascii: "utf-8",
  nop: "raw",
  "us-ascii": "utf-8",
  "utf-16": "utf-16le",
  "utf-8": "utf-8",
  "utf-8-raw": "raw",
  utf16: "utf-16le",
  utf8: "utf-8",
  "utf8-raw": "raw",
};

/** The decoders that keep something from byte to byte, or have tables: each is made anew for a text. */
const makers: Readonly<Record<string, () => Step>> = {
  big5,
  "euc-jp": eucJp,
  "euc-kr": eucKr,
  gb18030,
  gbk,
  "hz-gb-2312": hzGb2312,
  "iso-2022-jp": iso2022Jp,
  shift_jis: shiftJis,
  "utf-16": () => utf16("marked"),
  "utf-16be": () => utf16("big"),
  "utf-16le": () => utf16("little"),
};

/**
 * The character set of a name, as the reference's `textutils.LookupEncoding` finds it: its own names first, then those
 * of the IANA registry that golang.org/x/text supports, whatever the case and the space around.
 */
export function findCharset(name: string): Charset | undefined {
  const lower = toLower(name);
  const key = Object.hasOwn(special, lower) ? special[lower] : registered(lower);
  if (key === undefined) return undefined;
  if (key === "raw") return decodeUtf8;
  if (key === "utf-8") return (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const make = Object.hasOwn(makers, key) ? makers[key] : undefined;
  if (make !== undefined) return (bytes) => decodeBy(make(), bytes);
  return singleByte(key);
}

let keys: Map<string, string> | undefined;

function registered(name: string): string | undefined {
  keys ??= new Map(
    Object.entries(charsetNames).flatMap(([key, names]) => names.split(" ").map((alias) => [alias, key])),
  );
  return keys.get(trimSpace(name));
}
