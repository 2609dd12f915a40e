import { trimSpace } from "./trim-space.ts";

/** The letters' cases that names have in programs, as the Go module github.com/iancoleman/strcase makes them. */

/** A text in camel case, each word with a capital: `http_status` becomes `HttpStatus`. Only ASCII letters and digits stay. */
export function camelCase(text: string): string {
  const trimmed = trimSpace(text);
  let result = "";
  let begins = true;
  let afterCapital = false;
  for (let i = 0; i < trimmed.length; i++) {
    const unit = trimmed.charCodeAt(i);
    const kind = kindOf(unit);
    const isSmaller = kind === "capital" && afterCapital && !begins;
    const isGreater = kind === "small" && begins;
    if (isSmaller || isGreater) result += String.fromCharCode(unit ^ caseBit);
    else if (kind !== "separator" && kind !== "other") result += trimmed.charAt(i);
    begins = kind === "digit" || kind === "separator";
    afterCapital = kind === "capital";
  }
  return result;
}

/** A text in snake case: `HTTPStatus2` becomes `http_status_2`. Only ASCII letters change. */
export function snakeCase(text: string): string {
  const trimmed = trimSpace(text);
  let result = "";
  let before: Kind = "other";
  let kind = kindOf(trimmed.charCodeAt(0));
  for (let i = 0; i < trimmed.length; i++) {
    const next = kindOf(trimmed.charCodeAt(i + 1));
    if (kind === "capital" && next === "small" && before === "capital") result += "_";
    if (kind === "capital") result += String.fromCharCode(trimmed.charCodeAt(i) ^ caseBit);
    else result += kind === "separator" ? "_" : trimmed.charAt(i);
    if (endsWord(kind, next)) result += "_";
    before = kind;
    kind = next;
  }
  return result;
}

/** What tells a small ASCII letter from a capital. */
const caseBit = 0x20;

type Kind = "capital" | "small" | "digit" | "separator" | "other";

/** The kind of a code unit, or of NaN behind the end. */
function kindOf(unit: number): Kind {
  if (unit >= 0x61 && unit <= 0x7a) return "small";
  if (unit >= 0x41 && unit <= 0x5a) return "capital";
  if (unit >= 0x30 && unit <= 0x39) return "digit";
  return unit === 0x20 || unit === 0x2d || unit === 0x2e || unit === 0x5f ? "separator" : "other";
}

/** Whether a word ends between two characters; a capital that begins a word is told apart by the caller. */
function endsWord(kind: Kind, next: Kind): boolean {
  if (kind === "small") return next === "capital" || next === "digit";
  if (kind === "digit") return next === "capital" || next === "small";
  return kind === "capital" && next === "digit";
}
