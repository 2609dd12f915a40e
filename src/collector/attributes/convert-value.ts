import type { Compatibility } from "../../core/compatibility.ts";
import { parseDouble, parseInt64, truncateToInt64 } from "../../core/number-text.ts";
import { dataText } from "../../core/text.ts";
import type { Value } from "../../core/values.ts";

/** The types that an attribute can be converted to. */
export const convertedTypes = ["string", "int", "double"] as const;

/** A type that an attribute can be converted to. */
export type ConvertedType = (typeof convertedTypes)[number];

/** The value as another type, as the reference's `attraction/type_converter.go`: what cannot be converted stays. */
export function convertValue(value: Value, type: ConvertedType, compatibility: Compatibility): Value {
  switch (type) {
    case "string":
      return dataText(value, compatibility);
    case "int":
      return intOf(value) ?? value;
    case "double":
      return doubleOf(value) ?? value;
  }
}

function intOf(value: Value): bigint | undefined {
  if (typeof value === "number") return truncateToInt64(value);
  if (typeof value === "boolean") return value ? 1n : 0n;
  const parsed = typeof value === "string" ? parseInt64(value) : value;
  return typeof parsed === "bigint" ? parsed : undefined;
}

function doubleOf(value: Value): number | undefined {
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  const parsed = typeof value === "string" ? parseDouble(value) : value;
  return typeof parsed === "number" ? parsed : undefined;
}

/** Whether a word is a type to convert to. */
export function isConvertedType(word: string): word is ConvertedType {
  return convertedTypes.some((type) => type === word);
}
