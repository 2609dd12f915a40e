import { invalidOption } from "./invalid-option.ts";
import { orList } from "./or-list.ts";

/** What an option must be, a kind of the table or several texts to choose from; with `optional` it may be left out. */
export type Requirement = Kind | readonly string[] | { readonly optional: Kind | readonly string[] };

type Kind = keyof typeof kinds;

const kinds = {
  text: ["a text", (given) => typeof given === "string"],
  flag: ["true or false", (given) => typeof given === "boolean"],
  number: ["a finite number", (given) => Number.isFinite(given)],
  function: ["a function", (given) => typeof given === "function"],
  object: ["an object", isObject],
  objectOrFunction: ["an object or a function", (given) => isObject(given) || typeof given === "function"],
  list: ["an array", (given) => Array.isArray(given)],
  texts: ["an array of texts", (given) => Array.isArray(given) && given.every(isText)],
  variables: [
    "an object of texts",
    (given) => isObject(given) && Object.values(given).every((value) => value === undefined || isText(value)),
  ],
  textsByName: ["an object of texts", (given) => isObject(given) && Object.values(given).every(isText)],
} as const satisfies Readonly<Record<string, readonly [string, (given: unknown) => boolean]>>;

/** Throws an `OttlError` of phase `configuration` where a caller without types gives something else than it must. */
export function requireKind(option: string, required: Requirement, given: unknown): void {
  if (typeof required === "object" && "optional" in required) {
    if (given !== undefined) requireKind(option, required.optional, given);
    return;
  }
  if (typeof required === "string") {
    const [expected, accepts] = kinds[required];
    if (!accepts(given)) throw invalidOption(option, expected, given);
  } else if (!required.some((text) => text === given)) {
    throw invalidOption(option, orList(required.map((text) => `"${text}"`)), given);
  }
}

/** Checks an object and what it holds, as `requireKind` does; `prefix` stands before the names of its properties. */
export function requireOptions(
  option: string,
  given: unknown,
  shape: Readonly<Record<string, Requirement>>,
  prefix = "",
): void {
  requireKind(option, "object", given);
  const held = given as Readonly<Record<string, unknown>>; // an object
  for (const [name, required] of Object.entries(shape)) requireKind(prefix + name, required, held[name]);
}

function isObject(given: unknown): given is object {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}

function isText(given: unknown): boolean {
  return typeof given === "string";
}
