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
    // JSON.parse would round ints beyond 2^53, and does not tell 1 from 1.0.
    const marked = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (piece) =>
      piece.startsWith('"') ? piece : `{"\\u0000":"${piece}"}`,
    );
    return anyValue(JSON.parse(marked));
  } catch {
    return undefined;
  }
}

function anyValue(raw: unknown): AnyValue {
  if (raw === null) return {};
  if (typeof raw === "boolean") return { boolValue: raw };
  if (typeof raw === "string") return { stringValue: raw };
  if (Array.isArray(raw)) return { arrayValue: { values: raw.map(anyValue) } };
  const entries = Object.entries(raw as object); // JSON has nothing else
  const [[key, number] = []] = entries;
  if (key === "\0" && entries.length === 1) return numberOf(String(number));
  return { kvlistValue: { values: entries.map(([name, value]) => ({ key: name, value: anyValue(value) })) } };
}

/** The Collector prints a double without a fraction as an int. */
function numberOf(text: string): AnyValue {
  return /^-?\d+$/.test(text) ? { intValue: text } : { doubleValue: Number(text) };
}
