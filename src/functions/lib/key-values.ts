import { Failure } from "../../core/failure.ts";
import { joinEscapes } from "../../core/utf8.ts";
import { MapValue } from "../../core/values.ts";
import { quoted } from "../../diagnostics/quoted.ts";
import { trimSpace } from "./trim-space.ts";

/**
 * Reads pairs of keys and values as the reference's `parseutils.SplitString` and `ParseKeyValuePairs` do: quotes, which
 * are left out, keep delimiters of pairs together; a backslash, which stays, takes a quote its meaning.
 */
export function readKeyValues(source: string, delimiter: string, pairDelimiter: string): MapValue {
  if (source === "") throw unreadable("the text is empty");
  const entries = new Map<string, string>();
  for (const pair of pairsOf(source, pairDelimiter).map(joinEscapes)) {
    const at = pair.indexOf(delimiter);
    if (at < 0) throw unreadable(`${quoted(pair)} has no ${quoted(delimiter)}`);
    entries.set(trimSpace(pair.slice(0, at)), trimSpace(pair.slice(at + delimiter.length)));
  }
  return MapValue.of(entries);
}

/** Outside quotes; such a character is left out there, as the reference takes it for the end of a quote. */
const unquoted = "\0";

/** The pairs that are not empty, without their quotes. */
function pairsOf(source: string, delimiter: string): string[] {
  const pairs: string[] = [];
  let pair = "";
  /** Where the part begins that is not yet in the pair. */
  let from = 0;
  let quote = unquoted;
  let escaped = false;
  const take = (end: number, next: number): void => {
    pair += source.slice(from, end);
    from = next;
  };
  for (let i = 0; i < source.length; ) {
    const character = source[i] as string; // within the text
    if (character === delimiter[0] && quote === unquoted && source.startsWith(delimiter, i)) {
      take(i, i + delimiter.length);
      if (pair !== "") pairs.push(pair);
      pair = "";
      i = from;
      continue;
    }
    const opens = quote === unquoted && (character === '"' || character === "'");
    if (!escaped && (opens || character === quote)) {
      take(i, i + 1);
      quote = opens ? character : unquoted;
    } else escaped = !escaped && character === "\\";
    i++;
  }
  if (quote !== unquoted) throw unreadable("a quote is not closed");
  take(source.length, source.length);
  return pair === "" ? pairs : [...pairs, pair];
}

function unreadable(reason: string): Failure {
  return new Failure("unreadable_pairs", { reason });
}
