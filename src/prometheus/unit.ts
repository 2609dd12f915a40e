/** UCUM units and the words that Prometheus names use for them. */
const words: Readonly<Record<string, string>> = {
  d: "days",
  h: "hours",
  min: "minutes",
  s: "seconds",
  ms: "milliseconds",
  us: "microseconds",
  ns: "nanoseconds",
  By: "bytes",
  KiBy: "kibibytes",
  MiBy: "mebibytes",
  GiBy: "gibibytes",
  TiBy: "tibibytes",
  KBy: "kilobytes",
  MBy: "megabytes",
  GBy: "gigabytes",
  TBy: "terabytes",
  m: "meters",
  V: "volts",
  A: "amperes",
  J: "joules",
  W: "watts",
  g: "grams",
  Cel: "celsius",
  Hz: "hertz",
  "%": "percent",
};
const rateWords: Readonly<Record<string, string>> = {
  s: "second",
  m: "minute",
  h: "hour",
  d: "day",
  w: "week",
  mo: "month",
  y: "year",
};
const units = invert(words);
const rateUnits = invert(rateWords);

/** The UCUM unit of a UNIT line: `seconds` is `s`, `bytes_per_second` is `By/s`; unknown words stay. */
export function ucumOfUnit(unit: string): string {
  const split = unit.indexOf("_per_");
  if (split < 0) return wordToUnit(unit);
  const main = wordToUnit(unit.slice(0, split));
  const per = unit.slice(split + "_per_".length);
  return per === "" ? main : `${main}/${rateUnits.get(per) ?? per}`;
}

/** The words of a UCUM unit: `By/s` is `bytes` per `second`. Blank parts and those in braces have none. */
export function wordsOfUnit(unit: string): { readonly main: string; readonly per: string } {
  const slash = unit.indexOf("/");
  const main = part(slash < 0 ? unit : unit.slice(0, slash));
  const per = part(slash < 0 ? "" : unit.slice(slash + 1));
  return { main: main === "1" ? "" : lookUp(words, main), per: lookUp(rateWords, per) };
}

function wordToUnit(word: string): string {
  return word === "ratio" ? "1" : (units.get(word) ?? word);
}

function part(text: string): string {
  const trimmed = text.trim();
  return /[{}]/.test(trimmed) ? "" : trimmed;
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(table, key) ? (table[key] as string) : key;
}

function invert(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).map(([key, value]) => [value, key]));
}
