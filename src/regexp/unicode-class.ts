import { foldSet } from "./fold.ts";
import { negate, type RuneSet, runeSet, without } from "./rune-set.ts";
import { scanRunes } from "./unicode-scan.ts";

/** Other names of four letters are codes of scripts, which the host knows and the reference does not. */
const shortScripts = new Set(["Ahom", "Cham", "Kawi", "Lisu", "Miao", "Modi", "Newa", "Thai", "Toto"]);
/** What the host may know and Unicode 15.0 does not. */
const otherScripts = new Set(["Garay", "Sidetic", "Sunuwar", "Todhri", "Unknown"]);

/** The general categories with their long names, by the form in which names are looked up. */
const categories = new Map(
  "C Other,Cc Control Cntrl,Cf Format,Cn Unassigned,Co Privateuse,Cs Surrogate,L Letter,Lc Casedletter,Ll Lowercaseletter,Lm Modifierletter,Lo Otherletter,Lt Titlecaseletter,Lu Uppercaseletter,M Mark Combiningmark,Mc Spacingmark,Me Enclosingmark,Mn Nonspacingmark,N Number,Nd Decimalnumber Digit,Nl Letternumber,No Othernumber,P Punctuation Punct,Pc Connectorpunctuation,Pd Dashpunctuation,Pe Closepunctuation,Pf Finalpunctuation,Pi Initialpunctuation,Po Otherpunctuation,Ps Openpunctuation,S Symbol,Sc Currencysymbol,Sk Modifiersymbol,Sm Mathsymbol,So Othersymbol,Z Separator,Zl Lineseparator,Zp Paragraphseparator,Zs Spaceseparator"
    .split(",")
    .flatMap((line) => {
      const [short = "", ...long] = line.split(" ");
      return [short, ...long].map((name) => [name, short] as const);
    }),
);

/** Two characters changed their category after Unicode 15.0. */
const moved: readonly (readonly [number, string])[] = [
  [0x295, "L Lc Ll"],
  [0x1171e, "M Mn"],
];

const surrogates: RuneSet = [0xd800, 0xdfff];
const privatePlanes: RuneSet = [0xf0000, 0xffffd, 0x100000, 0x10fffd];
const cache = new Map<string, RuneSet>();

/** The code points of `\p{name}`, or `undefined` where the reference knows no such class. */
export function unicodeClass(name: string, fold: boolean): RuneSet | undefined {
  const canonical = canonicalName(name);
  const key = `${canonical} ${fold}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const plain = find(canonical);
  if (plain === undefined) return undefined;
  const set = fold && folds(canonical) ? foldSet(plain) : plain;
  cache.set(key, set);
  return set;
}

function find(name: string): RuneSet | undefined {
  if (name === "Any") return [0, 0x10ffff];
  if (name === "Ascii") return [0, 0x7f];
  if (name === "Assigned") return assigned();
  const category = categories.get(name);
  if (category !== undefined) return categorySet(category);
  return scriptSet(name);
}

/** The reference finds the names of one word only. */
function scriptSet(name: string): RuneSet | undefined {
  if (!/^[A-Z][a-z]+$/.test(name) || otherScripts.has(name)) return undefined;
  if (name.length === 4 && !shortScripts.has(name)) return undefined;
  try {
    return scanRunes(`\\p{Script=${name}}`);
  } catch {
    return undefined; // the host knows no such script
  }
}

function categorySet(category: string): RuneSet {
  switch (category) {
    case "Cs":
      return surrogates;
    case "Cn":
      return negate(assigned());
    case "Co":
      return runeSet([...scanRunes("\\p{Co}"), ...privatePlanes]);
    case "C":
      return runeSet(["Cc", "Cf", "Cn", "Co", "Cs"].flatMap((part) => categorySet(part)));
    default: {
      let set = scanRunes(`\\p{${category === "Lc" ? "LC" : category}}`);
      for (const [rune, owners] of moved) {
        set = owners.split(" ").includes(category)
          ? runeSet([...set, rune, rune])
          : without(set, [rune, rune]);
      }
      return set;
    }
  }
}

function assigned(): RuneSet {
  return runeSet([...scanRunes("\\P{Cn}"), ...surrogates, ...privatePlanes]);
}

/** The reference has no table of what folds into cased letters. */
function folds(name: string): boolean {
  return name !== "Lc" && name !== "Casedletter" && name !== "Assigned";
}

/** Names are found whatever their case, spaces, hyphens and underscores. */
function canonicalName(name: string): string {
  const letters = name.replace(/[-_ ]/g, "");
  return letters.slice(0, 1).replace(/[a-z]/, upper) + letters.slice(1).replace(/[A-Z]/g, lower);
}

function upper(letter: string): string {
  return letter.toUpperCase();
}

function lower(letter: string): string {
  return letter.toLowerCase();
}
