import { quotedEnd } from "../../documents/quoted-end.ts";
import type { AnyValue } from "../../shapes/records.ts";

/** The types of attributes as the Collector prints them. */
export const valueTypes = "Empty|Str|Bool|Int|Double|Map|Slice|Bytes";

const readers: Readonly<Record<string, (text: string) => AnyValue | undefined>> = {
  Empty: () => ({}),
  Str: (text) => ({ stringValue: text }),
  Bool: (text) => (/^(true|false)$/.test(text) ? { boolValue: text === "true" } : undefined),
  Int: (text) => (/^-?\d+$/.test(text) ? { intValue: text } : undefined),
  Double: (text) =>
    /^(-?\d+(\.\d+)?(e[+-]?\d+)?|NaN|-?Infinity)$/.test(text) ? { doubleValue: doubleOf(text) } : undefined,
  Map: ofJson,
  Slice: ofJson,
  Bytes: (text) => (/^[\w+/]*={0,2}$/.test(text) ? { bytesValue: text } : undefined),
};

/** The value that the Collector prints as a type and a text; `undefined` where the text is none of the type. */
export function printedValue(type: string, text: string): AnyValue | undefined {
  return readers[type]?.(text);
}

/** A double as OTLP JSON has it. */
export function doubleOf(text: string): number | string {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

function ofJson(text: string): AnyValue | undefined {
  try {
    return anyValue(JSON.parse(marked(text)));
  } catch {
    return undefined;
  }
}

/** What is written by itself: blanks and signs of JSON, or a number or a word. */
const unquoted = /[^"\d-]+|-?\d[\d.eE+-]*|./y;

/**
 * The same JSON with a letter before each text and with the numbers as texts: `JSON.parse` would round ints beyond 2^53, does
 * not tell 1 from 1.0, and puts keys that are ints first.
 */
function marked(json: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < json.length; ) {
    if (json[at] === '"') {
      const end = quotedEnd(json, at) ?? json.length;
      pieces.push('"s', json.slice(at + 1, end));
      at = end;
      continue;
    }
    unquoted.lastIndex = at;
    const [piece = ""] = unquoted.exec(json) ?? [];
    pieces.push(/^-?\d/.test(piece) ? `"n${piece}"` : piece);
    at += piece.length;
  }
  return pieces.join("");
}

function anyValue(raw: unknown): AnyValue {
  if (raw === null) return {};
  if (typeof raw === "boolean") return { boolValue: raw };
  if (typeof raw === "string")
    return raw.startsWith("n") ? numberOf(raw.slice(1)) : { stringValue: raw.slice(1) };
  if (Array.isArray(raw)) return { arrayValue: { values: raw.map(anyValue) } };
  const entries = Object.entries(raw as object); // JSON has nothing else
  return {
    kvlistValue: { values: entries.map(([key, value]) => ({ key: keyOf(key), value: anyValue(value) })) },
  };
}

function keyOf(text: string): string {
  if (text.startsWith("n")) throw new SyntaxError("a number is no key");
  return text.slice(1);
}

/** The Collector prints a double without a fraction as an int. */
function numberOf(text: string): AnyValue {
  if (/^-?\d+$/.test(text)) return { intValue: text };
  return { doubleValue: JSON.parse(text) }; // throws where it is no number
}
