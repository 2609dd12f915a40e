import { Failure } from "../../core/failure.ts";
import { toByteString } from "../../core/utf8.ts";
import { MapValue } from "../../core/values.ts";
import { quoted } from "../../diagnostics/quoted.ts";

/**
 * Reads pairs of keys and values as the reference's `parseutils.SplitString` and `ParseKeyValuePairs` do: byte by byte,
 * each byte then a character of its own, so that `é` becomes `Ã©`.
 */
export function readKeyValues(source: string, delimiter: string, pairDelimiter: string): MapValue {
  if (source === "") throw unreadable("the text is empty");
  const entries = new Map<string, string>();
  for (const pair of pairsOf(toByteString(source), toByteString(pairDelimiter))) {
    const at = pair.indexOf(delimiter);
    if (at < 0) throw unreadable(`${quoted(pair)} has no ${quoted(delimiter)}`);
    entries.set(trimSpace(pair.slice(0, at)), trimSpace(pair.slice(at + delimiter.length)));
  }
  return MapValue.of(entries);
}

/** The pairs without their quotes, those that are empty left out. */
function pairsOf(source: string, delimiter: string): string[] {
  const pairs: string[] = [];
  let pair = "";
  let from = 0;
  const push = (): void => {
    if (pair !== "") pairs.push(pair);
    pair = "";
  };
  let nextDelimiter = source.indexOf(delimiter);
  for (let i = 0; i < source.length; ) {
    if (nextDelimiter >= 0 && nextDelimiter < i) nextDelimiter = source.indexOf(delimiter, i);
    const character = source[i];
    if (i === nextDelimiter) {
      pair += source.slice(from, i);
      push();
      i += delimiter.length;
      from = i;
    } else if (character === '"' || character === "'") {
      const close = source.indexOf(character, i + 1);
      if (close < 0) throw unreadable("a quote is not closed");
      pair += source.slice(from, i) + source.slice(i + 1, close);
      i = close + 1;
      from = i;
    } else i++;
  }
  pair += source.slice(from);
  push();
  return pairs;
}

/** The text without the space at its ends, as Go's `strings.TrimSpace` sees it in characters up to U+00FF. */
function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text[start] as string)) start++; // within the text
  while (start < end && isSpace(text[end - 1] as string)) end--; // within the text
  return text.slice(start, end);
}

function isSpace(character: string): boolean {
  return "\t\n\v\f\r \x85\xa0".includes(character);
}

function unreadable(reason: string): Failure {
  return new Failure("unreadable_pairs", { reason });
}
