import type { EncodedValue } from "../../src/cli/encode-value.ts";

/** Sorts what the reference prints or builds in the random order of Go's maps, and drops what repeats the text. */
export function normaliseError(error: string, text: string): string {
  return error
    .replaceAll(goQuote(text), "…")
    .replace(/0x[0-9a-f]{8,}/g, "0x…")
    .replace(/unsupported value: (NaN|[+-]Inf)/, "unsupported value")
    .replace(/^unable to parse OTTL (condition|value expression|statement) …: /, "")
    .replace(/\["[a-z_]+"(?: "[a-z_]+")*\]/g, (list) => `[${list.slice(1, -1).split(" ").sort().join(" ")}]`)
    .replace(
      /(valid options are: |replaced by one of: )("[^"]*"(?:, "[^"]*")*)/g,
      (_, head: string, list: string) => head + list.split(", ").sort().join(", "),
    );
}

/** Sorts the entries of maps by key; entries of one key keep their order. Drops the addresses that a text shows. */
export function normaliseValue(value: EncodedValue): EncodedValue {
  if ("list" in value) return { ...value, list: value.list.map(normaliseValue) };
  if ("map" in value) {
    const entries = value.map.map(([key, item]) => [key, normaliseValue(item)] as const);
    return { ...value, map: entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) };
  }
  if ("string" in value) {
    return { ...value, string: value.string.replace(/\{0x[0-9a-f]{8,} 0x[0-9a-f]{8,}\}/g, "{0x… 0x…}") };
  }
  return value;
}

/** Go's `%q` of a text, as far as error texts need it. */
function goQuote(text: string): string {
  return JSON.stringify(text);
}
