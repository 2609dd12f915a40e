/**
 * W3C trace states as `go.opentelemetry.io/otel/trace` reads them: up to 32 entries `key=value` between commas. The
 * characters that count are all ASCII, so UTF-16 units do for bytes.
 */

const mostEntries = 32;
const simpleKey = /^[a-z][a-z0-9_\-*/]{0,255}$/;
const tenantKey = /^[a-z0-9][a-z0-9_\-*/]{0,240}@[a-z][a-z0-9_\-*/]{0,13}$/;
const valueText = /^[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/;

type Entries = readonly (readonly [key: string, value: string])[];

/** The value of a key, empty where the trace state has no such entry; `undefined` where the text is no trace state. */
export function traceStateEntry(text: string, key: string): string | undefined {
  const entries = entriesOf(text);
  return entries && (entries.find(([name]) => name === key)?.[1] ?? "");
}

/** Whether a text is a trace state. */
export function isTraceState(text: string): boolean {
  return entriesOf(text) !== undefined;
}

/**
 * A trace state with an entry, which comes first; of 32 others the last one falls away. `undefined` where the text is
 * no trace state or the entry cannot be one of it: the reference then leaves the text as it is.
 */
export function withTraceStateEntry(text: string, key: string, value: string): string | undefined {
  const entries = entriesOf(text);
  if (entries === undefined || !isEntry(key, value)) return undefined;
  const others = entries.filter(([name]) => name !== key).slice(0, mostEntries - 1);
  return [[key, value] as const, ...others].map((entry) => entry.join("=")).join(",");
}

function entriesOf(text: string): Entries | undefined {
  const entries: [string, string][] = [];
  const seen = new Set<string>();
  for (const part of text.split(",")) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    if (equals < 0) return undefined;
    const key = part.slice(0, equals).replace(/^[ \t]+/, "");
    const value = trimRight(part.slice(equals + 1));
    if (!isEntry(key, value) || seen.has(key) || entries.length === mostEntries) return undefined;
    seen.add(key);
    entries.push([key, value]);
  }
  return entries;
}

function isEntry(key: string, value: string): boolean {
  return (simpleKey.test(key) || tenantKey.test(key)) && valueText.test(value);
}

/** A loop and no pattern: `[ \t]+$` takes quadratic time. */
function trimRight(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === " " || text[end - 1] === "\t")) end--;
  return text.slice(0, end);
}
