import { trimSpace } from "./trim-space.ts";

/** The letters' cases that names have in programs, as the Go module github.com/iancoleman/strcase makes them. */

/** A text in camel case, each word with a capital: `http_status` becomes `HttpStatus`. Only ASCII letters and digits stay. */
export function camelCase(text: string): string {
  let result = "";
  let begins = true;
  let afterCapital = false;
  for (const character of trimSpace(text)) {
    const kind = kindOf(character);
    if (kind === "capital") result += afterCapital && !begins ? character.toLowerCase() : character;
    else if (kind === "small") result += begins ? character.toUpperCase() : character;
    else if (kind === "digit") result += character;
    begins = kind === "digit" || kind === "separator";
    afterCapital = kind === "capital";
  }
  return result;
}

/** A text in snake case: `HTTPStatus2` becomes `http_status_2`. Only ASCII letters change. */
export function snakeCase(text: string): string {
  const characters = trimSpace(text);
  let result = "";
  let before: Kind = "other";
  let kind = kindOf(characters.charAt(0));
  for (let i = 0; i < characters.length; i++) {
    const next = kindOf(characters.charAt(i + 1));
    const character = characters.charAt(i);
    if (kind === "capital" && next === "small" && before === "capital") result += "_";
    if (kind === "capital") result += character.toLowerCase();
    else result += kind === "separator" ? "_" : character;
    if (endsWord(kind, next)) result += "_";
    before = kind;
    kind = next;
  }
  return result;
}

type Kind = "capital" | "small" | "digit" | "separator" | "other";

function kindOf(character: string): Kind {
  if (character >= "a" && character <= "z") return "small";
  if (character >= "A" && character <= "Z") return "capital";
  if (character >= "0" && character <= "9") return "digit";
  return character !== "" && "_ -.".includes(character) ? "separator" : "other";
}

/** Whether a word ends between two characters; a capital that begins a word is told apart by the caller. */
function endsWord(kind: Kind, next: Kind): boolean {
  if (kind === "small") return next === "capital" || next === "digit";
  if (kind === "digit") return next === "capital" || next === "small";
  return kind === "capital" && next === "digit";
}
